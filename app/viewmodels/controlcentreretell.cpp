// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The part of ControlCentre that says everything again when amounts are shown in another currency.
#include "app/viewmodels/controlcentre.h"
#include "app/viewmodels/displaycurrency.h"

namespace {

/// The rows' facts are as they were; their texts are made of them anew when they are asked for.
void retellRows(QAbstractItemModel *list)
{
    if (list->rowCount() > 0) {
        Q_EMIT list->dataChanged(list->index(0, 0), list->index(list->rowCount() - 1, 0));
    }
}

} // namespace

QString ControlCentre::currencyNote()
{
    return displaycurrency::note();
}

void ControlCentre::retell()
{
    Q_EMIT currencyNoteChanged();
    apply(m_snapshot);
    m_burn.retell();
    m_reports.retell();
    m_activity.story()->retell();
    Q_EMIT m_newBudget.changed();
    for (QAbstractItemModel *list :
         std::initializer_list<QAbstractItemModel *>{&m_running,
                                                     &m_tenants,
                                                     &m_budgets,
                                                     &m_topTenants,
                                                     &m_topModels,
                                                     &m_dimension,
                                                     &m_burn,
                                                     &m_prices,
                                                     &m_activity,
                                                     m_alerts.open(),
                                                     m_alerts.history()}) {
        retellRows(list);
    }
}
