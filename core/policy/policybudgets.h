// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/budget/budget.h"
#include "core/policy/policy.h"

#include <optional>
#include <utility>
#include <vector>

namespace core {

struct Route;

/// The budgets that a policy's budget_threshold rules mean, so that one engine with its holds keeps
/// them: id "policy:<namespace>:<rule>", selector "namespace:<namespace>". `deny` refuses what
/// would pass the limit; `downgrade` refuses nothing and takes the cheaper tier's model of each
/// route from the limit on.
[[nodiscard]] std::vector<Budget> policyBudgets(const Policy &policy,
                                                const std::vector<Route> &routes);

/// The rule behind such a budget's id; nullptr for every other budget.
[[nodiscard]] const PolicyRule *policyRule(const Policy &policy, QByteArrayView budgetId);
[[nodiscard]] bool isPolicyBudget(QByteArrayView budgetId);

} // namespace core
