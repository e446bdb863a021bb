// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QtGlobal>

#include <optional>

namespace core {

/// What went wrong with one attempt at a target.
enum class TargetFault : quint8 {
    Refused, ///< no connection
    Silent,  ///< no byte within the time allowed
    Failed,  ///< an answer of 5xx, or a connection that broke off
    Limited, ///< 429, or 503 with Retry-After
};

/// Keeps calls away from a target that fails. Pure: every method is told the time.
///
/// Closed: calls go through. A refused connection, a silence or a 429 opens it at once, other
/// faults when three come in a row. Open: no call for a second (or as long as Retry-After said,
/// at most a minute). HalfOpen: cooled down, one call may try; its end closes or opens it again.
/// A clock that was set back can't hold it open for longer than that minute.
class CircuitBreaker
{
public:
    enum class State : quint8 { Closed, HalfOpen, Open };

    [[nodiscard]] State state(Time now) const;

    void began(Time now);
    void succeeded();
    void failed(TargetFault fault, Time now, std::optional<Duration> retryAfter = std::nullopt);
    void abandoned() { m_trial = false; } ///< ended without telling: the client left

private:
    int m_failures = 0;
    std::optional<Time> m_openUntil;
    bool m_trial = false; ///< one call is trying
};

} // namespace core
