// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Budgets that are not durable yet: the old one rules until the new one is safe.
#include "core/budget/bucketkey.h"
#include "core/budget/budgetengine_p.h"

#include <utility>

namespace core {

LiveBudget *BudgetEngine::Private::withDefinition(const QByteArray &definition) const
{
    const QByteArray id = BucketAddress{definition, {}, {}, 0}.budgetId();
    LiveBudget *live = find(id);
    if (live && live->definition == definition) {
        return live;
    }
    const auto trial = trials.find(id);
    const bool isOnTrial = trial != trials.end() && trial->second->definition == definition;
    return isOnTrial ? trial->second.get() : nullptr;
}

Outcome BudgetEngine::stage(const Budget &budget)
{
    if (Outcome outcome = budget.validate(); !outcome) {
        return outcome;
    }
    Q_ASSERT_X(!d->trials.contains(budget.id), "BudgetEngine", "a trial has not ended");
    auto &place = d->trials[budget.id];
    place = std::make_unique<LiveBudget>(budget, d->epochs[budget.id]);
    place->onTrial = true;
    d->index.insert(*place);
    d->attachHolds(*place);
    for (auto &[values, series] : place->lines) {
        d->markYielding(*place, series);
    }
    return Done{};
}

void BudgetEngine::promote(const QByteArray &budgetId, Time now)
{
    auto trial = d->trials.extract(budgetId);
    if (trial.empty()) {
        return;
    }
    if (LiveBudget *former = d->find(budgetId)) {
        d->uninstall(*former);
    }
    LiveBudget &live = *trial.mapped();
    d->index.remove(live);
    live.onTrial = false;
    d->index.insert(live); // by now it is one that a default yields to
    d->budgets[budgetId] = std::move(trial.mapped());
    d->revise();
    d->refreshYielding(live.budget);
    d->recallMarks(live);
    for (auto &[values, series] : live.lines) {
        d->markYielding(live, series);
    }
    d->announceAll(live, now);
}

void BudgetEngine::discard(const QByteArray &budgetId)
{
    const auto trial = d->trials.find(budgetId);
    if (trial != d->trials.end()) {
        d->detach(*trial->second);
        d->trials.erase(trial);
    }
}

} // namespace core
