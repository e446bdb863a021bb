// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/pipeline/policystep.h"

#include "core/base/jsontext.h"
#include "core/policy/policybudgets.h"
#include "proxy/pipeline/callbound.h"
#include "proxy/pipeline/pricing.h"
#include "proxy/pipeline/routing.h"
#include "proxy/policygate.h"

#include <algorithm>

namespace proxy {

using core::Dimension;
using Decision = core::PolicyVerdict::Decision;

namespace {

/// A request outside /infer names no tier: its model says which one it is.
QByteArray tierOf(const std::vector<core::Route> &routes, const QByteArray &model)
{
    for (const core::Route &route : routes) {
        const auto tier =
            std::ranges::find(route.tiers, model, [](const auto &one) { return one.second; });
        if (tier != route.tiers.end()) {
            return tier->first;
        }
    }
    return {};
}

/// The model of the tier on the call's own route, else on the first route that serves the call's
/// model; empty: there is none.
QByteArray modelOf(const std::vector<core::Route> &routes,
                   const RequestContext &context,
                   const QByteArray &tier)
{
    for (const core::Route &route : routes) {
        const bool isHere = context.routeName.isEmpty()
                                ? std::ranges::any_of(route.tiers,
                                                      [&](const auto &one) {
                                                          return one.second == context.facts.model;
                                                      })
                                : route.path == context.routeName;
        const auto target =
            std::ranges::find(route.tiers, tier, [](const auto &one) { return one.first; });
        if (isHere && target != route.tiers.end()) {
            return target->second;
        }
    }
    return {};
}

core::Money boundOf(const WorkerContext &worker, const RequestContext &context)
{
    const std::vector<Target> targets = targetsOf(worker, context.facts.model);
    if (targets.empty()) {
        return {};
    }
    const auto price = priceOf(worker, targets.front());
    return price ? cheapBound(context.facts, *targets.front().model, *price).amounts.cost
                 : core::Money();
}

ApiError denied(const core::PolicyVerdict &verdict)
{
    ApiError error;
    error.status = 403;
    error.code = "policy_denied";
    error.type = "policy_error";
    error.message = "The rule " + verdict.policyId +
                    " of the policy does not allow this call: " + verdict.reason +
                    ". Ask the owner of this Capstan.";
    // With the anomalies that were seen before it: one hides nothing, nor is it hidden.
    const QByteArray facts =
        core::withMember(verdict.toJson(), "reason", core::quotedJson(verdict.reason));
    error.facts = facts.mid(1, facts.size() - 2);
    error.headers = {{"x-should-retry", "false"}};
    return error;
}

void useModel(RequestContext &context, const QByteArray &model)
{
    context.askedModel = context.facts.model;
    openai::RequestEdit edit;
    edit.model = model;
    edit.stripInternal = false;
    context.request.body = openai::editRequest(context.facts, context.request.body, edit);
    context.facts.model = model;
}

} // namespace

std::optional<ApiError> judgeByPolicy(const WorkerContext &worker, RequestContext &context)
{
    if (!worker.policy.judges()) {
        return std::nullopt;
    }
    QByteArray &space = context.attribution.of(Dimension::Namespace);
    if (const auto policy = worker.policy.policy()) {
        space = policy->namespaceFor(space);
    }
    const std::vector<core::Route> &routes = worker.policy.routes();
    if (context.tier.isEmpty()) {
        context.tier = tierOf(routes, context.facts.model);
    }
    const QByteArray &route =
        context.routeName.isEmpty() ? context.request.path : context.routeName;
    context.verdict = worker.policy.evaluate(
        {context.attribution, route, context.facts.model, context.tier, boundOf(worker, context)},
        worker.clock.now());
    if (context.verdict.decision == Decision::Deny) {
        return denied(context.verdict);
    }
    if (context.verdict.decision == Decision::Downgrade) {
        const QByteArray cheaper = modelOf(routes, context, context.verdict.tier);
        if (cheaper.isEmpty() || cheaper == context.facts.model) {
            context.verdict.decision = Decision::Allow; // there is nothing cheaper to go to
        } else {
            useModel(context, cheaper);
        }
    }
    return std::nullopt;
}

void blame(const WorkerContext &worker, RequestContext &context, const QByteArray &budgetId)
{
    const auto policy = worker.policy.policy();
    const core::PolicyRule *rule = policy ? core::policyRule(*policy, budgetId) : nullptr;
    context.verdict.decision = Decision::Downgrade;
    context.verdict.reason = "budget_exceeded";
    context.verdict.policyId = rule != nullptr ? rule->id : budgetId;
    context.verdict.primitive = core::PolicyPrimitive::BudgetThreshold;
    if (rule != nullptr) {
        context.verdict.tier = rule->tier;
    }
}

QByteArray learnFrom(const WorkerContext &worker, const RequestContext &context)
{
    if (!worker.policy.judges() || !context.cost) {
        return {};
    }
    return core::toJson(worker.policy.settled(
        context.attribution, context.bound.amounts.cost, *context.cost, worker.clock.now()));
}

} // namespace proxy
