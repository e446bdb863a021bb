// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The part of ControlCentre that leads to what was found.
#include "app/viewmodels/controlcentre.h"

#include <algorithm>

void ControlCentre::wireFind()
{
    connect(&m_find, &FindModel::pageWanted, this, &ControlCentre::pageWanted);
    connect(&m_find, &FindModel::newBudgetWanted, this, &ControlCentre::newBudgetWanted);
    connect(&m_find, &FindModel::pauseAllWanted, this, &ControlCentre::pauseAllWanted);
    connect(&m_find, &FindModel::tenantWanted, this, [this](const QString &tenant) {
        m_tenant.select(tenant);
        Q_EMIT pageWanted(TenantsPage);
    });
    connect(&m_find, &FindModel::sectionWanted, this, [this](int section) {
        Q_EMIT pageWanted(SettingsPage);
        Q_EMIT sectionWanted(section);
    });
    connect(&m_find, &FindModel::keyWanted, this, &ControlCentre::showKey);
    connect(&m_find, &FindModel::modelWanted, this, [this](const QString &model) {
        m_prices.chooseModel(model);
        Q_EMIT pageWanted(PricesPage);
    });
    connect(&m_find, &FindModel::requestWanted, this, [this](const core::RequestId &id) {
        m_activity.story()->show(id);
        Q_EMIT pageWanted(ActivityPage);
    });
}

void ControlCentre::showKey(const QString &id)
{
    const auto snapshot = m_snapshot; // whatever the selection leads to, the key stays
    const auto found = std::ranges::find(snapshot->keys, id.toUtf8(), &core::KeyFacts::id);
    if (found == snapshot->keys.end()) {
        return;
    }
    const core::KeyFacts &facts = *found;
    m_tenant.select(QString::fromUtf8(facts.tenant));
    Q_EMIT pageWanted(TenantsPage);
    if (facts.stateAt(snapshot->at) != core::KeyState::Revoked) { // of those nothing is changed
        m_tenant.keys()->form()->edit(facts);
    }
}
