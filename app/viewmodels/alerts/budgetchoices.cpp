// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/alerts/budgetchoices.h"

#include "app/viewmodels/alerts/alertrow.h"
#include "app/viewmodels/keys/keynames.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

bool BudgetChoices::follow(const core::Snapshot &snapshot)
{
    const quint64 keyNames = keynames::revision();
    const bool isSame = snapshot.hasBudgetsOf(m_revision);
    m_revision = snapshot.budgetsRevision;
    if (m_keyNames == keyNames && (isSame || std::ranges::equal(snapshot.budgets, m_budgets))) {
        return false;
    }
    m_keyNames = keyNames;
    m_budgets = snapshot.budgets;
    m_names.clear();
    QSet<QString> known;
    for (const core::Budget &budget : snapshot.budgets) {
        const QString name = alertwords::budgetTitle(budget);
        // Two may be for the same in the same window; their ids tell them apart.
        m_names += known.contains(name) ? name + u" · "_s + QString::fromUtf8(budget.id) : name;
        known.insert(name);
    }
    return true;
}

QString BudgetChoices::nameOf(const QByteArray &id) const
{
    const auto place = std::ranges::find(m_budgets, id, &core::Budget::id) - m_budgets.begin();
    return place < m_names.size() ? m_names.at(place) : QString::fromUtf8(id);
}
