// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/spending/dimensionlist.h"

#include "app/viewmodels/budgetdirectory.h"
#include "app/viewmodels/caps/unitamount.h"
#include "app/viewmodels/dimensionwords.h"
#include "app/viewmodels/formatting.h"
#include "app/viewmodels/sentences/sentences.h"

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;
using core::Money;

namespace {

constexpr int Days = 30;
constexpr int DaysOfWeek = 7;
constexpr std::chrono::minutes Refresh{1};
/// As many as there can be tenants; the rest stands in one line.
constexpr std::size_t MostValues = 10'000;

Money ofLast(const std::vector<Money> &days, int count)
{
    const auto from = days.end() - std::min<std::ptrdiff_t>(count, std::ssize(days));
    return std::accumulate(from, days.end(), Money());
}

core::Dimension dimensionAt(int index)
{
    return static_cast<core::Dimension>(index);
}

/// A budget on exactly one value of that dimension.
bool isOnValue(const core::Budget &budget, core::Dimension dimension)
{
    const auto &terms = budget.selector.terms();
    return terms.size() == 1 && terms.front().tagName.isEmpty() &&
           terms.front().dimension == dimension && !terms.front().value.isEmpty();
}

QString capText(const core::Budget &budget, core::Time now)
{
    return unitamount::text(budget.inForceAt(now).cap(), budget.unit) + u" · "_s +
           windowName(budget.window);
}

QHash<QByteArray, QString> titlesOf(const std::vector<core::KeyFacts> &keys)
{
    QHash<QByteArray, QString> titles;
    for (const core::KeyFacts &key : keys) {
        if (!key.name.isEmpty()) {
            titles.insert(key.id, key.name);
        }
    }
    return titles;
}

} // namespace

/// Caps by value; one in money stands before one in tokens or requests.
DimensionList::Caps DimensionList::capsOn(core::Dimension dimension, const core::Snapshot &snapshot)
{
    Caps caps;
    for (const core::Budget &budget : snapshot.budgets) {
        if (!isOnValue(budget, dimension)) {
            continue;
        }
        const QByteArray &value = budget.selector.terms().front().value;
        if (budget.unit == core::Unit::Usd || !caps.contains(value)) {
            caps.insert(value, {budget.id, capText(budget, snapshot.at)});
        }
    }
    return caps;
}

QStringList DimensionList::dimensions() const
{
    return dimensionwords::names() + QStringList{tr("all budgets")};
}

void DimensionList::apply(const core::Snapshot &snapshot)
{
    m_now = snapshot.at;
    m_zone = snapshot.zone;
    if (!isOfLedger()) {
        return;
    }
    const auto by = dimensionAt(m_dimension);
    auto caps = capsOn(by, snapshot);
    auto titles = by == core::Dimension::Key ? titlesOf(snapshot.keys) : decltype(m_titles)();
    if (caps != m_caps || titles != m_titles) {
        m_caps = std::move(caps);
        m_titles = std::move(titles);
        list();
    }
    if (m_now >= m_asked.to + Refresh) {
        ask();
    }
}

void DimensionList::setDimension(int dimension)
{
    const int wanted = std::clamp(dimension, 0, AllBudgets);
    if (wanted == m_dimension) {
        return;
    }
    m_dimension = wanted;
    m_all.clear();
    m_caps.clear();
    m_error.clear();
    m_loading = isOfLedger();
    list();
    Q_EMIT chosen();
    if (m_loading) {
        ask();
    }
}

void DimensionList::setFilter(const QString &filter)
{
    if (filter != m_filter) {
        m_filter = filter;
        list();
    }
}

/// Days of the list's zone, counted back from today's.
void DimensionList::ask()
{
    core::Window day;
    day.kind = core::WindowKind::Day;
    day.zone = m_zone;
    m_asked.by = dimensionAt(m_dimension);
    m_asked.from = day.spanAt(m_now).begins - std::chrono::days(Days - 1);
    m_asked.to = m_now;
    m_asked.step = std::chrono::days(1);
    m_asked.most = MostValues;
    Q_EMIT historyWanted(m_asked);
}

void DimensionList::take(const core::SpendHistory &history)
{
    if (!isOfLedger() || history.query != m_asked) {
        return;
    }
    m_all.clear();
    for (const auto &line : history.lines) {
        m_all.push_back({line.name,
                         {},
                         ofLast(line.spent, 1),
                         ofLast(line.spent, DaysOfWeek),
                         ofLast(line.spent, Days),
                         {},
                         {}});
    }
    m_loading = false;
    m_error.clear();
    list();
}

void DimensionList::refuse(const core::SpendHistoryQuery &query, const QString &why)
{
    if (m_loading && query == m_asked) { // else it was another's
        m_loading = false;
        m_error = sentences::translated(why);
        Q_EMIT listed();
    }
}

void DimensionList::list()
{
    std::vector<DimensionFacts> shown;
    for (DimensionFacts facts : m_all) {
        const Cap cap = m_caps.value(facts.name);
        facts.cap = cap.text;
        facts.capId = cap.budgetId;
        facts.title = m_titles.value(facts.name);
        if (QString::fromUtf8(facts.name).contains(m_filter, Qt::CaseInsensitive) ||
            facts.title.contains(m_filter, Qt::CaseInsensitive)) {
            shown.push_back(std::move(facts));
        }
    }
    synchronise(shown);
    Q_EMIT listed();
}

QString DimensionList::summary() const
{
    if (!isOfLedger()) {
        return {};
    }
    return dimensionwords::counted(static_cast<core::Dimension>(m_dimension), std::ssize(m_all));
}

bool DimensionList::hasCap(int row) const
{
    return row >= 0 && row < count() && !at(row).capId.isEmpty();
}

void DimensionList::budgetFor(int row)
{
    if (hasCap(row)) {
        Q_EMIT capWanted(QString::fromUtf8(at(row).capId));
    } else if (row >= 0 && row < count() && !at(row).name.isEmpty()) {
        Q_EMIT budgetWanted(m_dimension, QString::fromUtf8(at(row).name));
    }
}

QVariant DimensionList::present(const DimensionFacts &facts) const
{
    DimensionRow row;
    row.name = facts.name.isEmpty()    ? tr("not given")
               : facts.title.isEmpty() ? QString::fromUtf8(facts.name)
                                       : facts.title;
    row.today = formatting::money(facts.today);
    row.week = formatting::money(facts.week);
    row.month = formatting::money(facts.month);
    row.hasCap = !facts.capId.isEmpty();
    row.cap = row.hasCap ? facts.cap : u"–"_s;
    return QVariant::fromValue(row);
}
