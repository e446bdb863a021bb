// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/budgets/budgetoptions.h"

#include "app/viewmodels/budgets/namelist.h"
#include "app/viewmodels/caps/unitamount.h"
#include "app/viewmodels/formatting.h"
#include "core/alerts/markstext.h"

using namespace Qt::StringLiterals;

namespace {

constexpr double PerPercent = core::Budget::Whole / 100.0;

/// "80 %": where the soft actions begin; empty: nowhere.
QString firstMark(const core::Budget &budget)
{
    return budget.softMarks.empty()
               ? QString()
               : formatting::percent(static_cast<double>(budget.softMarks.front()) /
                                     core::Budget::Whole);
}

QString noMarks()
{
    return BudgetOptions::tr("Nothing comes of it: it begins with the first warning, and none is "
                             "set.");
}

} // namespace

BudgetOptions::BudgetOptions(QObject *parent)
    : QObject(parent)
{
    connect(&m_downgrades, &DowngradeList::changed, this, &BudgetOptions::changed);
}

void BudgetOptions::begin(const core::Budget &budget, const DowngradeList::Rules &rules)
{
    m_hardMark = QString::number(budget.hardMark / PerPercent, 'g', 6);
    m_tools = namelist::text(budget.atSoft.disableTools);
    m_clamp = budget.clamp;
    m_yields = budget.yieldsToExact;
    m_downgrades.begin(rules);
    const core::Budget plain;
    setUnfolded(budget.hardMark != plain.hardMark || !m_tools.isEmpty() || !m_clamp || m_yields ||
                !rules.empty());
    Q_EMIT changed();
}

void BudgetOptions::beginId(const QByteArray &id, bool isNew)
{
    m_idHint = QString::fromUtf8(id);
    m_id = isNew ? QString() : m_idHint;
    m_idOpen = isNew;
}

QByteArray BudgetOptions::chosenId() const
{
    const QString id = m_id.trimmed();
    return (id.isEmpty() ? m_idHint : id).toUtf8();
}

void BudgetOptions::setUnfolded(bool unfolded)
{
    if (unfolded != m_unfolded) {
        m_unfolded = unfolded;
        Q_EMIT unfoldedChanged();
    }
}

/// One mark, read as those that warn are.
core::Result<int> BudgetOptions::readHardMark() const
{
    const auto marks = core::marksFrom(m_hardMark, core::Budget::Whole);
    if (!marks.ok() || marks->size() != 1 || m_hardMark.contains(u',')) {
        return core::Error{core::ErrorCode::InvalidInput,
                           tr("“%1” is no share of the amount.").arg(m_hardMark.trimmed()),
                           tr("Write per cents, like 100 or 90.")};
    }
    return marks->front();
}

core::Outcome BudgetOptions::readInto(core::Budget &budget) const
{
    const auto hardMark = readHardMark();
    if (!hardMark.ok()) {
        return hardMark.error();
    }
    const auto rules = m_downgrades.rules();
    if (!rules.ok()) {
        return rules.error();
    }
    budget.hardMark = *hardMark;
    budget.atSoft = {*rules, namelist::namesIn(m_tools)};
    budget.clamp = m_clamp;
    budget.yieldsToExact = m_yields && budget.selector.hasWildcard();
    return core::Done{};
}

void BudgetOptions::describe(const std::optional<core::Budget> &budget, bool isOfEach)
{
    m_described = budget;
    m_ofEach = isOfEach;
    Q_EMIT described();
}

QString BudgetOptions::hardMarkText() const
{
    if (!m_described) {
        return {};
    }
    const core::Budget &budget = *m_described;
    return budget.hardMark == core::Budget::Whole
               ? tr("The whole amount may be spent.")
               //: both are amounts
               : tr("The cap stands at %1; the rest of %2 is never spent.")
                     .arg(unitamount::text(budget.cap(), budget.unit),
                          unitamount::text(budget.limit, budget.unit));
}

QString BudgetOptions::downgradesText() const
{
    if (m_downgrades.count() == 0) {
        return tr("Calls keep the model that they ask for.");
    }
    if (!m_described) {
        return {};
    }
    const bool atTheCap = m_described->atHard == core::HardAction::Downgrade;
    const QString mark = firstMark(*m_described);
    return !mark.isEmpty() ? tr("From %1 of the amount on, the cheaper model answers.").arg(mark)
           : atTheCap      ? tr("What no longer fits is answered by the cheaper model.")
                           : noMarks();
}

QString BudgetOptions::toolsText() const
{
    if (namelist::namesIn(m_tools).empty()) {
        return tr("Calls may use all their tools.");
    }
    if (!m_described) {
        return {};
    }
    const QString mark = firstMark(*m_described);
    return mark.isEmpty()
               ? noMarks()
               : tr("From %1 of the amount on, the model is not offered these tools.").arg(mark);
}

QString BudgetOptions::clampText() const
{
    return m_clamp ? tr("A call that may cost more than is left gets a shorter answer.")
                   : tr("A call that may cost more than is left is not run.");
}

QString BudgetOptions::yieldsText() const
{
    return m_yields ? tr("Who has a budget by name is bound by that one alone.")
                    : tr("Who has a budget by name is bound by both.");
}
