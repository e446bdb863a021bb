// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/budgets/budgetmatch.h"

#include <algorithm>

namespace {

bool isTag(const core::Selector::Term &term)
{
    return !term.tagName.isEmpty();
}

} // namespace

namespace budgetmatch {

bool hasTags(const core::Selector &selector)
{
    return std::ranges::any_of(selector.terms(), isTag);
}

core::ActivityFilter filterFor(const core::Selector &selector, core::Time from, core::Time to)
{
    core::ActivityFilter filter;
    filter.from = from;
    filter.to = to;
    for (const core::Selector::Term &term : selector.terms()) {
        if (!term.value.isEmpty() && !isTag(term)) {
            filter.values.emplace_back(term.dimension, term.value);
        }
    }
    return filter;
}

} // namespace budgetmatch
