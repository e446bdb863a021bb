// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/routing/targethealth.h"

#include <algorithm>
#include <cmath>

namespace core {

namespace {
/// What happened half a minute ago says half as much: a target that recovers is soon taken for
/// what it is, and one that gets no calls is soon worth a try.
constexpr std::chrono::duration<double> HalfLife{30};
/// Of a new figure in the moving average: some ten calls decide it.
constexpr double Weight = 0.2;
/// Until then nothing has faded that one could tell (0.02 %): a busy target asks for each call.
constexpr Duration Noticeable = std::chrono::milliseconds(10);
} // namespace

double TargetHealth::fading(Time now) const
{
    const std::chrono::duration<double> elapsed = now - m_fadedAt;
    return elapsed < Noticeable ? 1 : std::exp2(-elapsed / HalfLife);
}

void TargetHealth::fade(Time now)
{
    if (now >= m_fadedAt && now - m_fadedAt < Noticeable) {
        return;
    }
    const double factor = fading(now);
    m_recent *= factor;
    m_firstByte *= factor;
    m_fadedAt = now;
}

void TargetHealth::began(Time now)
{
    fade(now);
    m_breaker.began(now);
    ++m_outstanding;
    ++m_recent;
}

void TargetHealth::ended(const AttemptOutcome &outcome, Time now)
{
    m_outstanding = std::max(0, m_outstanding - 1);
    if (outcome.kind == AttemptOutcome::Kind::Answered) {
        m_breaker.succeeded();
    } else if (outcome.kind == AttemptOutcome::Kind::Faulted) {
        m_breaker.failed(outcome.fault, now, outcome.retryAfter);
    } else {
        m_breaker.abandoned();
    }
    if (outcome.firstByte) {
        fade(now);
        const auto sample = static_cast<double>(outcome.firstByte->count());
        m_firstByte = m_firstByte > 0 ? m_firstByte + Weight * (sample - m_firstByte) : sample;
    }
}

HealthView TargetHealth::view(Time now) const
{
    const double factor = fading(now);
    return {m_breaker.state(now),
            m_outstanding,
            m_recent * factor,
            Duration(static_cast<qint64>(m_firstByte * factor))};
}

} // namespace core
