// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "proxy/pipeline/softactions.h"

#include "proxy/pipeline/callbound.h"
#include "proxy/pipeline/pricing.h"

#include <algorithm>

namespace proxy {

namespace {

std::optional<Downgrade>
follow(const WorkerContext &worker, const RequestContext &context, const QByteArray &to)
{
    const std::optional<ServedModel> model =
        worker.models.find(worker.settings.physicalNames.value(to, to));
    if (to.isEmpty() || !model || model->id == context.model.id) {
        return std::nullopt;
    }
    const std::optional<core::Price> price = priceOf(worker, *model);
    if (!price) {
        return std::nullopt;
    }
    const core::Money there = cheapBound(context.facts, *model, *price).amounts.cost;
    const core::Money here = cheapBound(context.facts, context.model, context.price).amounts.cost;
    return there < here ? std::optional(Downgrade{*model, *price, {}}) : std::nullopt;
}

} // namespace

std::optional<Downgrade> downgradeFor(const WorkerContext &worker,
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
            if (auto downgrade = follow(worker, context, rule.to)) {
                downgrade->budget = budget.id;
                return downgrade;
            }
        }
    }
    return std::nullopt;
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
