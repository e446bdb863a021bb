// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pricing/ownhardware.h"

#include <algorithm>

namespace core {

namespace {
constexpr std::chrono::hours Measured{1};
/// A gap longer than this is a machine that slept or a network that was away: nothing was seen.
constexpr std::chrono::minutes LongestGap{1};
constexpr __int128 MicrosPerHour = 3'600'000'000;
constexpr __int128 HoursPerMonth = 730; // 8760 / 12
constexpr __int128 WattsPerKilowatt = 1'000;
constexpr __int128 Million = 1'000'000;

Money rounded(__int128 numerator, __int128 denominator)
{
    const __int128 nanos = (numerator + denominator / 2) / denominator;
    return Money::fromNanos(
        static_cast<qint64>(std::min<__int128>(nanos, Money::maximum().nanos())));
}
} // namespace

Money hardwareCost(const OwnHardware &hardware, Duration length, int watts)
{
    // (purchase / (months x 730 h) + kW x price) x hours, over one denominator.
    const __int128 months = std::max(hardware.lifetimeMonths, 1);
    const __int128 hourly =
        static_cast<__int128>(hardware.purchase.nanos()) * WattsPerKilowatt +
        static_cast<__int128>(hardware.perKilowattHour.nanos()) * watts * months * HoursPerMonth;
    return rounded(hourly * length.count(),
                   months * HoursPerMonth * WattsPerKilowatt * MicrosPerHour);
}

OwnHardwareMeter::OwnHardwareMeter(const OwnHardware &hardware)
    : m_hardware(hardware)
{}

void OwnHardwareMeter::look(Time now, qint64 tokens, bool isBusy)
{
    const Duration length = now - m_lastAt;
    if (m_lastTokens >= 0 && tokens >= m_lastTokens && length > Duration(0) &&
        length <= LongestGap) {
        const qint64 computed = tokens - m_lastTokens;
        const Look look{length, computed, isBusy || computed > 0};
        m_looks.push_back(look);
        m_length += look.length;
        m_busy += look.isBusy ? look.length : Duration(0);
        m_tokens += look.tokens;
    }
    m_lastAt = now;
    m_lastTokens = tokens;
    while (m_length > Measured) {
        const Look &oldest = m_looks.front();
        m_length -= oldest.length;
        m_busy -= oldest.isBusy ? oldest.length : Duration(0);
        m_tokens -= oldest.tokens;
        m_looks.pop_front();
    }
}

std::optional<OwnHardwareCost> OwnHardwareMeter::cost() const
{
    if (m_looks.empty()) {
        return std::nullopt;
    }
    const Duration idle = m_length - m_busy;
    const __int128 busyHour = hardwareCost(m_hardware, Measured, m_hardware.watts).nanos();
    const __int128 idleHour = hardwareCost(m_hardware, Measured, m_hardware.idleWatts).nanos();
    const __int128 idleCost = idleHour * idle.count(); // nano-dollars x microseconds per hour
    const __int128 whole = busyHour * m_busy.count() + idleCost;
    OwnHardwareCost cost;
    cost.idleInLastHour = rounded(idleCost, MicrosPerHour);
    cost.perHour = rounded(whole, m_length.count());
    if (m_tokens > 0) {
        cost.perMillionTokens = rounded(whole * Million, MicrosPerHour * m_tokens);
    }
    cost.busyShare = static_cast<double>(m_busy.count()) / static_cast<double>(m_length.count());
    return cost;
}

} // namespace core
