// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/policybudgets.h"

#include "core/budget/budgetorigin.h"
#include "core/configuration/configuration.h"

#include <algorithm>

namespace core {

namespace {
constexpr QByteArrayView Prefix = "policy:";

QByteArray budgetId(const PolicyNamespace &space, const PolicyRule &rule)
{
    return Prefix.toByteArray() + space.name + ':' + rule.id;
}

/// From each dearer model of a route to the one of the tier; two routes that share the dearer model
/// share the first one's cheaper model.
std::vector<SoftActions::Downgrade> downgrades(const QByteArray &tier,
                                               const std::vector<Route> &routes)
{
    std::vector<SoftActions::Downgrade> rules;
    for (const Route &route : routes) {
        const auto target =
            std::ranges::find(route.tiers, tier, [](const auto &t) { return t.first; });
        if (target == route.tiers.end()) {
            continue;
        }
        for (const auto &[name, model] : route.tiers) {
            if (name != tier) {
                rules.push_back({{model}, target->second});
            }
        }
    }
    return rules;
}

Budget
budgetOf(const PolicyNamespace &space, const PolicyRule &rule, const std::vector<Route> &routes)
{
    Budget budget;
    budget.id = budgetId(space, rule);
    budget.name = QString::fromUtf8(rule.denyReason.isEmpty() ? rule.id : rule.denyReason);
    budget.selector = Selector({{Dimension::Namespace, {}, space.name}});
    budget.window = rule.window;
    budget.limit = rule.limit.nanos();
    budget.clamp = false; // the rule says deny, not answer shorter
    if (rule.action == PolicyAction::Downgrade) {
        budget.mode = BudgetMode::Audit;
        budget.softMarks = {Budget::Whole};
        budget.atSoft.downgrades = downgrades(rule.tier, routes);
    }
    return budget;
}
} // namespace

std::vector<Budget> policyBudgets(const Policy &policy, const std::vector<Route> &routes)
{
    std::vector<Budget> budgets;
    for (const PolicyNamespace &space : policy.namespaces) {
        for (const PolicyRule &rule : space.rules) {
            if (rule.primitive == PolicyPrimitive::BudgetThreshold) {
                budgets.push_back(budgetOf(space, rule, routes));
            }
        }
    }
    return budgets;
}

const PolicyRule *policyRule(const Policy &policy, QByteArrayView budgetId)
{
    for (const PolicyNamespace &space : policy.namespaces) {
        for (const PolicyRule &rule : space.rules) {
            if (budgetId == core::budgetId(space, rule)) {
                return &rule;
            }
        }
    }
    return nullptr;
}

bool isPolicyBudget(QByteArrayView budgetId)
{
    return originOf(budgetId) == BudgetOrigin::Policy;
}

} // namespace core
