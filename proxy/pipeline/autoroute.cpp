// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/pipeline/autoroute.h"

#include "proxy/accounts.h"
#include "proxy/pipeline/callbound.h"
#include "proxy/pipeline/pricing.h"
#include "proxy/upstream/upstreams.h"

#include <algorithm>
#include <utility>

namespace proxy {

using core::RouteCandidate;

namespace {

/// Of a prompt of half the tokens and an answer of the other half; the seed had one flat rate.
double dollarsPerThousand(const core::Price &price)
{
    const double nanosPerMillion =
        (static_cast<double>(price.rates.input) + static_cast<double>(price.rates.output)) / 2;
    return nanosPerMillion / core::Money::NanosPerDollar / 1'000;
}

RouteCandidate candidateOf(const WorkerContext &worker,
                           const RequestContext &context,
                           const core::Model &model,
                           const std::vector<Target> &targets)
{
    RouteCandidate candidate;
    candidate.model = model.name;
    candidate.quality = model.quality;
    if (targets.empty()) {
        candidate.provider = model.targets.front().provider;
        candidate.unavailable = "no target of it can serve now";
        return candidate;
    }
    const Target &best = targets.front();
    candidate.provider = best.upstream->settings().id;
    candidate.isLocal = best.upstream->settings().isLocal;
    const core::HealthView health = best.upstream->provider.health.view(best.model->id);
    candidate.latency = health.firstByte;
    if (health.state == core::CircuitBreaker::State::Open) {
        candidate.unavailable = "failed a moment ago";
    }
    if (const auto price = priceOf(worker, best)) {
        candidate.cost = cheapBound(context.facts, *best.model, *price).amounts.cost;
        candidate.dollarsPerThousandTokens = dollarsPerThousand(*price);
    } else {
        candidate.unavailable = "has no price";
    }
    return candidate;
}

core::BudgetTier tierOf(const WorkerContext &worker, const RequestContext &context)
{
    auto tier = core::BudgetTier::Normal;
    if (const auto &marks = worker.settings.routing.budgetMarks) {
        for (const core::BucketState &state : worker.accounts.matching(context.attribution)) {
            if (state.unit == core::Unit::Usd) {
                tier = std::max(tier, core::budgetTier(state.settled, state.limit, *marks));
            }
        }
    }
    return tier;
}

ApiError unrouted(const core::RouteDecision &decision)
{
    const bool byMoney = decision.reason == core::RouteReason::Budget;
    ApiError error;
    error.status = byMoney ? 402 : 503;
    error.code = byMoney ? "budget_exceeded" : "no_available_provider";
    error.type = byMoney ? error.code : QByteArray("upstream_error");
    error.message = "No model may serve this request:";
    for (const auto &one : decision.considered) {
        const QByteArray &why = one.candidate.unavailable;
        error.message += ' ' + one.candidate.model + " (" + (why.isEmpty() ? one.verdict : why) +
                         (&one == &decision.considered.back() ? ")." : "),");
    }
    if (byMoney) {
        error.headers = {{"x-should-retry", "false"}};
    }
    return error;
}

std::vector<const core::Model *> modelsFor(const WorkerContext &worker, const QByteArray &taskType)
{
    std::vector<const core::Model *> models;
    for (const QByteArray &name : worker.settings.routing.modelsFor(taskType)) {
        if (const core::Model *model = worker.upstreams.logical(name)) {
            models.push_back(model);
        }
    }
    if (models.empty()) {
        for (const core::Model &model : worker.settings.models) {
            models.push_back(&model);
        }
    }
    return models;
}

} // namespace

RoutePlan planAutomatic(const WorkerContext &worker, const RequestContext &context)
{
    RoutePlan plan;
    const auto wish = readRouteWish(context.request.headers);
    if (!wish.ok()) {
        plan.error = ApiError::from(wish.error());
        plan.isKnown = true;
        return plan;
    }
    std::vector<std::vector<Target>> replicas;
    std::vector<RouteCandidate> candidates;
    for (const core::Model *model : modelsFor(worker, wish->taskType)) {
        replicas.push_back(replicasOf(worker, *model));
        candidates.push_back(candidateOf(worker, context, *model, replicas.back()));
    }
    const core::RouteDecision decision = core::decideRoute(
        worker.settings.routing.mode, *wish, tierOf(worker, context), std::move(candidates));
    for (const std::size_t index : decision.order) {
        std::ranges::move(replicas[index], std::back_inserter(plan.targets));
    }
    plan.reason = decision.reason;
    plan.record = decision.toRecord();
    if (plan.targets.empty()) {
        plan.error = unrouted(decision);
        plan.isKnown = decision.reason == core::RouteReason::Budget;
    }
    return plan;
}

} // namespace proxy
