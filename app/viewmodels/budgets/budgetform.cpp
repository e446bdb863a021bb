// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/budgets/budgetform.h"

#include "app/viewmodels/formatting.h"

#include <algorithm>

using namespace Qt::StringLiterals;

// What is typed becomes a budget in budgetformreading.cpp and budgetwindow.cpp, a budget what is
// on the form in budgetformshowing.cpp; what is said of it stands in budgetformtexts.cpp.

BudgetForm::BudgetForm(QObject *parent)
    : QObject(parent)
    , m_known(core::Dimension::Tenant, {})
{
    connect(&m_options, &BudgetOptions::changed, this, &BudgetForm::touch);
    connect(&m_past, &BudgetPast::changed, this, &BudgetForm::changed);
}

void BudgetForm::apply(const core::Snapshot &snapshot)
{
    m_now = snapshot.at;
    m_zone = snapshot.zone;
    m_known.apply(snapshot);
    m_past.setNow(snapshot.at, formatting::zoneOf(snapshot.zone));
    const bool isSame = snapshot.hasBudgetsOf(m_revision);
    m_revision = snapshot.budgetsRevision;
    if (!isSame && !std::ranges::equal(snapshot.budgets, m_ids, {}, &core::Budget::id)) {
        m_ids.clear();
        std::ranges::transform(snapshot.budgets, std::back_inserter(m_ids), &core::Budget::id);
    }
}

void BudgetForm::follow(const CapSituation &situation)
{
    if (!m_open || !m_before || situation.budget.id != m_id) {
        return;
    }
    const std::optional<core::Raise> raise = m_before->raise;
    keep(situation);
    weigh();
    if (raise != m_before->raise) {
        Q_EMIT changed();
    }
}

/// Of what others change meanwhile the raise is kept, which the form leaves alone.
void BudgetForm::keep(const CapSituation &situation)
{
    m_situation = situation;
    const bool isRaised = situation.budget.isRaisedAt(m_now);
    m_before->raise = isRaised ? situation.budget.raise : std::nullopt;
}

void BudgetForm::begin(const QString &tenant)
{
    core::Budget budget;
    budget.id = core::newBudgetId();
    if (!tenant.isEmpty()) {
        budget.selector = core::Selector({{core::Dimension::Tenant, {}, tenant.toUtf8()}});
    }
    budget.window.kind = core::WindowKind::Day;
    budget.window.zone = m_zone;
    budget.softMarks = {800'000, 950'000};
    m_before.reset();
    m_situation = {};
    show(budget);
}

void BudgetForm::beginFor(core::Dimension dimension, const QString &value)
{
    begin(value);
    setDimension(1 + static_cast<int>(dimension));
    m_touched = false;
}

void BudgetForm::beginChange(const CapSituation &situation)
{
    m_before = situation.budget;
    keep(situation);
    show(situation.budget);
}

void BudgetForm::touch()
{
    if (m_open) {
        m_touched = true;
        settle();
    }
}

void BudgetForm::settle()
{
    if (hasKnown()) {
        m_known.setDimension(static_cast<core::Dimension>(m_dimension - 1));
    }
    const auto made = budget();
    const auto sound = made.ok() ? std::optional(*made) : std::nullopt;
    const auto whose = selector();
    m_past.look(sound);
    m_options.describe(sound, whose.ok() && whose->hasWildcard());
    weigh();
    Q_EMIT changed();
}

void BudgetForm::weigh()
{
    const auto made = budget();
    const Effect effect = made.ok() ? effectOf(*made) : Effect();
    if (effect != m_effect) {
        m_effect = effect;
        Q_EMIT effectChanged();
    }
}

void BudgetForm::close()
{
    m_open = false;
    m_before.reset();
    m_past.forget();
    Q_EMIT changed();
}

void BudgetForm::enter()
{
    if (m_past.state() == BudgetPast::Stands) {
        save();
    }
}

void BudgetForm::save()
{
    const auto made = budget();
    if (canSave() && made.ok()) {
        const std::optional<core::Budget> before = m_before;
        close();
        Q_EMIT saveRequested(before, *made);
    }
}
