// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/routing/targethealth.h"
#include "proxy/pipeline/relay.h"
#include "proxy/pipeline/target.h"
#include "proxy/upstream/healthboard.h"

#include <optional>
#include <vector>

namespace proxy {

/// Which target a call is sent to next, and when (design: fallback).
///
/// A call is tried again only when nothing of an answer has gone to its client, and only after what
/// may pass: no connection, silence, a connection that broke off, 408, 429, 5xx. Every target is
/// tried once, in the order of the plan and without delay; then those whose provider allows
/// retries, after a back-off with jitter or what Retry-After asked for. A provider that refuses
/// our credential or does not know the model (401, 403, 404) is left for the next one. Never after
/// the deadline, and never more than eight attempts.
class Attempts
{
public:
    Attempts(const core::Clock &clock, core::Time deadline)
        : m_clock(clock)
        , m_deadline(deadline)
    {}

    /// Starts over with other targets; never empty. Attempts made so far count.
    void plan(std::vector<Target> targets);
    [[nodiscard]] const Target &current() const { return m_slots[m_current].target; }
    [[nodiscard]] int number() const { return m_number; } ///< of the current attempt, from 1

    void begin(); ///< counts the current target's call as outstanding
    /// The current target can't serve it (price, budget): goes to the next that was not tried yet;
    /// false when there is none.
    [[nodiscard]] bool skip();
    /// Tells the target's health how it went. When another attempt is to be made, how long to wait
    /// before it; current() is then its target.
    [[nodiscard]] std::optional<core::Duration> next(const RelayEnd &end);
    /// The call came to an end that nobody waits for.
    void finish(const RelayEnd &end);

    [[nodiscard]] std::chrono::milliseconds timeLeft() const; ///< at least 1 ms
    /// "provider model: code" of each attempt that failed, as a JSON list.
    [[nodiscard]] QByteArray errorsJson() const { return '[' + m_errors + ']'; }

private:
    struct Slot
    {
        Target target;
        int tries = 0;
        bool isOut = false; ///< not to be tried again
        std::optional<core::Duration> retryAfter{};
    };
    enum class Verdict : quint8 { Final, Elsewhere, Again };
    [[nodiscard]] static Verdict verdictOn(const RelayEnd &end);
    [[nodiscard]] bool goToUntried();
    [[nodiscard]] std::optional<core::Duration> goToRetry();
    void note(const RelayEnd &end);

    const core::Clock &m_clock;
    core::Time m_deadline;
    std::vector<Slot> m_slots;
    std::size_t m_current = 0;
    int m_number = 1;
    std::optional<HealthBoard::Call> m_call;
    QByteArray m_errors;
};

} // namespace proxy
