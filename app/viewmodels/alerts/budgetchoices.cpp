// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/alerts/budgetchoices.h"

#include "app/viewmodels/alerts/alertrow.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

bool BudgetChoices::follow(const core::Snapshot &snapshot)
{
    if (std::ranges::equal(snapshot.budgets, m_ids, {}, &core::Budget::id)) {
        return false;
    }
    m_ids.clear();
    m_names.clear();
    QSet<QString> known;
    for (const core::Budget &budget : snapshot.budgets) {
        const QString name = alertwords::budgetTitle(budget);
        m_ids.push_back(budget.id);
        // Two may be for the same in the same window; their ids tell them apart.
        m_names += known.contains(name) ? name + u" · "_s + QString::fromUtf8(budget.id) : name;
        known.insert(name);
    }
    return true;
}

QString BudgetChoices::nameOf(const QByteArray &id) const
{
    const auto place = std::ranges::find(m_ids, id) - m_ids.begin();
    return place < m_names.size() ? m_names.at(place) : QString::fromUtf8(id);
}
