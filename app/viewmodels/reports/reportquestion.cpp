// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the page asks: its choices as a query.
#include "app/viewmodels/reports/reportsmodel.h"
#include "app/viewmodels/typednumber.h"

#include <QFileInfo>

#include <array>

using core::WindowKind;

namespace {

enum Range { Today, LastDay, LastWeek, LastMonth, ThisMonth, Everything };
constexpr std::array Periods{
    WindowKind::Hour, WindowKind::Day, WindowKind::Week, WindowKind::Month};
core::Time startOf(WindowKind kind, core::Time now, const QByteArray &zone)
{
    core::Window window;
    window.kind = kind;
    window.zone = zone;
    return window.spanAt(now).begins;
}

} // namespace

const QByteArray &ReportsModel::name() const
{
    return core::reportDescriptions().at(static_cast<std::size_t>(m_current)).name;
}

bool ReportsModel::hasRange() const
{
    return name() != "forecast";
}

bool ReportsModel::hasGroup() const
{
    return name() == "cost";
}

bool ReportsModel::hasPeriod() const
{
    return name() == "cost" || name() == "cost_by_tag" || name() == "spikes";
}

QString ReportsModel::amountName() const
{
    return name() == "unsafe_routes"                ? tr("Above, $ per call")
           : name() == "cost_by_tenant_and_feature" ? tr("Revenue, $ per call")
                                                    : QString();
}

QList<QString> ReportsModel::sources() const
{
    return {tr("The ledger"), m_log.isEmpty() ? tr("A log…") : QFileInfo(m_log).fileName()};
}

void ReportsModel::openLog(const QString &file)
{
    if (file == m_log) {
        return;
    }
    m_log = file;
    clearFilters();
    if (!file.isEmpty()) {
        m_range.clear(); // a log may be of long ago
    }
    Q_EMIT chosen();
    run();
}

void ReportsModel::setRange(core::ReportQuery &query) const
{
    using namespace std::chrono_literals;
    switch (m_range.index()) {
    case Today:
        query.from = startOf(WindowKind::Day, m_now, m_zoneId);
        break;
    case LastDay:
        query.from = m_now - 24h;
        break;
    case LastWeek:
        query.from = m_now - 7 * 24h;
        break;
    case LastMonth:
        query.from = m_now - 30 * 24h;
        break;
    case ThisMonth:
        query.from = startOf(WindowKind::Month, m_now, m_zoneId);
        break;
    default:
        break;
    }
}

core::ReportQuery ReportsModel::query() const
{
    core::ReportQuery query{.name = name(), .now = m_now};
    query.zone = m_zoneId;
    query.limit = MostRows;
    setRange(query);
    if (hasPeriod() && m_period.index() >= 0) {
        query.per = Periods.at(static_cast<std::size_t>(m_period.index()));
        // Whole periods, so that the first one compares with the others.
        query.from =
            query.from > core::Time{} ? startOf(*query.per, query.from, m_zoneId) : query.from;
    }
    if (m_tenant.isActive()) {
        query.filter.emplace_back(core::Dimension::Tenant, m_tenant.chosen().toUtf8());
    }
    if (m_model.isActive()) {
        query.filter.emplace_back(core::Dimension::Model, m_model.chosen().toUtf8());
    }
    if (hasGroup() && m_group.index() >= 0) {
        query.by = {static_cast<core::Dimension>(m_group.index())};
    }
    const auto amount = typednumber::dollars(m_amount);
    if (amount.ok() && name() == "unsafe_routes") {
        query.threshold = *amount;
    } else if (amount.ok() && !amountName().isEmpty()) {
        query.revenue = *amount;
    }
    return query;
}
