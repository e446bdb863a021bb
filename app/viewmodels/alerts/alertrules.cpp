// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/alerts/alertrules.h"

#include "app/viewmodels/alerts/alertrow.h"
#include "app/viewmodels/keys/keynames.h"
#include "app/viewmodels/typednumber.h"
#include "core/alerts/markstext.h"
#include "core/budget/budgetorigin.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr double PerPercent = core::Budget::Whole / 100.0;

} // namespace

void AlertRules::apply(const core::Snapshot &snapshot)
{
    const quint64 keyNames = keynames::revision();
    const bool isKnown = snapshot.hasBudgetsOf(m_revision) && m_keyNames == keyNames;
    m_revision = snapshot.budgetsRevision;
    if (isKnown) {
        return;
    }
    // Compared before they are copied: there may be thousands, ten times a second.
    std::vector<const core::Budget *> owners;
    for (const core::Budget &budget : snapshot.budgets) {
        if (core::originOf(budget.id) ==
            core::BudgetOrigin::Owner) { // a list of ten thousand others is of no use
            owners.push_back(&budget);
        }
    }
    const auto isSame = [](const core::Budget *a, const core::Budget &b) {
        return *a == b;
    };
    if (m_keyNames == keyNames &&
        std::equal(owners.begin(), owners.end(), m_budgets.begin(), m_budgets.end(), isSame)) {
        return;
    }
    m_keyNames = keyNames;
    m_budgets.clear();
    for (const core::Budget *budget : owners) {
        m_budgets.push_back(*budget);
    }
    m_titles.clear();
    for (const core::Budget &budget : m_budgets) {
        m_titles += alertwords::budgetTitle(budget);
    }
    if (chosen() == nullptr) {
        m_chosen = m_budgets.empty() ? QByteArray() : m_budgets.front().id;
        m_draft.reset();
    }
    Q_EMIT listed();
    Q_EMIT changed();
}

const core::Budget *AlertRules::chosen() const
{
    const auto it = std::ranges::find(m_budgets, m_chosen, &core::Budget::id);
    return it == m_budgets.end() ? nullptr : &*it;
}

int AlertRules::current() const
{
    const core::Budget *budget = chosen();
    return budget == nullptr ? -1 : static_cast<int>(budget - m_budgets.data());
}

void AlertRules::setCurrent(int index)
{
    if (index >= 0 && index < std::ssize(m_budgets) && index != current()) {
        m_chosen = m_budgets.at(static_cast<std::size_t>(index)).id;
        putBack();
    }
}

QString AlertRules::marks() const
{
    const core::Budget *budget = chosen();
    return m_draft             ? *m_draft
           : budget == nullptr ? QString()
                               : alertwords::plainMarks(budget->softMarks);
}

void AlertRules::setMarks(const QString &text)
{
    if (text != marks()) {
        m_draft = text;
        m_error.clear();
        Q_EMIT changed();
    }
}

QString AlertRules::summary() const
{
    const core::Budget *budget = chosen();
    if (budget == nullptr) {
        return tr("There is no budget yet.");
    }
    return budget->softMarks.empty() ? tr("Told when the cap is reached.")
                                     : tr("Told at %1, and when the cap is reached.")
                                           .arg(alertwords::marks(budget->softMarks));
}

void AlertRules::putBack()
{
    m_draft.reset();
    m_error.clear();
    Q_EMIT changed();
}

void AlertRules::save()
{
    const core::Budget *before = chosen();
    if (before == nullptr || !m_draft) {
        return;
    }
    const auto marks = core::marksFrom(*m_draft, before->hardMark);
    if (!marks.ok() || typednumber::hasUnclearComma(*m_draft)) {
        m_error = tr("Write at most ten percentages up to %1, as 50, 80, 95.")
                      .arg(QString::number(before->hardMark / PerPercent, 'g', 6));
        Q_EMIT changed();
        return;
    }
    core::Budget after = *before;
    after.softMarks = *marks;
    putBack();
    if (after != *before) {
        Q_EMIT changeRequested(*before, after);
    }
}
