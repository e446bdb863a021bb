// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "proxy/accounts.h"
#include "proxy/mailbox.h"
#include "proxy/metrics/callmetrics.h"
#include "proxy/pipeline/cacheuse.h"
#include "proxy/pipeline/calldetails.h"
#include "proxy/pipeline/excess.h"
#include "proxy/pipeline/meteredcall.h"
#include "proxy/pipeline/policystep.h"
#include "proxy/pipeline/pricing.h"
#include "proxy/pipeline/refusals.h"
#include "proxy/pipeline/settlement.h"
#include "proxy/pipeline/softactions.h"
#include "proxy/upstream/upstreams.h"

#include <QTimer>

#include <utility>

// The half of MeteredCall that runs once for each attempt: steps 5 to 9.

namespace proxy {

using core::Dimension;

void MeteredCall::attempt()
{
    const Target &target = m_attempts.current();
    m_context.budgets.clear(); // those of another attempt
    m_context.dialect = dialectOf(m_context.facts.endpoint, target.upstream->settings().type);
    if (const auto unfit = whyNotCarried(m_context, target)) {
        if (m_attempts.skip()) {
            attempt();
        } else {
            turnAway(*unfit, core::Decision::Error);
        }
        return;
    }
    // Before it is asked what limits the call: caps of providers and models do, too.
    m_context.attribution.of(Dimension::Provider) = target.upstream->settings().id;
    m_context.attribution.of(Dimension::Model) = target.model->id;
    const std::optional<core::Price> price = priceFor(target);
    if (!price && m_worker.accounts.headroom(m_context.attribution).hasMoneyCap) {
        if (m_attempts.skip()) {
            attempt();
        } else {
            // Its owner sees what the missing price costs.
            turnAway(unpricedRefusal(target.model->id), core::Decision::Refuse);
        }
        return;
    }
    serveWith(target, price.value_or(unpriced()));
    admit();
}

/// A price per token says nothing of audio, which is charged by its length.
std::optional<core::Price> MeteredCall::priceFor(const Target &target) const
{
    std::optional<core::Price> price = priceOf(m_worker, target);
    if (m_context.facts.endpoint == openai::Endpoint::Transcription && price &&
        !price->perAudioMinute) {
        return std::nullopt;
    }
    return price;
}

void MeteredCall::serveWith(const Target &target, const core::Price &price)
{
    m_context.upstream = target.upstream;
    m_context.model = *target.model;
    m_context.price = price;
    m_context.model.ownersContext = target.contextLength;
    m_context.attempt = m_attempts.number();
    m_context.configuredMaxTokens = m_context.facts.maxTokens ? std::nullopt : target.maxTokens;
    m_context.shortfalls.clear();
    m_context.clampedTo.reset();
    m_context.warning.reset();
    m_context.disabledTools.clear();
    m_context.decision = core::Decision::Allow;
    m_context.firstByteAt = {};
}

void MeteredCall::admit()
{
    m_admission = std::make_unique<Admission>(
        m_worker, m_context, [this](const std::optional<core::Refusal> &refusal) {
            if (refusal) {
                refused(*refusal);
            } else {
                admitted();
            }
        });
    m_admission->begin();
}

/// Past a soft mark a budget may want a cheaper model, or some tools left out.
void MeteredCall::admitted()
{
    if (m_gone || m_settled) { // while it waited for room
        m_worker.accounts.release(std::exchange(m_context.hold, core::HoldId::None));
        done();
        return;
    }
    // It may have waited for room, or for an upstream to recover.
    const QByteArray &tenant = m_context.attribution.of(Dimension::Tenant);
    if (const auto paused = m_worker.accounts.paused(tenant)) {
        m_worker.accounts.release(std::exchange(m_context.hold, core::HoldId::None));
        turnAway(pausedRefusal(tenant, paused->everybody), core::Decision::Refuse);
        return;
    }
    if (m_context.warning) {
        const std::vector<core::Budget> near =
            m_worker.accounts.pastSoftMark(m_context.attribution);
        m_context.disabledTools = disabledTools(near);
        if (downgrade(near)) {
            return;
        }
    }
    if (m_downgraded || m_context.verdict.decision == core::PolicyVerdict::Decision::Downgrade) {
        m_context.decision = core::Decision::Downgrade;
    }
    if (m_context.attempt > 1) {
        m_context.decision = core::Decision::Fallback;
    }
    record();
}

/// Starts the admission over with the cheaper model, once; false when there is none.
bool MeteredCall::downgrade(const std::vector<core::Budget> &budgets)
{
    Downgrade cheaper = m_downgraded ? Downgrade() : downgradeFor(m_worker, m_context, budgets);
    if (cheaper.targets.empty()) {
        return false;
    }
    m_downgraded = true;
    if (m_context.askedModel.isEmpty()) {
        m_context.askedModel = m_context.facts.model;
    }
    blame(m_worker, m_context, cheaper.budget);
    if (m_context.hold != core::HoldId::None) {
        m_worker.accounts.release(std::exchange(m_context.hold, core::HoldId::None));
    }
    m_attempts.plan(std::move(cheaper.targets));
    later([this] { attempt(); });
    return true;
}

void MeteredCall::refused(const core::Refusal &refusal)
{
    if (downgrade(m_worker.accounts.downgrading(refusal))) {
        return;
    }
    // A fallback that the budget does not allow is none; the next one may be cheaper. And a
    // provider at its rate limit is like one that is busy.
    const bool mayTryNext = m_context.attempt > 1 || (refusal.rate && refusal.rate->isOfProvider);
    if (mayTryNext && m_attempts.skip()) {
        later([this] { attempt(); });
        return;
    }
    const core::Headroom room = m_worker.accounts.headroom(m_context.attribution);
    ApiError error = budgetRefusal(refusal, m_context, room, m_worker.clock.now());
    if (!m_context.failedAttempts.isEmpty()) {
        error.facts += ",\"attempts\":" + m_context.failedAttempts;
    }
    turnAway(error, core::Decision::Refuse);
}

void MeteredCall::record()
{
    m_attempts.begin();
    Mailbox &mailbox = m_worker.mailbox;
    m_worker.accounts.open({
        .hold = m_context.hold,
        .record = holdOf(m_context),
        .admission = {m_context.queued, {}, m_context.budgets},
        .end =
            [this, alive = m_alive, hold = m_context.hold, &mailbox](EndReason reason) {
                mailbox.post([this, alive, hold, reason] {
                    if (*alive && m_context.hold == hold) {
                        end(reason); // else that attempt is over
                    }
                });
            },
        .durable =
            [this, alive = m_alive, &mailbox](bool committed) {
                mailbox.post([this, alive, committed] {
                    if (*alive) {
                        dispatch(committed);
                    }
                });
            },
    });
}

void MeteredCall::dispatch(bool durable)
{
    if (m_settled) {
        return; // ended while the ledger was writing
    }
    if (!durable || m_gone) {
        m_settled = true;
        m_worker.accounts.release(m_context.hold);
        ApiError error;
        error.status = 503;
        error.type = "server_error";
        error.code = "ledger_unavailable";
        error.message =
            "Capstan cannot write its ledger, so it lets no call through. Check the disk it is on.";
        respondError(*m_context.client, error);
        done();
        return;
    }
    m_worker.metrics.sent(m_context);
    m_relay = std::make_unique<Relay>(
        m_worker, m_context, [this](const RelayEnd &end) { return settle(end); });
    m_relay->start(m_attempts.timeLeft());
}

AfterRelay MeteredCall::settle(const RelayEnd &end)
{
    m_settled = true;
    book(end);
    if (m_gone) {
        m_attempts.finish(end);
        done();
        return AfterRelay::Answer;
    }
    const QByteArray from = m_context.attribution.of(Dimension::Provider);
    const std::optional<core::Duration> wait = m_attempts.next(end);
    if (m_attempts.number() > 1) {
        m_context.failedAttempts = m_attempts.errorsJson();
    }
    if (!wait) {
        done();
        return AfterRelay::Answer;
    }
    m_worker.metrics.fellBack(from, m_attempts.current().upstream->settings().id, end.status);
    tryAgain(*wait);
    return AfterRelay::TryAgain;
}

void MeteredCall::book(const RelayEnd &end)
{
    const core::HoldId hold = std::exchange(m_context.hold, core::HoldId::None);
    if (end.nothingSent) {
        m_worker.metrics.notSent(m_context);
        m_worker.accounts.release(hold);
        return;
    }
    core::SettlementRecord record = settlementOf(m_context, end, m_worker.clock.now());
    record.details = detailsOf(m_worker, m_context, end);
    m_context.earlierCost += record.cost;
    m_context.cost = m_context.earlierCost;
    record.findings = learnFrom(m_worker, m_context);
    keepAnswer(m_worker, m_context, end);
    m_worker.metrics.settled(m_context, record);
    const core::TokenUsage usage = record.usage;
    const Accounts::AfterCall after = m_worker.accounts.settle(hold, std::move(record));
    if (after.aboveBound) {
        learnFromExcess(m_context, usage);
    }
    if (after.capped) {
        m_context.remaining = after.remaining;
    }
}

/// The relay that calls us lives until the next attempt begins.
void MeteredCall::tryAgain(core::Duration wait)
{
    m_waiting = true;
    const auto again = [this, alive = m_alive] {
        if (*alive && std::exchange(m_waiting, false)) {
            m_relay.reset();
            m_settled = false;
            attempt();
        }
    };
    QTimer::singleShot(
        std::chrono::ceil<std::chrono::milliseconds>(wait), &m_worker.mailbox, again);
}

} // namespace proxy
