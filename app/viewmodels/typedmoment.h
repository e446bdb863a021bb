// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QString>
#include <QTimeZone>

#include <optional>

/// A day or a minute as a person types it.
struct TypedMoment
{
    core::Time begins{};
    core::Time ends{}; ///< of a day the beginning of the next; of a time itself
};

/// "2026-11-21", "2026-11-21 08:30" (a T between them is fine), or "08:30" of today; in that zone.
/// Nothing for anything else.
[[nodiscard]] std::optional<TypedMoment>
typedMoment(const QString &typed, core::Time now, const QTimeZone &zone);
/// What to say of anything else.
[[nodiscard]] QString noMoment(const QString &typed);
