// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/alerts/alerthistorymodel.h"

#include "app/viewmodels/formatting.h"
#include "core/alerts/alertmarks.h"
#include "core/alerts/spendspikes.h"

#include <algorithm>
#include <array>
#include <utility>

using namespace std::chrono_literals;

namespace {

/// Places among the choices.
constexpr qsizetype Caps = 0;
constexpr qsizetype Unacknowledged = 1;

} // namespace

AlertHistoryModel::AlertHistoryModel(QObject *parent)
    : PagedListModel(parent)
    , m_tenant(tr("Whose"))
    , m_budget(tr("Budget"), {tr("spikes of spending")})
    , m_kind(tr("Which"),
             {tr("caps reached"), tr("not acknowledged")},
             ActivityFilterChip::Picks::Several)
    , m_time(tr("Time"),
             {{tr("last day"), 24h}, {tr("last 7 days"), 7 * 24h}, {tr("last 30 days"), 30 * 24h}})
    , m_zone(QTimeZone::utc())
{
    for (ActivityFilterChip *chip : chips()) {
        connect(chip, &ActivityFilterChip::changed, this, &AlertHistoryModel::startOver);
    }
}

void AlertHistoryModel::apply(const core::Snapshot &snapshot)
{
    m_zone = formatting::zoneOf(snapshot.zone);
    m_now = snapshot.at;
    m_time.setNow(m_now, m_zone);
    const QDate day = formatting::local(m_now, m_zone).date();
    if (std::exchange(m_day, day) != day) {
        refresh(); // what was "today" is "yesterday"
    }
    std::vector<QByteArray> seen;
    seen.reserve(snapshot.alerts.size());
    for (const core::AlertRecord &alert : snapshot.alerts) {
        seen.push_back(core::alertIdentity(alert) + (alert.acknowledged ? '+' : '-'));
    }
    if (seen != m_seen) {
        m_seen = std::move(seen);
        setStale();
    }
    m_tenant.apply(snapshot);
    if (m_budgets.follow(snapshot)) {
        m_budget.setAll(QStringList(tr("spikes of spending")) + m_budgets.names());
    }
    readHead();
}

std::array<ActivityFilterChip *, 4> AlertHistoryModel::chips()
{
    return {&m_tenant, &m_budget, &m_kind, &m_time};
}

core::AlertFilter AlertHistoryModel::filter() const
{
    core::AlertFilter filter;
    filter.label = m_tenant.labelPart();
    if (const qsizetype place = m_budget.index(); place >= 0) {
        filter.budgetId = place == 0 ? core::SpikeBudget : m_budgets.idAt(place - 1);
    }
    for (const qsizetype place : m_kind.indices()) {
        filter.onlyHard = filter.onlyHard || place == Caps;
        filter.onlyOpen = filter.onlyOpen || place == Unacknowledged;
    }
    filter.from = m_time.from();
    filter.to = m_time.to();
    return filter;
}

bool AlertHistoryModel::isFiltered() const
{
    return m_tenant.isActive() || m_budget.isActive() || m_kind.isActive() || m_time.isActive();
}

void AlertHistoryModel::clearFilters()
{
    for (ActivityFilterChip *chip : chips()) {
        chip->clear();
    }
}

void AlertHistoryModel::startOver()
{
    Q_EMIT filterChanged();
    readAnew();
}

void AlertHistoryModel::askFor(quint64 ticket, const std::optional<qint64> &before)
{
    Q_EMIT pageWanted(ticket, filter(), before);
}

void AlertHistoryModel::tell(News news)
{
    if (news == News::Shown) {
        Q_EMIT shownChanged();
        if (isShown()) {
            m_tenant.look(); // who has not called today is asked for, too
        }
        return;
    }
    Q_EMIT loadingChanged();
    if (news == News::Rows) {
        dropWhatIsGone();
        Q_EMIT countChanged();
    }
}

void AlertHistoryModel::takePage(quint64 ticket, const core::AlertPage &page)
{
    if (ticket != this->ticket()) {
        return;
    }
    std::vector<StoredAlertFacts> rows;
    rows.reserve(page.alerts.size());
    for (const core::StoredAlert &alert : page.alerts) {
        rows.push_back({alert});
        rows.back().alert.record.acknowledged = alert.acknowledged;
    }
    take(std::move(rows), page.next);
}

void AlertHistoryModel::acknowledge(int row)
{
    if (mayBeChosen(row)) {
        Q_EMIT acknowledgeRequested(at(row).alert.record);
        setStale();
    }
}

bool AlertHistoryModel::mayBeChosen(int row) const
{
    return row >= 0 && row < rowCount() && !at(row).alert.acknowledged;
}

void AlertHistoryModel::choose(int row)
{
    if (mayBeChosen(row)) {
        QSet<qint64> chosen = m_chosen;
        if (!chosen.remove(at(row).key())) {
            chosen.insert(at(row).key());
        }
        setChosen(chosen);
    }
}

void AlertHistoryModel::chooseRange(int from, int to)
{
    QSet<qint64> chosen;
    for (int row = std::min(from, to); row <= std::max(from, to); ++row) {
        if (mayBeChosen(row)) {
            chosen.insert(at(row).key());
        }
    }
    setChosen(chosen);
}

void AlertHistoryModel::chooseNone()
{
    setChosen({});
}

void AlertHistoryModel::acknowledgeChosen()
{
    std::vector<core::AlertRecord> alerts; // an answer may come at once and change the rows
    for (const StoredAlertFacts &facts : rows()) {
        if (m_chosen.contains(facts.key())) {
            alerts.push_back(facts.alert.record);
        }
    }
    chooseNone();
    for (const core::AlertRecord &alert : alerts) {
        Q_EMIT acknowledgeRequested(alert);
    }
    setStale();
}

void AlertHistoryModel::setChosen(const QSet<qint64> &chosen)
{
    if (chosen != m_chosen) {
        m_chosen = chosen;
        refresh();
        Q_EMIT chosenChanged();
    }
}

/// It may have been acknowledged elsewhere, or does not fit another filter.
void AlertHistoryModel::dropWhatIsGone()
{
    QSet<qint64> still;
    for (int row = 0; row < rowCount() && !m_chosen.isEmpty(); ++row) {
        if (mayBeChosen(row) && m_chosen.contains(at(row).key())) {
            still.insert(at(row).key());
        }
    }
    setChosen(still);
}

QVariant AlertHistoryModel::present(const StoredAlertFacts &facts) const
{
    const core::StoredAlert &alert = facts.alert;
    AlertRow row = alertwords::rowFor(alert.record, alert.budget.get(), m_now, m_zone);
    row.chosen = m_chosen.contains(facts.key());
    return QVariant::fromValue(row);
}
