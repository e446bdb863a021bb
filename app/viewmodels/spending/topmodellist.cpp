// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/spending/topmodellist.h"

#include "app/viewmodels/formatting.h"

#include <algorithm>

void TopModelList::apply(const core::Snapshot &snapshot)
{
    std::vector<TopModelFacts> facts;
    for (const auto &model : snapshot.models) {
        if (!model.name.isEmpty()) {
            facts.push_back({model.name, model.spentToday, model.burnPerHour, snapshot.spentToday});
        }
    }
    std::sort(facts.begin(), facts.end(), [](const auto &a, const auto &b) {
        return a.spent != b.spent ? a.spent > b.spent : a.name < b.name;
    });
    facts.resize(std::min(facts.size(), Most));
    synchronise(facts);
}

QVariant TopModelList::present(const TopModelFacts &facts) const
{
    TopModelRow row;
    row.name = QString::fromUtf8(facts.name);
    row.spentText = formatting::money(facts.spent);
    row.burnText = formatting::burn(facts.burn);
    const double whole = static_cast<double>(std::max<qint64>(facts.ofAll.nanos(), 1));
    row.bar.spent = std::clamp(static_cast<double>(facts.spent.nanos()) / whole, 0.0, 1.0);
    row.bar.description = tr("%1 of %2 today").arg(row.spentText, formatting::money(facts.ofAll));
    return QVariant::fromValue(row);
}
