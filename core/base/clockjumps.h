// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <chrono>
#include <optional>

namespace core {

/// Tells a clock that was set from one that runs, by a steady one beside it. A machine that has
/// just jumped ahead may jump back: until an hour after, nothing should be forgotten because its
/// time is over. One thread.
class ClockJumps
{
public:
    using Steady = std::chrono::steady_clock::time_point;

    static constexpr std::chrono::minutes Tolerance{2}; ///< more than any slewing between two looks
    static constexpr std::chrono::hours SettlingTime{1}; ///< NTP sets a wrong clock within minutes

    /// To be asked every minute or so. True from the start, until both have gone a different way
    /// since the last look.
    [[nodiscard]] bool isSettled(Time wall, Steady steady)
    {
        if (m_last) {
            const auto apart = (wall - m_last->wall) -
                               std::chrono::duration_cast<Duration>(steady - m_last->steady);
            if (apart > Tolerance || apart < -Tolerance) {
                m_jumped = steady;
            }
        }
        m_last = {wall, steady};
        return !m_jumped || steady - *m_jumped >= SettlingTime;
    }

private:
    struct Look
    {
        Time wall;
        Steady steady;
    };
    std::optional<Look> m_last;
    std::optional<Steady> m_jumped;
};

} // namespace core
