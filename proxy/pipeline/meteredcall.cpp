// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "proxy/pipeline/meteredcall.h"

#include "proxy/accounts.h"
#include "proxy/dialects/audioform.h"
#include "proxy/mailbox.h"
#include "proxy/metrics/callmetrics.h"
#include "proxy/pipeline/attribute.h"
#include "proxy/pipeline/authenticate.h"
#include "proxy/pipeline/calldetails.h"
#include "proxy/pipeline/policystep.h"
#include "proxy/pipeline/refusals.h"
#include "proxy/pipeline/routing.h"
#include "proxy/upstream/upstreams.h"

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
    , m_attempts(worker.clock, m_context.receivedAt + worker.settings.routing.totalTimeout)
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
    const auto facts = m_context.request.form
                           ? openai::readAudioForm(*m_context.request.form, contentType())
                           : readCall(endpoint, m_context.request.body);
    if (!facts.ok()) {
        turnAway(ApiError::from(facts.error()), core::Decision::Error);
        return;
    }
    m_context.facts = *facts;
    attributeAndCheck();
}

QByteArray MeteredCall::contentType() const
{
    return headerValue(m_context.request.headers, "content-type");
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
    if (const auto denied = judgeByPolicy(m_worker, m_context)) {
        turnAway(*denied, core::Decision::Refuse);
        return;
    }
    route(true);
}

void MeteredCall::route(bool mayRefresh)
{
    m_context.attribution.of(Dimension::Route) =
        m_context.routeName.isEmpty() ? m_context.request.path : m_context.routeName;
    if (mayRefresh && answerFromCache()) {
        return;
    }
    // Asked first: an upstream whose list comes in between is missing in the plan.
    const bool mayGrow = !m_worker.upstreams.areAllKnown();
    RoutePlan plan = planRoute(m_worker, m_context);
    if (mayRefresh && (mayGrow || (plan.targets.empty() && !plan.isKnown))) {
        m_worker.upstreams.refresh([this, alive = m_alive] {
            if (*alive) {
                route(false);
            }
        });
        return;
    }
    if (plan.targets.empty()) {
        turnAway(plan.error, core::Decision::Error);
        return;
    }
    if (m_worker.settings.routing.isOn && m_context.routeName.isEmpty()) {
        m_context.routedBy = plan.reason;
    }
    m_context.route = std::move(plan.record);
    m_attempts.plan(std::move(plan.targets));
    attempt();
}

void MeteredCall::end(EndReason reason)
{
    const Ending ending = reason == EndReason::Money ? Ending::Cut : Ending::Stopped;
    if (std::exchange(m_waiting, false)) {
        turnAway(endedCall(ending), core::Decision::Error);
    } else if (m_relay) {
        m_relay->finish(ending);
    } else if (!std::exchange(m_settled, true)) {
        m_worker.accounts.release(m_context.hold);
        const QByteArray &tenant = m_context.attribution.of(Dimension::Tenant);
        const auto paused = m_worker.accounts.paused(tenant);
        respondError(*m_context.client,
                     paused ? pausedRefusal(tenant, paused->everybody) : endedCall(ending));
        done();
    }
}

void MeteredCall::clientGone()
{
    m_gone = true;
    const bool waited = std::exchange(m_waiting, false);
    if (m_relay && !waited) {
        m_relay->clientGone();
    } else if (m_context.hold == core::HoldId::None) {
        done(); // nothing is held; the question in flight dies with us
    }
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
    if (decision == core::Decision::Refuse && !m_context.budgets.empty()) {
        record.admission = core::AdmissionRecord{m_context.queued, {}, m_context.budgets};
    }
    record.details = detailsOf(m_worker, m_context);
    m_worker.metrics.turnedAway(record);
    m_worker.accounts.refuse(std::move(record));
    ApiError answer = error;
    answer.headers.emplace_back("x-capstan-request-id", m_context.id.toText());
    respondError(*m_context.client, answer);
    done();
}

void MeteredCall::later(std::function<void()> step)
{
    m_worker.mailbox.post([alive = m_alive, step = std::move(step)] {
        if (*alive) {
            step();
        }
    });
}

void MeteredCall::done()
{
    if (m_finished) {
        std::exchange(m_finished, nullptr)();
    }
}

} // namespace proxy
