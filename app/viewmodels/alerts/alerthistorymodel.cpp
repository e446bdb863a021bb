// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/alerts/alerthistorymodel.h"

#include "app/viewmodels/formatting.h"
#include "core/alerts/alertmarks.h"

#include <algorithm>
#include <array>

using namespace std::chrono_literals;

namespace {

constexpr std::array<std::chrono::hours, 3> Ranges{24h, 7 * 24h, 30 * 24h};
/// Places among the choices.
constexpr qsizetype Caps = 0;
constexpr qsizetype Unacknowledged = 1;

} // namespace

AlertHistoryModel::AlertHistoryModel(QObject *parent)
    : PagedListModel(parent)
    , m_tenant(tr("Tenant"), {})
    , m_kind(tr("Which"), {tr("caps reached"), tr("not acknowledged")})
    , m_time(tr("Time"), {tr("last day"), tr("last 7 days"), tr("last 30 days")})
    , m_zone(QTimeZone::utc())
{
    for (ActivityFilterChip *chip : {&m_tenant, &m_kind, &m_time}) {
        connect(chip, &ActivityFilterChip::changed, this, &AlertHistoryModel::startOver);
    }
}

void AlertHistoryModel::apply(const core::Snapshot &snapshot)
{
    m_zone = formatting::zoneOf(snapshot.zone);
    m_now = snapshot.at;
    std::vector<QByteArray> seen;
    seen.reserve(snapshot.alerts.size());
    for (const core::AlertRecord &alert : snapshot.alerts) {
        seen.push_back(core::alertIdentity(alert) + (alert.acknowledged ? '+' : '-'));
    }
    if (seen != m_seen) {
        m_seen = std::move(seen);
        setStale();
    }
    // Tenants only ever come; naming thousands thirty times a second would be felt.
    if (snapshot.tenants.size() != m_tenants) {
        m_tenants = snapshot.tenants.size();
        QStringList tenants;
        for (const core::Snapshot::Tenant &tenant : snapshot.tenants) {
            tenants += QString::fromUtf8(tenant.name);
        }
        m_tenant.setAll(tenants);
    }
    readHead();
}

core::AlertFilter AlertHistoryModel::filter() const
{
    core::AlertFilter filter;
    if (m_tenant.isActive()) {
        filter.label = "tenant:" + m_tenant.chosen().toUtf8();
    }
    filter.onlyHard = m_kind.index() == Caps;
    filter.onlyOpen = m_kind.index() == Unacknowledged;
    if (m_time.index() >= 0) {
        filter.from = m_now - Ranges.at(static_cast<std::size_t>(m_time.index()));
    }
    return filter;
}

bool AlertHistoryModel::isFiltered() const
{
    return m_tenant.isActive() || m_kind.isActive() || m_time.isActive();
}

void AlertHistoryModel::clearFilters()
{
    for (ActivityFilterChip *chip : {&m_tenant, &m_kind, &m_time}) {
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
        return;
    }
    Q_EMIT loadingChanged();
    if (news == News::Rows) {
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
    if (row >= 0 && row < rowCount() && !at(row).alert.acknowledged) {
        Q_EMIT acknowledgeRequested(at(row).alert.record);
        setStale();
    }
}

QVariant AlertHistoryModel::present(const StoredAlertFacts &facts) const
{
    const core::StoredAlert &alert = facts.alert;
    return QVariant::fromValue(alertwords::rowFor(alert.record, alert.budget.get(), m_now, m_zone));
}
