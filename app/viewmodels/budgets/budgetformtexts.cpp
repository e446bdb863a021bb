// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The part of BudgetForm that says what stands on it and what comes of it.
#include "app/viewmodels/alerts/alertrow.h"
#include "app/viewmodels/budgetdirectory.h"
#include "app/viewmodels/budgets/budgetform.h"
#include "app/viewmodels/dimensionwords.h"
#include "app/viewmodels/displaycurrency.h"
#include "app/viewmodels/formatting.h"
#include "app/viewmodels/keys/keynames.h"
#include "app/viewmodels/sentences/sentences.h"
#include "core/budget/budgetchange.h"

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 ExampleDollars = 10; ///< an example is twice as much

bool isEnforced(const core::Budget &budget)
{
    return budget.mode == core::BudgetMode::Enforce;
}

} // namespace

QStringList BudgetForm::dimensions() const
{
    //: Several dimensions together, such as a tenant's calls to one model
    return QStringList{tr("everybody")} + dimensionwords::names() + QStringList{tr("several")};
}

QString BudgetForm::valueHint() const
{
    return isOfSeveral() ? u"tenant:a,tag:b:c"_s : tr("each of them"); // the field is narrow
}

QStringList BudgetForm::units() const
{
    return {displaycurrency::inForce() ? QString::fromLatin1(displaycurrency::code())
                                       : tr("dollars"),
            tr("tokens"),
            tr("requests")};
}

QString BudgetForm::amountHint()
{
    return formatting::money(capamount::suggestion(core::Money::fromDollars(ExampleDollars)));
}

QStringList BudgetForm::endings() const
{
    return {tr("refuse"), tr("wait"), tr("downgrade")};
}

QString BudgetForm::whom(const core::Selector &selector) const
{
    if (m_dimension == 0) {
        return tr("All tenants together");
    }
    if (isOfSeveral()) {
        return QString::fromUtf8(selector.toText());
    }
    const QString name = dimensions().at(m_dimension);
    const core::Selector::Term &one = selector.terms().front();
    //: %1 is a dimension: "Each tenant"
    return selector.hasWildcard()
               ? tr("Each %1").arg(name)
               : tr("%1 %2", "tenant research")
                     .arg(name,
                          alertwords::isOfKey(one) ? keynames::of(one.value)
                                                   : QString::fromUtf8(one.value));
}

QString BudgetForm::errorText() const
{
    if (!m_open || !m_touched || m_amount.isEmpty()) {
        return {};
    }
    const auto made = budget();
    return made.ok() ? QString() : sentences::of(made.error());
}

QString BudgetForm::sentence() const
{
    const auto made = budget();
    if (!m_open || !made.ok()) {
        return {};
    }
    const QString much =
        made->unit == core::Unit::Usd
            ? formatting::money(core::Money::fromNanos(made->cap()))
            : formatting::language().toString(made->cap()) + u' ' + units().at(m_unit);
    const QString most = tr("%1: at most %2 %3.", "All tenants together: at most $5.00 per day.")
                             .arg(whom(made->selector), much, windowText(made->window));
    const QString instead = downgradeText(*made);
    return instead.isEmpty() ? most : most + u' ' + instead;
}

/// A substitute serves from the first mark on, as everywhere (core::SoftActions).
QString BudgetForm::downgradeText(const core::Budget &budget) const
{
    const QString model = m_substitute.trimmed();
    if (m_ending != Downgrade || model.isEmpty()) {
        return {};
    }
    return budget.softMarks.empty()
               ? tr("What no longer fits goes to %1.", "a model").arg(model)
               : tr("From %1 on, calls go to %2.", "80 %, llama-8b")
                     .arg(formatting::percent(static_cast<double>(budget.softMarks.front()) /
                                              core::Budget::Whole),
                          model);
}

QString BudgetForm::countText(const core::Window &window) const
{
    if (window.kind == core::WindowKind::Lifetime) {
        return tr("It counts at once all that the log has of these calls.");
    }
    if (window.kind == core::WindowKind::Rolling) {
        return tr("It counts at once what the log has of these calls in the last %1.", "24 h")
            .arg(windowName(window));
    }
    const QTimeZone zone = formatting::zoneOf(window.zone);
    return tr("It counts at once what the log has of these calls since %1.", "today 00:00")
        .arg(formatting::when(window.spanAt(m_now).begins, m_now, zone));
}

/// As the engine takes a change: what it counts stays with it, or is counted anew from the ledger.
BudgetForm::Effect BudgetForm::effectOf(const core::Budget &budget) const
{
    if (m_before && core::countsTheSame(*m_before, budget)) {
        return effectOfTheSameCount(budget);
    }
    QStringList lines{countText(budget.window)};
    if (m_before) {
        lines.prepend(tr("What it has counted so far is put aside."));
    }
    if (isEnforced(budget)) {
        lines += tr("Running calls that do not fit then are cut.");
    }
    return {lines.join(u'\n'), false};
}

BudgetForm::Effect BudgetForm::effectOfTheSameCount(const core::Budget &budget) const
{
    QStringList lines{budget.selector.hasWildcard()
                          ? tr("What its counters have counted stays.")
                          : tr("What it has counted stays: %1.")
                                .arg(unitamount::text(m_situation.state.settled, budget.unit))};
    const bool wasEnforced = isEnforced(*m_before);
    if (!isEnforced(budget)) {
        lines += wasEnforced ? QStringList(tr("It refuses nothing any more.")) : QStringList();
        return {lines.join(u'\n'), false};
    }
    if (wasEnforced && budget.cap() == m_before->cap()) {
        return {lines.join(u'\n'), false};
    }
    CapSituation situation = m_situation;
    situation.budget.mode = budget.mode;
    const Consequence consequence = consequenceOf(situation, budget.cap());
    lines += {consequence.cutText + u'.', consequence.roomText + u'.'};
    return {lines.join(u'\n'), consequence.cuts};
}

bool BudgetForm::canSave() const
{
    const auto made = budget();
    const bool isAnswered = m_past.state() == BudgetPast::Stands ||
                            m_past.state() == BudgetPast::Slow ||
                            m_past.state() == BudgetPast::Failed;
    return m_open && made.ok() && m_before != *made && isAnswered;
}

QString BudgetForm::saveText() const
{
    switch (m_past.state()) {
    case BudgetPast::Counting:
        return tr("Counting…");
    case BudgetPast::Slow:
    case BudgetPast::Failed:
        return isChanging() ? tr("Change it unseen") : tr("Set it unseen");
    default:
        return isChanging() ? tr("Change this budget") : tr("Set this budget");
    }
}

QString BudgetForm::saveTip() const
{
    const auto made = budget();
    if (!made.ok()) {
        return errorText().isEmpty() ? tr("Say how much first") : errorText();
    }
    if (m_before == *made) {
        return tr("Nothing is changed yet");
    }
    switch (m_past.state()) {
    case BudgetPast::Counting:
        return tr("Waits until it is counted what this would have refused");
    case BudgetPast::Slow:
    case BudgetPast::Failed:
        return tr("Without knowing what this would have refused");
    default:
        return {};
    }
}
