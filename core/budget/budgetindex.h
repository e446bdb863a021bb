// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/budget/livebudget.h"
#include "core/budget/selectorindex.h"

#include <map>
#include <utility>

namespace core {

/// Finds the budgets that match a call, and knows which of them name somebody exactly.
class BudgetIndex
{
public:
    void insert(LiveBudget &budget);
    void remove(LiveBudget &budget);

    /// Those whose exact terms all match; a missing wildcard value is the caller's to see.
    template <class Visit>
    void forEachCandidate(const Attribution &attribution, Visit &&visit) const
    {
        m_candidates.forEachCandidate(attribution, visit);
    }

    /// Whether a budget in that unit names exactly this, without a wildcard.
    [[nodiscard]] bool isNamedExactly(const QByteArray &label, Unit unit) const;

private:
    SelectorIndex<LiveBudget> m_candidates;
    std::map<std::pair<QByteArray, Unit>, int> m_exact;
};

} // namespace core
