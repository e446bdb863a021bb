// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/money.h"

#include <deque>
#include <optional>

namespace core {

/// What the machine behind one upstream costs its owner.
struct OwnHardware
{
    Money purchase;
    int lifetimeMonths = 36; ///< over which the purchase is written off; a month is 730 hours
    int watts = 0;           ///< of the whole machine while it computes
    int idleWatts = 0;       ///< while it waits
    Money perKilowattHour;

    friend bool operator==(const OwnHardware &, const OwnHardware &) = default;
};

/// What that comes to. Two figures, because only the first may be compared with a price list: it
/// spreads the machine over the tokens it really computed; the second is paid for nothing.
struct OwnHardwareCost
{
    Money perHour; ///< purchase and electricity, as busy as it was
    /// Over the last hour's tokens, prompt and answer alike; absent when there were none.
    std::optional<Money> perMillionTokens;
    Money idleInLastHour; ///< of what was looked at: the part in which nothing ran
    double busyShare = 0; ///< 0..1

    friend bool operator==(const OwnHardwareCost &, const OwnHardwareCost &) = default;
};

/// Measures the load of one upstream over the last hour. Not thread-safe.
class OwnHardwareMeter
{
public:
    explicit OwnHardwareMeter(const OwnHardware &hardware);

    /// A look at the engine: its token counters together, and whether it computes. A counter that
    /// falls was restarted.
    void look(Time now, qint64 tokens, bool isBusy);
    [[nodiscard]] std::optional<OwnHardwareCost> cost() const; ///< absent before the second look

private:
    struct Look
    {
        Duration length; ///< since the look before
        qint64 tokens = 0;
        bool isBusy = false;
    };
    OwnHardware m_hardware;
    std::deque<Look> m_looks;
    Duration m_length{0};
    Duration m_busy{0};
    qint64 m_tokens = 0;
    Time m_lastAt{};
    qint64 m_lastTokens = -1;
};

/// Nano-dollars for `length` at `watts`, electricity and write-off; rounds half up once.
[[nodiscard]] Money hardwareCost(const OwnHardware &hardware, Duration length, int watts);

} // namespace core
