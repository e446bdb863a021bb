// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The part of BudgetForm that makes a budget of what is typed.
#include "app/viewmodels/budgets/budgetform.h"
#include "app/viewmodels/capamount.h"
#include "app/viewmodels/keys/keynames.h"
#include "app/viewmodels/typednumber.h"
#include "core/alerts/markstext.h"
#include "core/budget/budgetorigin.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

core::Error wrong(const QString &message, const QString &remedy)
{
    return {core::ErrorCode::InvalidInput, message, remedy};
}

core::Result<std::vector<int>> readMarks(const QString &text, int hardMark)
{
    if (typednumber::hasUnclearComma(text)) {
        return wrong(BudgetForm::tr("“%1” is no mark.").arg(text.section(u',', 0, 0).trimmed()),
                     BudgetForm::tr("Write per cents of the cap, like 80, 95."));
    }
    return core::marksFrom(text, hardMark);
}

} // namespace

core::Result<qint64> BudgetForm::limit() const
{
    const bool isAsItWas = m_before && m_unit == static_cast<int>(m_before->unit);
    if (isAsItWas && m_amount == m_shownAmount) {
        return m_before->limit;
    }
    if (m_unit == static_cast<int>(core::Unit::Usd)) {
        const auto present = isAsItWas ? core::Money::fromNanos(m_before->limit) : core::Money();
        const auto cap = capamount::parse(m_amount, present);
        return cap.ok() ? core::Result<qint64>(cap->nanos()) : cap.error();
    }
    const auto number = typednumber::whole(m_amount);
    if (!number.ok() || *number <= 0) {
        return wrong(tr("“%1” is no number.").arg(m_amount), tr("Write a whole number above 0."));
    }
    return *number;
}

core::Outcome BudgetForm::readEnding(core::Budget &budget) const
{
    if (m_ending == Wait) {
        bool ok = false;
        const int seconds = m_waitSeconds.trimmed().toInt(&ok);
        if (!ok) {
            return wrong(tr("“%1” is no number of seconds.").arg(m_waitSeconds),
                         tr("Write 1 to 300."));
        }
        budget.atHard = core::HardAction::Queue;
        budget.queueFor = std::chrono::seconds(seconds);
    } else if (m_ending == Downgrade) {
        const QByteArray model = m_substitute.trimmed().toUtf8();
        if (model.isEmpty() && budget.atSoft.downgrades.empty()) {
            return wrong(tr("No model to downgrade to."), tr("Name the model to use instead."));
        }
        budget.atHard = core::HardAction::Downgrade;
        if (!model.isEmpty()) {
            budget.atSoft.downgrades.push_back({{"*"}, model});
        }
    }
    if (m_ending != Wait && m_before && m_before->atHard != core::HardAction::Queue) {
        budget.queueFor = m_before->queueFor; // means nothing, and is no change
    }
    return core::Done{};
}

core::Result<core::Selector> BudgetForm::selector() const
{
    if (m_dimension == 0) {
        return core::Selector();
    }
    const QString value = m_value.trimmed();
    if (isOfSeveral() && value.isEmpty()) {
        return wrong(tr("Nothing is named."),
                     tr("Name it like %1.").arg(u"tenant:research,tag:project:search"_s));
    }
    if (isOfSeveral()) {
        return core::Selector::parse(value.toUtf8());
    }
    const auto dimension = static_cast<core::Dimension>(m_dimension - 1);
    const QByteArray one =
        dimension == core::Dimension::Key ? keynames::idOf(value) : value.toUtf8();
    return core::Selector({{dimension, {}, one == "*"_ba ? QByteArray() : one}});
}

/// A new budget with the id of another would take its place.
core::Outcome BudgetForm::readId(core::Budget &budget) const
{
    budget.id = m_options.chosenId();
    if (m_before) {
        return core::Done{};
    }
    if (std::ranges::find(m_ids, budget.id) != m_ids.end()) {
        return wrong(
            tr("There is a budget with the id %1 already.").arg(QString::fromUtf8(budget.id)),
            tr("Give another id, or change that budget."));
    }
    return core::checkChangeable(budget.id);
}

core::Outcome BudgetForm::readCap(core::Budget &budget) const
{
    const auto window = readWindow();
    if (!window.ok()) {
        return window.error();
    }
    budget.window = *window;
    budget.unit = static_cast<core::Unit>(m_unit);
    const auto amount = limit();
    if (!amount.ok()) {
        return amount.error();
    }
    budget.limit = *amount;
    if (const core::Outcome read = m_options.readInto(budget); !read.ok()) {
        return read.error();
    }
    const auto marks = readMarks(m_marks, budget.hardMark);
    if (!marks.ok()) {
        return marks.error();
    }
    budget.softMarks = *marks;
    return readEnding(budget);
}

/// More of another unit would be another amount.
std::optional<core::Raise> BudgetForm::keptRaise(const core::Budget &budget) const
{
    return m_before && m_before->unit == budget.unit && m_before->isRaisedAt(m_now)
               ? m_before->raise
               : std::nullopt;
}

core::Result<core::Budget> BudgetForm::budget() const
{
    core::Budget budget;
    if (const core::Outcome read = readId(budget); !read.ok()) {
        return read.error();
    }
    const auto whose = selector();
    if (!whose.ok()) {
        return whose.error();
    }
    budget.selector = *whose;
    budget.name = m_name.trimmed();
    budget.mode = m_auditOnly ? core::BudgetMode::Audit : core::BudgetMode::Enforce;
    if (const core::Outcome read = readCap(budget); !read.ok()) {
        return read.error();
    }
    budget.raise = keptRaise(budget);
    const core::Outcome valid = budget.validate();
    return valid.ok() ? core::Result<core::Budget>(budget) : valid.error();
}
