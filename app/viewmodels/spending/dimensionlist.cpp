// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/spending/dimensionlist.h"

#include "app/viewmodels/budgetdirectory.h"
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

/// Money caps on exactly that value, by value: "$5.00 a day".
QHash<QByteArray, QString> capsOn(core::Dimension dimension, const core::Snapshot &snapshot)
{
    QHash<QByteArray, QString> caps;
    for (const core::Budget &budget : snapshot.budgets) {
        const auto &terms = budget.selector.terms();
        const bool isOnValue = terms.size() == 1 && terms.front().tagName.isEmpty() &&
                               terms.front().dimension == dimension &&
                               budget.unit == core::Unit::Usd;
        if (isOnValue && !terms.front().value.isEmpty()) {
            const Money cap = Money::fromNanos(budget.inForceAt(snapshot.at).cap());
            caps.insert(terms.front().value,
                        formatting::money(cap) + u" · "_s + windowName(budget.window));
        }
    }
    return caps;
}

} // namespace

QStringList DimensionList::dimensions() const
{
    return dimensionwords::names();
}

void DimensionList::apply(const core::Snapshot &snapshot)
{
    m_now = snapshot.at;
    m_zone = snapshot.zone;
    if (m_dimension == 0) {
        return;
    }
    auto caps = capsOn(dimensionAt(m_dimension), snapshot);
    if (caps != m_caps) {
        m_caps = std::move(caps);
        list();
    }
    if (m_now >= m_asked.to + Refresh) {
        ask();
    }
}

void DimensionList::setDimension(int dimension)
{
    const int last = static_cast<int>(core::DimensionCount) - 1;
    if (std::clamp(dimension, 0, last) == m_dimension) {
        return;
    }
    m_dimension = std::clamp(dimension, 0, last);
    m_all.clear();
    m_caps.clear();
    m_error.clear();
    m_loading = m_dimension != 0;
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
    if (m_dimension == 0 || history.query != m_asked) {
        return;
    }
    m_all.clear();
    for (const auto &line : history.lines) {
        m_all.push_back({line.name,
                         ofLast(line.spent, 1),
                         ofLast(line.spent, DaysOfWeek),
                         ofLast(line.spent, Days),
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
        facts.cap = m_caps.value(facts.name);
        if (QString::fromUtf8(facts.name).contains(m_filter, Qt::CaseInsensitive)) {
            shown.push_back(std::move(facts));
        }
    }
    synchronise(shown);
    Q_EMIT listed();
}

QString DimensionList::summary() const
{
    return dimensionwords::counted(static_cast<core::Dimension>(m_dimension), std::ssize(m_all));
}

void DimensionList::budgetFor(int row)
{
    if (row >= 0 && row < count() && !at(row).name.isEmpty()) {
        Q_EMIT budgetWanted(m_dimension, QString::fromUtf8(at(row).name));
    }
}

QVariant DimensionList::present(const DimensionFacts &facts) const
{
    DimensionRow row;
    row.name = facts.name.isEmpty() ? tr("not given") : QString::fromUtf8(facts.name);
    row.today = formatting::money(facts.today);
    row.week = formatting::money(facts.week);
    row.month = formatting::money(facts.month);
    row.cap = facts.cap.isEmpty() ? u"–"_s : facts.cap;
    return QVariant::fromValue(row);
}
