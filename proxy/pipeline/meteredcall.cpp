// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "proxy/pipeline/meteredcall.h"

#include "proxy/accounts.h"
#include "proxy/mailbox.h"
#include "proxy/pipeline/attribute.h"
#include "proxy/pipeline/authenticate.h"
#include "proxy/pipeline/pricing.h"
#include "proxy/pipeline/refusals.h"
#include "proxy/pipeline/settlement.h"
#include "proxy/pipeline/softactions.h"
#include "proxy/upstream/upstreamprobe.h"

#include <utility>

namespace proxy {

using core::Dimension;
using core::Ending;

MeteredCall::MeteredCall(const WorkerContext &worker,
                         RequestContext context,
                         std::function<void()> finished)
    : m_worker(worker)
    , m_context(std::move(context))
    , m_finished(std::move(finished))
{}

MeteredCall::~MeteredCall()
{
    *m_alive = false;
}

void MeteredCall::start(openai::Endpoint endpoint)
{
    m_context.client->onGone([this, alive = m_alive] {
        if (*alive) {
            clientGone();
        }
    });
    const auto facts = openai::readRequest(endpoint, m_context.request.body);
    if (!facts.ok()) {
        turnAway(ApiError::from(facts.error()), core::Decision::Error);
        return;
    }
    m_context.facts = *facts;
    attributeAndCheck();
}

void MeteredCall::attributeAndCheck()
{
    auto attribution = attribute(m_context);
    if (!attribution.ok()) {
        turnAway(ApiError::from(attribution.error()), core::Decision::Error);
        return;
    }
    m_context.attribution = std::move(*attribution);
    if (const auto refusal = checkModel(m_context.key.get(), m_context.facts.model)) {
        turnAway(*refusal, core::Decision::Refuse);
        return;
    }
    const QByteArray &tenant = m_context.attribution.of(Dimension::Tenant);
    if (const auto paused = m_worker.accounts.paused(tenant)) {
        turnAway(pausedRefusal(tenant, paused->everybody), core::Decision::Refuse);
        return;
    }
    route(true);
}

void MeteredCall::route(bool mayRefresh)
{
    const QByteArray &asked = m_context.facts.model;
    const std::optional<ServedModel> model =
        m_worker.models.find(m_worker.settings.physicalNames.value(asked, asked));
    if (!model && mayRefresh) {
        m_worker.probe.refresh([this, alive = m_alive] {
            if (*alive) {
                route(false);
            }
        });
        return;
    }
    if (!model && !m_worker.models.status().reachable) {
        turnAway(upstreamFailure({UpstreamFailure::Connect, {}, false}), core::Decision::Error);
        return;
    }
    if (!model) {
        turnAway(unknownModel(m_context.facts.model, *m_worker.models.models()),
                 core::Decision::Error);
        return;
    }
    const std::optional<core::Price> price = priceOf(m_worker, *model);
    if (!price && m_worker.accounts.headroom(m_context.attribution).hasMoneyCap) {
        turnAway(unpricedRefusal(model->id), core::Decision::Refuse);
        return;
    }
    m_context.attribution.of(Dimension::Provider) = m_worker.settings.upstream.name.toUtf8();
    m_context.attribution.of(Dimension::Route) = m_context.request.path;
    serveWith(*model, price.value_or(unpriced()));
    admit();
}

void MeteredCall::serveWith(const ServedModel &model, const core::Price &price)
{
    m_context.model = model;
    m_context.price = price;
    m_context.attribution.of(Dimension::Model) = model.id;
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
    if (m_context.warning) {
        const std::vector<core::Budget> near =
            m_worker.accounts.pastSoftMark(m_context.attribution);
        m_context.disabledTools = disabledTools(near);
        if (downgrade(near)) {
            return;
        }
    }
    if (m_downgraded) {
        m_context.decision = core::Decision::Downgrade;
    }
    record();
}

/// Starts the admission over with the cheaper model, once; false when there is none.
bool MeteredCall::downgrade(const std::vector<core::Budget> &budgets)
{
    const auto cheaper = m_downgraded ? std::nullopt : downgradeFor(m_worker, m_context, budgets);
    if (!cheaper) {
        return false;
    }
    m_downgraded = true;
    if (m_context.hold != core::HoldId::None) {
        m_worker.accounts.release(std::exchange(m_context.hold, core::HoldId::None));
    }
    m_context.clampedTo.reset();
    serveWith(cheaper->model, cheaper->price);
    // From the event loop: the admission that called us must not be destroyed under its own feet.
    m_worker.mailbox.post([this, alive = m_alive] {
        if (*alive) {
            admit();
        }
    });
    return true;
}

void MeteredCall::refused(const core::Refusal &refusal)
{
    if (downgrade(m_worker.accounts.downgrading(refusal))) {
        return;
    }
    const core::Headroom room = m_worker.accounts.headroom(m_context.attribution);
    turnAway(budgetRefusal(refusal, m_context, room, m_worker.clock.now()), core::Decision::Refuse);
}

void MeteredCall::record()
{
    if (m_gone) {
        m_worker.accounts.release(m_context.hold);
        done();
        return;
    }
    core::HoldRecord record;
    record.id = m_context.id;
    record.admittedAt = m_context.admittedAt;
    record.attribution = m_context.attribution;
    record.bound = m_context.bound.amounts;
    record.decision = m_context.decision;
    record.stream = m_context.facts.stream;
    Mailbox &mailbox = m_worker.mailbox;
    m_worker.accounts.open({
        .hold = m_context.hold,
        .record = std::move(record),
        .end =
            [this, alive = m_alive, &mailbox](EndReason reason) {
                mailbox.post([this, alive, reason] {
                    if (*alive) {
                        end(reason);
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
    m_relay =
        std::make_unique<Relay>(m_worker, m_context, [this](const RelayEnd &end) { settle(end); });
    m_relay->start();
}

void MeteredCall::end(EndReason reason)
{
    if (m_relay) {
        m_relay->finish(reason == EndReason::Money ? Ending::Cut : Ending::Stopped);
    } else if (!std::exchange(m_settled, true)) {
        m_worker.accounts.release(m_context.hold);
        respondError(*m_context.client,
                     pausedRefusal(m_context.attribution.of(Dimension::Tenant), false));
        done();
    }
}

void MeteredCall::clientGone()
{
    m_gone = true;
    if (m_relay) {
        m_relay->clientGone();
    } else if (m_context.hold == core::HoldId::None) {
        done(); // nothing is held yet; the question in flight dies with us
    }
}

void MeteredCall::settle(const RelayEnd &end)
{
    m_settled = true;
    if (end.nothingSent) {
        m_worker.accounts.release(m_context.hold);
        done();
        return;
    }
    core::SettlementRecord record = settlementOf(m_context, end, m_worker.clock.now());
    const qint64 above = record.usage.prompt() - m_context.bound.promptTokens;
    if (above > 0) {
        m_worker.models.raiseOverhead(m_context.model.id, above);
    }
    m_context.cost = record.cost;
    const Accounts::AfterCall after = m_worker.accounts.settle(m_context.hold, std::move(record));
    if (after.capped) {
        m_context.remaining = after.remaining;
    }
    done();
}

void MeteredCall::turnAway(const ApiError &error, core::Decision decision)
{
    core::RefusalRecord record;
    record.id = m_context.id;
    record.at = m_worker.clock.now();
    record.attribution = m_context.attribution;
    record.decision = decision;
    record.code = error.code;
    record.reason = error.toJson();
    record.bound = m_context.bound.amounts;
    m_worker.accounts.refuse(std::move(record));
    ApiError answer = error;
    answer.headers.emplace_back("x-capstan-request-id", m_context.id.toText());
    respondError(*m_context.client, answer);
    done();
}

void MeteredCall::done()
{
    if (m_finished) {
        std::exchange(m_finished, nullptr)();
    }
}

} // namespace proxy
