// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QByteArrayView>

#include <chrono>

/// One value of a policy read from its text, like core::scalars.
namespace core::policyvalues {

/// Any text of one line, 1 to 300 bytes: a reason, a version, a glob.
[[nodiscard]] Result<QByteArray> text(QByteArrayView value);
/// An IANA zone that this machine knows.
[[nodiscard]] Result<QByteArray> zone(QByteArrayView value);
/// "3.0": a decimal above 0 and up to 1000, in millionths.
[[nodiscard]] Result<qint64> multiplier(QByteArrayView value);
/// "08:30", or "24:00" for the end of the day.
[[nodiscard]] Result<std::chrono::minutes> timeOfDay(QByteArrayView value);
/// "mon" is 0, "sun" 6.
[[nodiscard]] Result<int> day(QByteArrayView value);

} // namespace core::policyvalues
