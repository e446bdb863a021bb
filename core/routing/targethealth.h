// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/routing/circuitbreaker.h"

#include <QtGlobal>

namespace core {

/// How a target is doing, as a choice between targets looks at it.
struct HealthView
{
    CircuitBreaker::State state = CircuitBreaker::State::Closed;
    int outstanding = 0;  ///< calls sent and not ended
    double recent = 0;    ///< calls sent, each fading with a half-life of 30 s
    Duration firstByte{}; ///< moving average of the wait for it, fading likewise; 0 is unknown
};

/// What one attempt told of its target.
struct AttemptOutcome
{
    enum class Kind : quint8 { Answered, Faulted, Abandoned } kind = Kind::Abandoned;
    TargetFault fault = TargetFault::Failed;
    std::optional<Duration> retryAfter{};
    std::optional<Duration> firstByte{};
};

/// What is known of one model at one provider from the calls that were sent there. Pure.
class TargetHealth
{
public:
    void began(Time now);
    void ended(const AttemptOutcome &outcome, Time now);
    [[nodiscard]] HealthView view(Time now) const;

private:
    [[nodiscard]] double fading(Time now) const;
    void fade(Time now);

    CircuitBreaker m_breaker;
    int m_outstanding = 0;
    double m_recent = 0;
    double m_firstByte = 0; ///< microseconds
    Time m_fadedAt{};
};

} // namespace core
