// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <QString>
#include <QTimeZone>

/// Moments ahead as people type them, as commands take them: "18:00" is the next such time of day,
/// "90m", "2h" and "3d" count from now, "2026-12-01" and "2026-12-01 18:00" are a day's first
/// instant and a time in `zone`. Pure.
namespace typedmoment {

/// After `now`. InvalidInput, with what to type, for anything else.
[[nodiscard]] core::Result<core::Time>
parse(const QString &text, core::Time now, const QTimeZone &zone);
/// The inverse, for a field: "2026-12-01 18:00".
[[nodiscard]] QString text(core::Time time, const QTimeZone &zone);

} // namespace typedmoment
