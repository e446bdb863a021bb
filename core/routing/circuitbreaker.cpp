// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/routing/circuitbreaker.h"

#include <algorithm>

namespace core {

namespace {
/// One answer of 500 may be the request's own fault; three in a row are the target's.
constexpr int FailuresToOpen = 3;
/// Short, as one trial a second costs a failing target nothing, and its recovery is to be noticed
/// within two.
constexpr std::chrono::seconds CoolDown{1};
/// A provider that asks for longer may mean a quota of the day; then a look a minute is enough.
constexpr std::chrono::seconds LongestCoolDown{60};
} // namespace

CircuitBreaker::State CircuitBreaker::state(Time now) const
{
    if (!m_openUntil) {
        return State::Closed;
    }
    const bool cooling = now < *m_openUntil && *m_openUntil - now <= LongestCoolDown;
    return cooling || m_trial ? State::Open : State::HalfOpen;
}

void CircuitBreaker::began(Time now)
{
    m_trial = m_trial || state(now) == State::HalfOpen;
}

void CircuitBreaker::succeeded()
{
    m_failures = 0;
    m_openUntil.reset();
    m_trial = false;
}

void CircuitBreaker::failed(TargetFault fault, Time now, std::optional<Duration> retryAfter)
{
    ++m_failures;
    const bool isPlain = fault != TargetFault::Failed || m_trial || m_failures >= FailuresToOpen;
    m_trial = false;
    if (isPlain) {
        const Duration wait =
            std::clamp<Duration>(retryAfter.value_or(CoolDown), CoolDown, LongestCoolDown);
        m_openUntil = now + wait;
    }
}

} // namespace core
