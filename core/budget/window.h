// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QTimeZone>

namespace core {

enum class WindowKind : quint8 { Lifetime, Rolling, Hour, Day, Week, Month };

/// Half-open [begins, ends). Lifetime has begins = Time{} and ends = Time::max().
struct Span
{
    Time begins{};
    Time ends = Time::max();

    [[nodiscard]] bool contains(Time t) const { return begins <= t && t < ends; }
    friend bool operator==(const Span &, const Span &) = default;
};

/// Over what a budget counts. A window is a key computed from the time of admission, never a job
/// that runs at midnight. Calendar windows live in an IANA zone; a day there may last 23 or 25 h.
struct Window
{
    /// A rolling window is counted in so many slots, and the one that is partly outside.
    static constexpr int RollingSlots = 60;

    WindowKind kind = WindowKind::Lifetime;
    std::chrono::seconds length{0}; ///< Rolling only, 1 minute to 366 days
    QByteArray zone;                ///< IANA id; empty is UTC
    Qt::DayOfWeek weekStart = Qt::Monday;

    /// "lifetime", "rolling:24h", "rolling:90m", "hour", "day", "week", "month"; with
    /// "@Europe/Berlin" for a zone and "week:sunday" for another first day. A length ends in
    /// s, m, h or d.
    [[nodiscard]] static Result<Window> parse(QByteArrayView text);
    [[nodiscard]] QByteArray toText() const;

    /// InvalidInput when the length is out of range or the zone is unknown.
    [[nodiscard]] Outcome validate() const;

    /// The calendar window that contains t. Rolling: the slot of length/60 that contains t.
    /// The spans of one window follow each other without gap or overlap, whatever the zone does.
    [[nodiscard]] Span spanAt(Time t) const;

    /// Rolling only: length/60, rounded up so that sixty of them never fall short of the length.
    [[nodiscard]] Duration slotLength() const;
    /// Rolling only: the number of the slot that contains t, counted from 1970.
    [[nodiscard]] qint64 slotAt(Time t) const;
    /// Rolling only: the inverse, where that slot begins.
    [[nodiscard]] Time slotBegin(qint64 slot) const;

    friend bool operator==(const Window &, const Window &) = default;
};

} // namespace core
