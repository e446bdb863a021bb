// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The part of ControlCentre that changes what can be taken back, and takes it back.
#include "app/viewmodels/budgetdirectory.h"
#include "app/viewmodels/controlcentre.h"
#include "app/viewmodels/sentences/sentences.h"

void ControlCentre::wireCapChanges()
{
    const auto change = [this](const std::optional<core::Budget> &before,
                               const core::Budget &after) {
        record(CapChange{before, after});
    };
    connect(m_tenant.editor(), &CapEditor::changeRequested, this, change);
    connect(m_tenant.raise(), &CapRaise::changeRequested, this, change);
    connect(m_alerts.rules(), &AlertRules::changeRequested, this, change);
    connect(m_tenant.keys()->form(),
            &KeyForm::capChangeRequested,
            this,
            [this](const std::optional<core::Budget> &before,
                   const std::optional<core::Budget> &after) {
                record(CapChange{before, after});
            });
    connect(&m_tenant, &TenantDetail::removalRequested, this, [this](const core::Budget &budget) {
        record(CapChange{budget, std::nullopt});
    });
    connect(&m_newBudget, &BudgetForm::saveRequested, this, change);
    connect(&m_tenant, &TenantDetail::editRequested, &m_newBudget, &BudgetForm::beginChange);
}

void ControlCentre::wireOtherChanges()
{
    connect(&m_settings, &SettingsModel::upstreamChanged, this, &ControlCentre::remember);
    connect(m_prices.editor(), &PriceEditor::changeRequested, this, &ControlCentre::record);
    connect(m_tenant.keys()->form(),
            &KeyForm::keyChanged,
            this,
            [this](const core::KeyFacts &before, const core::KeyFacts &after) {
                remember(KeyChange{before, after});
            });
    connect(&m_alerts, &AlertCentre::muteRequested, this, &ControlCentre::setMute);
    connect(&m_alerts, &AlertCentre::unmuteRequested, this, [this](const QByteArray &budgetId) {
        setMute(budgetId, std::nullopt);
    });
    connect(&m_prices,
            &PriceListModel::changeRefused,
            this,
            [this](const QString &model, const QString &why, bool isShown) {
                const auto change = m_history.forgetPrice(model);
                if (change) {
                    Q_EMIT historyChanged();
                }
                if (!isShown) {
                    m_notices.addRefusal(tr("Not done: %1").arg(change ? textOf(*change) : model),
                                         why);
                }
            });
}

void ControlCentre::record(const WindowChange &change)
{
    remember(change);
    m_burn.addEvent(m_clock.now(), textOf(change));
    ask(change);
}

void ControlCentre::remember(const WindowChange &change)
{
    m_history.add(change);
    Q_EMIT historyChanged();
    Q_EMIT capChanged(textOf(change));
}

void ControlCentre::ask(const WindowChange &change)
{
    std::visit([this](const auto &one) { askFor(one); }, change);
}

void ControlCentre::askFor(const CapChange &change)
{
    if (change.after) {
        Q_EMIT budgetChangeRequested(*change.after);
    } else {
        Q_EMIT budgetRemovalRequested(change.before->id);
    }
}

void ControlCentre::askFor(const PriceChange &change)
{
    Q_EMIT ownPricesRequested(change.model, change.after);
}

void ControlCentre::askFor(const UpstreamChange &change)
{
    m_settings.setUpstream(change);
}

void ControlCentre::showBudget(const QString &budgetId, const QString &label)
{
    const auto bound = m_directory->named(budgetId.toUtf8(), label.toUtf8());
    if (!bound) {
        return;
    }
    if (const auto tenant = soleTenantOf(*bound->budget)) {
        m_tenant.selectCap(*tenant, bound->budget->id);
    } else {
        m_tenant.selectBudget(budgetId, label);
    }
    Q_EMIT capWanted();
}

void ControlCentre::undo()
{
    if (const auto change = m_history.undo()) {
        Q_EMIT historyChanged();
        ask(*change);
    }
}

void ControlCentre::redo()
{
    if (const auto change = m_history.redo()) {
        Q_EMIT historyChanged();
        ask(*change);
    }
}

void ControlCentre::refused(const QString &what, const QString &why)
{
    const auto change = m_history.forget(what.toUtf8());
    if (change) {
        Q_EMIT historyChanged();
    }
    const QString sentence = sentences::translated(why);
    if (!m_tenant.refuse(what, sentence)) {
        m_notices.addRefusal(tr("Not done: %1").arg(change ? textOf(*change) : what), sentence);
    }
}
