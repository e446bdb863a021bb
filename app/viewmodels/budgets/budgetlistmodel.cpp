// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/budgets/budgetlistmodel.h"

#include "app/viewmodels/alerts/alertrow.h"
#include "app/viewmodels/budgetdirectory.h"
#include "app/viewmodels/caps/unitamount.h"
#include "app/viewmodels/formatting.h"
#include "app/viewmodels/keys/keynames.h"
#include "app/viewmodels/tenantwords.h"

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace {

std::shared_ptr<const KnownBudget> knownOf(const core::Budget &budget)
{
    const QString title = alertwords::budgetTitle(budget);
    const QStringList words{title,
                            alertwords::whom(budget.selector),
                            QString::fromUtf8(budget.selector.toText()),
                            QString::fromUtf8(budget.id)};
    return std::make_shared<const KnownBudget>(KnownBudget{budget, title, words.join(u'\n')});
}

bool isBefore(const KnownBudget &a, const KnownBudget &b)
{
    const bool isOfAll = a.budget.selector.isGlobal();
    return isOfAll == b.budget.selector.isGlobal()
               ? QString::compare(a.title, b.title, Qt::CaseInsensitive) < 0
               : isOfAll;
}

QString burnText(qint64 burn, core::Unit unit)
{
    if (unit == core::Unit::Usd) {
        return formatting::burn(core::Money::fromNanos(burn));
    }
    return burn == 0 ? u"–"_s
                     : BudgetListModel::tr("%1/h", "tokens or requests an hour")
                           .arg(formatting::count(burn));
}

/// "Day", "Month America/New_York", "7 d tokens".
QString windowText(const core::Budget &budget, const QByteArray &zone)
{
    QStringList words{windowName(budget.window)};
    const bool hasZone = budget.window.kind != core::WindowKind::Lifetime &&
                         budget.window.kind != core::WindowKind::Rolling;
    if (hasZone && budget.window.zone != zone) {
        words += budget.window.zone.isEmpty() ? u"UTC"_s : QString::fromUtf8(budget.window.zone);
    }
    words += unitamount::word(budget.unit);
    words.removeAll(QString());
    return words.join(u' ');
}

QString remarkOf(const BudgetFacts &facts, const QByteArray &zone)
{
    const core::Budget &budget = facts.known->budget;
    QStringList parts;
    if (!budget.selector.isGlobal()) {
        parts += QString::fromUtf8(budget.selector.toText());
    } else if (!budget.name.isEmpty()) {
        parts += alertwords::whom(budget.selector);
    }
    parts += windowText(budget, zone);
    if (budget.selector.hasWildcard()) {
        parts += facts.counters == 0
                     ? BudgetListModel::tr("none has called yet")
                     //: %1 is one of them: "fullest of 12: research"
                     : BudgetListModel::tr("fullest of %Ln: %1", nullptr, facts.counters)
                           .arg(tenantwords::counterName(facts.label));
    }
    if (budget.mode == core::BudgetMode::Audit) {
        parts += BudgetListModel::tr("audit only");
    }
    return parts.join(u" · "_s);
}

} // namespace

void BudgetListModel::apply(const core::Snapshot &snapshot, const BudgetDirectory &directory)
{
    learn(snapshot);
    m_zone = snapshot.zone;
    m_all.clear();
    for (const std::size_t place : m_order) {
        const core::Budget &budget = snapshot.budgets[static_cast<qsizetype>(place)];
        const BoundBudget bound = directory.fullest(budget);
        m_all.push_back({m_known[place],
                         bound.amounts(),
                         bound.state.perHour,
                         bound.state.label,
                         budget.selector.hasWildcard() ? directory.countersOf(budget.id) : 1});
    }
    list();
}

/// Budgets rarely change: what was made of one is kept as long as it is the same.
void BudgetListModel::learn(const core::Snapshot &snapshot)
{
    const auto isSame = [](const auto &known, const core::Budget &budget) {
        return known->budget == budget;
    };
    const bool isNamedTheSame = m_keyNames == keynames::revision();
    const bool isKnown = snapshot.hasBudgetsOf(m_revision);
    m_revision = snapshot.budgetsRevision;
    if (isNamedTheSame && (isKnown || std::ranges::equal(m_known, snapshot.budgets, isSame))) {
        return;
    }
    if (!isNamedTheSame) {
        m_keyNames = keynames::revision();
        m_known.clear();
    }
    QHash<QByteArray, std::shared_ptr<const KnownBudget>> before;
    for (const auto &known : m_known) {
        before.insert(known->budget.id, known);
    }
    m_known.clear();
    for (const core::Budget &budget : snapshot.budgets) {
        const auto known = before.value(budget.id);
        m_known.push_back(known != nullptr && known->budget == budget ? known : knownOf(budget));
    }
    m_order.resize(m_known.size());
    std::iota(m_order.begin(), m_order.end(), std::size_t{0});
    std::stable_sort(m_order.begin(), m_order.end(), [this](std::size_t a, std::size_t b) {
        return isBefore(*m_known[a], *m_known[b]);
    });
}

void BudgetListModel::list()
{
    if (m_filter.isEmpty()) {
        synchronise(m_all);
    } else {
        std::vector<BudgetFacts> found;
        std::ranges::copy_if(m_all, std::back_inserter(found), [this](const BudgetFacts &facts) {
            return facts.known->wanted.contains(m_filter, Qt::CaseInsensitive);
        });
        synchronise(found);
    }
    Q_EMIT listed();
}

void BudgetListModel::setFilter(const QString &filter)
{
    if (filter != m_filter) {
        m_filter = filter;
        list();
    }
}

void BudgetListModel::setShown(bool shown)
{
    if (shown != m_shown) {
        m_shown = shown;
        Q_EMIT shownChanged();
    }
}

QString BudgetListModel::summary() const
{
    return TenantListModel::tr("%Ln budget(s)", nullptr, static_cast<int>(m_all.size()));
}

int BudgetListModel::rowOf(const QString &id) const
{
    const auto found = std::ranges::find(rows(), id.toUtf8(), &BudgetFacts::key);
    return found == rows().end() ? -1 : static_cast<int>(found - rows().begin());
}

QString BudgetListModel::idAt(int row) const
{
    return row >= 0 && row < count() ? QString::fromUtf8(at(row).key()) : QString();
}

QVariant BudgetListModel::present(const BudgetFacts &facts) const
{
    const core::Unit unit = facts.known->budget.unit;
    const auto amount = [unit](qint64 number) {
        return unit == core::Unit::Usd ? unitamount::figure(number, unit)
                                       : formatting::count(number);
    };
    BudgetRow row;
    row.id = QString::fromUtf8(facts.key());
    row.line.name = facts.known->title;
    row.line.remark = remarkOf(facts, m_zone);
    row.line.standing = facts.amounts.standing;
    row.line.bar = barOf(facts.amounts);
    row.line.hasCap = true;
    row.line.settledText = amount(facts.amounts.spent);
    row.line.heldText = amount(facts.amounts.held);
    row.line.capText = amount(facts.amounts.cap);
    row.line.burnText = burnText(facts.burn, unit);
    return QVariant::fromValue(row);
}
