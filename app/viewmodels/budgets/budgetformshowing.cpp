// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The part of BudgetForm that shows a budget as a person would type it.
#include "app/viewmodels/alerts/alertrow.h"
#include "app/viewmodels/budgets/budgetform.h"
#include "app/viewmodels/caps/unitamount.h"
#include "app/viewmodels/keys/keynames.h"

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::seconds UsualWait{30};

bool isOfAnyModel(const core::SoftActions::Downgrade &rule)
{
    return rule.from == std::vector<QByteArray>{"*"};
}

} // namespace

void BudgetForm::show(const core::Budget &budget)
{
    m_open = false; // what the parts tell meanwhile is no person's change
    m_touched = false;
    m_id = budget.id;
    m_unit = static_cast<int>(budget.unit);
    m_shownAmount = budget.limit > 0 ? unitamount::plain(budget.limit, budget.unit) : QString();
    m_amount = m_shownAmount;
    m_name = budget.name;
    m_marks = alertwords::plainMarks(budget.softMarks);
    m_auditOnly = budget.mode == core::BudgetMode::Audit;
    showSelector(budget.selector);
    showWindow(budget.window);
    showEnding(budget);
    m_past.forget();
    m_open = true;
    settle();
}

void BudgetForm::showSelector(const core::Selector &selector)
{
    const auto &terms = selector.terms();
    const bool isOfOne = terms.size() == 1 && terms.front().tagName.isEmpty();
    m_dimension = terms.empty() ? 0
                  : isOfOne     ? 1 + static_cast<int>(terms.front().dimension)
                                : static_cast<int>(dimensions().size()) - 1;
    m_value = QString::fromUtf8(isOfOne ? terms.front().value : selector.toText());
    const QString name = isOfOne && alertwords::isOfKey(terms.front())
                             ? keynames::of(terms.front().value)
                             : QString();
    if (!name.isEmpty() && keynames::idOf(name) == terms.front().value) {
        m_value = name; // two may have the same one
    }
}

/// A substitute for any model stands beside the ending, where it ends so; the rest is folded.
void BudgetForm::showEnding(const core::Budget &budget)
{
    m_ending = budget.atHard == core::HardAction::Queue       ? Wait
               : budget.atHard == core::HardAction::Downgrade ? Downgrade
                                                              : Refuse;
    const auto wait = m_ending == Wait ? budget.queueFor : UsualWait;
    m_waitSeconds = QString::number(wait.count());
    m_substitute.clear();
    DowngradeList::Rules rules = budget.atSoft.downgrades;
    if (m_ending == Downgrade && !rules.empty() && isOfAnyModel(rules.back())) {
        m_substitute = QString::fromUtf8(rules.back().to);
        rules.pop_back();
    }
    m_options.beginId(budget.id, !m_before);
    m_options.begin(budget, rules);
}
