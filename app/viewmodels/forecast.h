// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/budget/budgetengine.h"

#include <QString>
#include <QTimeZone>

/// When a cap will be reached if spending goes on as now. Pure.
namespace forecast {

/// Spend as a rate, in the bucket's unit per hour.
using PerHour = qint64;

struct Outlook
{
    enum class Kind {
        NoPace,         ///< nothing is being spent
        AtCap,          ///< nothing is left now
        ReachesCap,     ///< at `at`, before the window ends
        LastsTheWindow, ///< the window ends first, at `at`
    };
    Kind kind = Kind::NoPace;
    core::Time at{};

    friend bool operator==(const Outlook &, const Outlook &) = default;
};

/// What has been counted, against a cap, in a window.
struct Course
{
    qint64 settled = 0;
    qint64 cap = 0;
    PerHour pace = 0;
    core::Span span; ///< Time::max() as end: never resets

    /// Of a bucket. A day or less goes on at the last five minutes' burn; a week or month at its
    /// own average, as nights and week-ends are part of it.
    [[nodiscard]] static Course
    of(const core::BucketState &state, core::WindowKind kind, core::Time now);
};

[[nodiscard]] Outlook outlook(const Course &course, core::Time now);

/// Settled at the end of the window at this pace; nullopt without pace or end.
[[nodiscard]] std::optional<qint64> atWindowEnd(const Course &course, core::Time now);

/// A moment ahead: "17:21", "Mon 08:00", "3 Dec", as short as is clear.
[[nodiscard]] QString moment(core::Time at, core::Time now, const QTimeZone &zone);
/// "at 17:21", "on 3 Dec".
[[nodiscard]] QString at(const QString &moment);
/// "until 17:21", "until Monday", "until 3 Dec".
[[nodiscard]] QString until(const QString &moment);
/// The end of a window: "00:00" tonight, "Monday", "1 Dec".
[[nodiscard]] QString windowEnd(core::Time at, core::Time now, const QTimeZone &zone);

/// "Reaches its cap at 17:21 at this pace", "Lasts until Monday", "No pace yet".
[[nodiscard]] QString sentence(const Outlook &outlook, core::Time now, const QTimeZone &zone);
/// The same for a line in a list: "reaches cap 17:34", "lasts all day".
[[nodiscard]] QString remark(const Outlook &outlook, core::Time now, const QTimeZone &zone);

} // namespace forecast
