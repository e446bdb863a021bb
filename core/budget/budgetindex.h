// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/budget/livebudget.h"

#include <vector>

namespace core {

/// Finds the budgets that match a call with one look-up for each combination of dimensions that
/// budgets name exactly, however many budgets there are: ten thousand of the kind `tenant:x` cost
/// what one costs.
class BudgetIndex
{
public:
    void insert(LiveBudget &budget);
    void remove(LiveBudget &budget);

    /// Those whose exact terms all match; a missing wildcard value is the caller's to see.
    template <class Visit>
    void forEachCandidate(const Attribution &attribution, Visit &&visit) const
    {
        for (const Shape &shape : m_shapes) {
            const auto found = shape.budgets.find(ValuesOf{attribution, shape.facets});
            if (found == shape.budgets.end()) {
                continue;
            }
            for (LiveBudget *budget : found->second) {
                visit(*budget);
            }
        }
    }

    /// Whether a budget in that unit names exactly this, without a wildcard.
    [[nodiscard]] bool isNamedExactly(const QByteArray &label, Unit unit) const;

private:
    struct Shape
    {
        std::vector<Facet> facets;
        ValueMap<std::vector<LiveBudget *>> budgets;
    };

    std::vector<Shape> m_shapes;
    std::map<std::pair<QByteArray, Unit>, int> m_exact;

    [[nodiscard]] Shape &shapeWith(const std::vector<Facet> &facets);
};

} // namespace core
