// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A raise ends by the clock: each answer is worked out for its own time, so only what nobody asks
// for (marks, calls that no longer fit) must be looked for.
#include "core/budget/budgetengine_p.h"

#include <utility>

namespace core {

bool BudgetEngine::endRaises(Time now)
{
    if (now < d->nextRaiseEnd) {
        return false;
    }
    d->nextRaiseEnd = Time::max();
    for (const auto &[id, live] : d->budgets) {
        if (live->budget.raise) {
            d->announceAll(*live, now);
        }
    }
    return true;
}

} // namespace core
