// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "proxy/pipeline/admission.h"

#include "proxy/accounts.h"
#include "proxy/mailbox.h"
#include "proxy/pipeline/callbound.h"

#include <QTimer>

#include <algorithm>
#include <utility>

namespace proxy {

namespace {
/// Others may take what was affordable between the question and the hold; after this many tries
/// the budget is simply contended, and a refusal says what is left.
constexpr int MaximumClamps = 8;
} // namespace

Admission::Admission(const WorkerContext &worker, RequestContext &context, Callback callback)
    : m_worker(worker)
    , m_context(context)
    , m_callback(std::move(callback))
{}

Admission::~Admission()
{
    *m_alive = false;
}

void Admission::begin()
{
    m_context.bound = limited(cheapBound(m_context.facts, m_context.model, m_context.price));
    attempt();
}

CallBound Admission::limited(const CallBound &bound) const
{
    const std::optional<qint64> &most = m_context.configuredMaxTokens;
    return most ? withOutput(bound, *most, m_context.price) : bound;
}

void Admission::attempt()
{
    const core::Admission admission =
        m_worker.accounts.admit(m_context.attribution, m_context.bound.amounts);
    if (const auto *passed = std::get_if<core::Admitted>(&admission)) {
        admitted(*passed);
    } else {
        consider(std::get<core::Refusal>(admission));
    }
}

void Admission::admitted(const core::Admitted &admitted)
{
    m_context.hold = admitted.hold;
    m_context.warning = admitted.warning;
    m_context.rate = admitted.rate;
    m_context.budgets = admitted.budgets;
    m_context.admittedAt = m_worker.clock.now();
    countWait();
    if (m_context.clampedTo) {
        m_context.decision = core::Decision::Clamp;
    } else if (m_waitUntil != core::Time{}) {
        m_context.decision = core::Decision::Queue;
    } else if (admitted.warning) {
        m_context.decision = core::Decision::Warn;
    }
    m_callback(std::nullopt);
}

void Admission::refused(const core::Refusal &refusal)
{
    m_context.budgets = refusal.budgets;
    countWait();
    m_callback(refusal);
}

void Admission::countWait()
{
    if (m_waitUntil != core::Time{}) {
        m_context.queued += std::max(core::Duration(0), m_worker.clock.now() - m_waitsSince);
    }
}

void Admission::consider(const core::Refusal &refusal)
{
    if (refusal.rate && refusal.rate->unit != core::RateUnit::Tokens) {
        refused(refusal); // no smaller bound would help
        return;
    }
    if (!m_counted) {
        m_counted = true;
        m_count =
            std::make_unique<ExactCount>(m_worker, m_context, [this](std::optional<qint64> tokens) {
                if (tokens) {
                    m_context.bound = limited(
                        exactBound(m_context.facts, m_context.model, m_context.price, *tokens));
                }
                attempt();
            });
        return;
    }
    if (m_context.shortfalls.empty()) {
        m_context.shortfalls = refusal.shortfalls;
    }
    if (clamp(refusal)) {
        attempt();
    } else if (!wait(refusal)) {
        refused(refusal);
    }
}

bool Admission::clamp(const core::Refusal &refusal)
{
    core::Headroom room = m_worker.accounts.headroom(m_context.attribution);
    if (refusal.rate) {
        // Room in a rate limit comes back by itself; only what could never pass is made smaller.
        if (!refusal.rate->isTooLarge()) {
            return false;
        }
        room.tokens = std::min(room.tokens, refusal.rate->limit);
    }
    const auto affordable = affordableMaxTokens(m_context.bound, m_context.price, room);
    if (!room.mayClamp || !affordable || ++m_clamps > MaximumClamps) {
        return false;
    }
    const qint64 useful =
        std::min(m_worker.settings.minimumAnswerTokens, m_context.bound.outputTokens);
    if (*affordable < useful) {
        return false;
    }
    m_context.bound = withOutput(m_context.bound, *affordable, m_context.price);
    m_context.clampedTo = m_context.bound.outputTokens;
    return true;
}

bool Admission::wait(const core::Refusal &refusal)
{
    const auto queues = [](const core::Shortfall &shortfall) {
        return shortfall.mayQueue && shortfall.onlyHeld;
    };
    if (refusal.rate || !std::ranges::all_of(refusal.shortfalls, queues)) {
        return false;
    }
    const core::Time now = m_worker.clock.now();
    if (m_waitUntil == core::Time{}) {
        const auto patience =
            std::ranges::min(refusal.shortfalls, {}, &core::Shortfall::queueFor).queueFor;
        m_waitUntil = now + patience;
        m_waitsSince = now;
    }
    if (now >= m_waitUntil) {
        return false;
    }
    // Whichever comes first tries again; the other finds this turn gone.
    const auto turn = std::make_shared<bool>(true);
    const auto again = [this, alive = m_alive, turn] {
        if (*alive && std::exchange(*turn, false)) {
            m_clamps = 0;
            attempt();
        }
    };
    QTimer::singleShot(
        std::chrono::ceil<std::chrono::milliseconds>(m_waitUntil - now), &m_worker.mailbox, again);
    const bool waits = m_worker.accounts.waitForRoom(
        [&mailbox = m_worker.mailbox, again] { mailbox.post(again); });
    if (waits) {
        // Room that came between the refusal and the line above has woken nobody.
        const core::Admission admission =
            m_worker.accounts.admit(m_context.attribution, m_context.bound.amounts);
        if (const auto *passed = std::get_if<core::Admitted>(&admission)) {
            *turn = false;
            admitted(*passed);
        }
    }
    return waits;
}

} // namespace proxy
