// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The part of BudgetDirectory that finds a budget by its id, whomever it binds.
#include "app/viewmodels/budgetdirectory.h"

#include <algorithm>

namespace {

const QByteArray &idOf(const core::BucketState *state)
{
    return state->budgetId;
}

qint64 committedIn(const core::BucketState *state)
{
    return core::Money::saturatingSum(state->settled, state->held);
}

} // namespace

std::span<const core::BucketState *const> BudgetDirectory::statesOf(const QByteArray &id) const
{
    return {std::ranges::lower_bound(m_buckets, id, {}, idOf),
            std::ranges::upper_bound(m_buckets, id, {}, idOf)};
}

BoundBudget BudgetDirectory::fullest(const core::Budget &budget) const
{
    if (!budget.selector.hasWildcard()) {
        return labelled(budget, budget.selector.toText());
    }
    const auto states = statesOf(budget.id);
    const auto most = std::ranges::max_element(states, {}, committedIn);
    return labelled(budget, most == states.end() ? QByteArray() : (*most)->label);
}

std::vector<BoundBudget> BudgetDirectory::counters(const core::Budget &budget) const
{
    std::vector<BoundBudget> found;
    for (const core::BucketState *state : statesOf(budget.id)) {
        // After a reset two have the same label; labelled() knows which counts.
        if (found.empty() || found.back().state.label != state->label) {
            found.push_back(labelled(budget, state->label));
        }
    }
    return found;
}

int BudgetDirectory::countersOf(const QByteArray &budgetId) const
{
    const core::BucketState *last = nullptr;
    int number = 0;
    for (const core::BucketState *state : statesOf(budgetId)) {
        number += last == nullptr || last->label != state->label ? 1 : 0;
        last = state;
    }
    return number;
}

std::optional<BoundBudget> BudgetDirectory::named(const QByteArray &budgetId,
                                                  const QByteArray &label) const
{
    const auto budget = std::ranges::find(m_snapshot.budgets, budgetId, &core::Budget::id);
    if (budget == m_snapshot.budgets.end()) {
        return std::nullopt;
    }
    return label.isEmpty() || !budget->selector.hasWildcard() ? fullest(*budget)
                                                              : labelled(*budget, label);
}
