// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/budgetdirectory.h"
#include "app/viewmodels/tenantdetail.h"

void TenantDetail::setCap()
{
    core::Budget budget;
    budget.id = core::newBudgetId();
    if (!m_tenant.isEmpty()) {
        budget.selector = core::Selector({{core::Dimension::Tenant, {}, m_tenant}});
    }
    budget.window.kind = core::WindowKind::Day;
    budget.window.zone = m_zone;
    budget.limit = capamount::suggestion(m_spentToday).nanos();
    m_draft = budget;
    Q_EMIT refreshWanted();
}

void TenantDetail::abandonCap()
{
    m_draft.reset();
    Q_EMIT refreshWanted();
}

void TenantDetail::removeCap()
{
    if (m_texts.hasCap) {
        Q_EMIT removalRequested(m_editor.situation().budget);
    }
}

void TenantDetail::edit()
{
    if (m_texts.hasCap && isEditable()) {
        m_editor.putBack();
        Q_EMIT editRequested(m_editor.situation());
    }
}

void TenantDetail::editOther(int row)
{
    if (row < 0 || row >= m_others.rowCount()) {
        return;
    }
    const BindingRow other = m_others.rows()[static_cast<std::size_t>(row)];
    if (other.own) {
        m_chosenBudget = other.budgetId;
        Q_EMIT refreshWanted();
    } else {
        selectBudget(QString::fromUtf8(other.budgetId), QString::fromUtf8(other.label));
    }
}

void TenantDetail::selectCap(const QByteArray &tenant, const QByteArray &budgetId)
{
    choose(true, tenant);
    m_draft.reset();
    m_chosenBudget = budgetId;
    Q_EMIT refreshWanted();
}

void TenantDetail::pause()
{
    if (m_budget.isEmpty()) { // which is nobody's to pause
        Q_EMIT pauseRequested(m_tenant, true);
    }
}

void TenantDetail::resume()
{
    if (m_budget.isEmpty()) {
        Q_EMIT pauseRequested(m_tenant, false);
    }
}

void TenantDetail::pauseAndCut()
{
    if (m_budget.isEmpty()) {
        pause();
        Q_EMIT cutRequested(m_tenant);
    }
}

void TenantDetail::resetCap()
{
    if (m_texts.hasCap) {
        const CapSituation &situation = m_editor.situation();
        const bool isOfEach = !m_budget.isEmpty() && situation.budget.selector.hasWildcard();
        Q_EMIT resetRequested(situation.budget.id, isOfEach ? m_label : situation.state.label);
    }
}
