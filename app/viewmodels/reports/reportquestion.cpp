// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the page asks: its choices as a query.
#include "app/viewmodels/reports/reportsmodel.h"
#include "app/viewmodels/typednumber.h"

#include <QFileInfo>

#include <algorithm>
#include <array>

using core::WindowKind;

namespace {

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

bool ReportsModel::hasTag() const
{
    return name() == "cost_by_tag";
}

bool ReportsModel::isFiltered() const
{
    return m_tenant.isActive() || m_model.isActive() || (hasTag() && m_tag.isActive()) ||
           !m_more.values().empty();
}

void ReportsModel::takeTags(const std::vector<std::pair<QByteArray, QByteArray>> &tags)
{
    QStringList names;
    for (const auto &[tag, value] : tags) {
        names += QString::fromUtf8(tag);
    }
    names.removeDuplicates();
    m_tag.setAll(names);
}

void ReportsModel::setRange(core::ReportQuery &query) const
{
    if (m_range.isActive()) {
        query.from = std::max(m_range.from(), core::Time{});
        query.to = m_range.to();
    }
}

core::ReportQuery ReportsModel::query() const
{
    core::ReportQuery query{.name = name(), .now = m_now};
    query.zone = m_askedZone.zoneOr(m_zoneId);
    query.limit = MostRows;
    setRange(query);
    if (hasPeriod() && m_period.index() >= 0) {
        query.per = Periods.at(static_cast<std::size_t>(m_period.index()));
        // Whole periods, so that the first one compares with the others.
        query.from =
            query.from > core::Time{} ? startOf(*query.per, query.from, query.zone) : query.from;
    }
    if (m_tenant.isActive()) {
        query.filter.emplace_back(core::Dimension::Tenant, m_tenant.chosen().toUtf8());
    }
    if (m_model.isActive()) {
        query.filter.emplace_back(core::Dimension::Model, m_model.chosen().toUtf8());
    }
    const auto more = m_more.values();
    query.filter.insert(query.filter.end(), more.begin(), more.end());
    if (hasTag()) {
        query.tag = m_tag.chosen().toUtf8();
    }
    if (hasGroup()) {
        for (const qsizetype place : m_group.indices()) {
            query.by.push_back(static_cast<core::Dimension>(place));
        }
    }
    const auto amount = typednumber::dollars(m_amount);
    if (amount.ok() && name() == "unsafe_routes") {
        query.threshold = *amount;
    } else if (amount.ok() && !amountName().isEmpty()) {
        query.revenue = *amount;
    }
    return query;
}
