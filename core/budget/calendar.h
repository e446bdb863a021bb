// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/budget/window.h"

namespace core {

/// The clock hour of the zone around t; cut where the offset changes inside an hour.
[[nodiscard]] Span calendarHour(const QByteArray &zone, Time t);

/// The day, week or month of the window's zone around t: from the first instant at which its
/// first date (or, where the zone leaves that date out, a later one) is on the wall there.
[[nodiscard]] Span calendarDays(const Window &window, Time t);

} // namespace core
