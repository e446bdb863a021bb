// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/budget/budgetindex.h"

namespace core {

void BudgetIndex::insert(LiveBudget &budget)
{
    m_candidates.insert(budget.budget.selector, budget);
    if (budget.wildcards.empty() && !budget.onTrial) {
        ++m_exact[{budget.budget.selector.toText(), budget.budget.unit}];
    }
}

void BudgetIndex::remove(LiveBudget &budget)
{
    m_candidates.remove(budget.budget.selector, budget);
    if (!budget.wildcards.empty() || budget.onTrial) {
        return;
    }
    const auto exact = m_exact.find({budget.budget.selector.toText(), budget.budget.unit});
    if (--exact->second == 0) {
        m_exact.erase(exact);
    }
}

bool BudgetIndex::isNamedExactly(const QByteArray &label, Unit unit) const
{
    return m_exact.find({label, unit}) != m_exact.end();
}

} // namespace core
