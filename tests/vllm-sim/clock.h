// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <ctime>

namespace sim {

/// Microseconds of CLOCK_MONOTONIC: the same for every process of the machine, so that a test can
/// compare a moment seen here with one of its own.
using Microseconds = qint64;
constexpr Microseconds PerMillisecond = 1'000;
constexpr Microseconds PerSecond = 1'000'000;

[[nodiscard]] inline Microseconds monotonicNow()
{
    timespec now{};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * PerSecond + now.tv_nsec / 1'000;
}

} // namespace sim
