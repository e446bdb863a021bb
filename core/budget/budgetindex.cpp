// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/budget/budgetindex.h"

#include <algorithm>

namespace core {

namespace {

struct Place
{
    std::vector<Facet> facets;
    std::vector<QByteArray> values;
};

Place placeOf(const Selector &selector)
{
    Place place;
    for (const Selector::Term &term : selector.terms()) {
        if (!term.value.isEmpty()) {
            place.facets.emplace_back(term);
            place.values.push_back(term.value);
        }
    }
    return place;
}

} // namespace

BudgetIndex::Shape &BudgetIndex::shapeWith(const std::vector<Facet> &facets)
{
    const auto known = std::find_if(m_shapes.begin(), m_shapes.end(), [&](const Shape &shape) {
        return shape.facets == facets;
    });
    if (known != m_shapes.end()) {
        return *known;
    }
    m_shapes.push_back({facets, {}});
    return m_shapes.back();
}

void BudgetIndex::insert(LiveBudget &budget)
{
    const Place place = placeOf(budget.budget.selector);
    shapeWith(place.facets).budgets[place.values].push_back(&budget);
    if (budget.wildcards.empty() && !budget.onTrial) {
        ++m_exact[{budget.budget.selector.toText(), budget.budget.unit}];
    }
}

void BudgetIndex::remove(LiveBudget &budget)
{
    const Place place = placeOf(budget.budget.selector);
    Shape &shape = shapeWith(place.facets);
    const auto at = shape.budgets.find(place.values);
    std::erase(at->second, &budget);
    if (at->second.empty()) {
        shape.budgets.erase(at);
    }
    std::erase_if(m_shapes, [](const Shape &old) { return old.budgets.empty(); });
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
