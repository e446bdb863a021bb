// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/budget/budget.h"
#include "proxy/pipeline/workercontext.h"
#include "proxy/server/exchange.h"

#include <memory>
#include <vector>

namespace proxy {

/// Seed S1's budget endpoints (requirements S1-05 ... S1-07). A scope is "dimension:value", or a
/// bare name, which is a tenant; see Selector::fromScope for task, session and org. A budget made
/// here is a lifetime USD budget. The answer to GET: {scope, limit, spent, remaining,
/// softCapReached, hardCapReached, reserved}; a scope without a budget of its own answers with
/// BUDGET_DEFAULT_LIMIT, or 404 when none is set.
void getBudget(const WorkerContext &worker,
               const HttpRequest &request,
               const std::shared_ptr<ClientStream> &client);
/// 201 once the budget is durable and knows what was spent before.
void setBudget(const WorkerContext &worker,
               const HttpRequest &request,
               const std::shared_ptr<ClientStream> &client);
/// 204, also when there was none; what was spent stays in the ledger.
void deleteBudget(const WorkerContext &worker,
                  const HttpRequest &request,
                  const std::shared_ptr<ClientStream> &client);

/// The id of the budget that /api/budget keeps for a selector.
[[nodiscard]] QByteArray scopeBudgetId(const QByteArray &selectorText);
/// The budgets that BUDGET_DEFAULT_LIMIT stands for: one per tenant, agent, user, task and session
/// that has none of its own.
[[nodiscard]] std::vector<core::Budget> defaultBudgets(const DefaultBudget &settings);

} // namespace proxy
