// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "proxy/pipeline/softactions.h"

#include "proxy/pipeline/callbound.h"
#include "proxy/pipeline/pricing.h"
#include "proxy/pipeline/routing.h"

#include <algorithm>

namespace proxy {

namespace {

std::vector<Target>
follow(const WorkerContext &worker, const RequestContext &context, const QByteArray &to)
{
    std::vector<Target> targets = to.isEmpty() ? std::vector<Target>() : targetsOf(worker, to);
    if (targets.empty() || targets.front().model->id == context.model.id) {
        return {};
    }
    const std::optional<core::Price> price = priceOf(worker, targets.front());
    if (!price) {
        return {};
    }
    const ServedModel &model = *targets.front().model;
    const core::Money there = cheapBound(context.facts, model, *price).amounts.cost;
    const core::Money here = cheapBound(context.facts, context.model, context.price).amounts.cost;
    return there < here ? targets : std::vector<Target>();
}

} // namespace

Downgrade downgradeFor(const WorkerContext &worker,
                       const RequestContext &context,
                       const std::vector<core::Budget> &budgets)
{
    const auto names = [&context](const QByteArray &from) {
        return from == "*" || from == context.model.id || from == context.facts.model;
    };
    for (const core::Budget &budget : budgets) {
        for (const core::SoftActions::Downgrade &rule : budget.atSoft.downgrades) {
            if (std::ranges::none_of(rule.from, names)) {
                continue;
            }
            if (std::vector<Target> targets = follow(worker, context, rule.to); !targets.empty()) {
                return {std::move(targets), budget.id};
            }
        }
    }
    return {};
}

std::vector<QByteArray> disabledTools(const std::vector<core::Budget> &budgets)
{
    std::vector<QByteArray> tools;
    for (const core::Budget &budget : budgets) {
        const std::vector<QByteArray> &more = budget.atSoft.disableTools;
        tools.insert(tools.end(), more.begin(), more.end());
    }
    return tools;
}

} // namespace proxy
