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
    return hasThreshold()                           ? tr("Above, $ per call")
           : name() == "cost_by_tenant_and_feature" ? tr("Revenue, $ per call")
                                                    : QString();
}

bool ReportsModel::hasThreshold() const
{
    return name() == "unsafe_routes";
}

bool ReportsModel::hasRevenue() const
{
    return hasThreshold() || name() == "cost_by_tenant_and_feature";
}

/// A minute is no time in which anything is usual, so that nothing stands out of it.
void ReportsModel::offerPeriods()
{
    const QStringList calendar{tr("hour"), tr("day"), tr("week"), tr("month")};
    m_period.setAll(name() == "spikes" ? calendar : QStringList(tr("minute")) + calendar);
    if (m_period.isActive() && m_period.index() < 0) {
        m_period.choose(calendar.constFirst());
    }
}

QList<QString> ReportsModel::sources() const
{
    return {tr("The ledger"), m_log.isEmpty() ? tr("A log…") : QFileInfo(m_log).fileName()};
}

void ReportsModel::openLog(const QString &file)
{
    if (file.isEmpty() && m_log.isEmpty()) {
        return;
    }
    if (file != m_log) {
        m_log = file;
        clearFilters();
        if (!file.isEmpty()) {
            m_range.clear(); // a log may be of long ago
        }
        Q_EMIT chosen();
    }
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

/// Whole periods, so that the first one compares with the others.
void ReportsModel::setPeriod(core::ReportQuery &query) const
{
    // Minutes stand before those of the calendar, where they are offered.
    const qsizetype place = m_period.index() - (m_period.choices().size() - std::ssize(Periods));
    query.perMinute = place < 0;
    if (!query.perMinute) {
        query.per = Periods.at(static_cast<std::size_t>(place));
    }
    if (query.from > core::Time{}) {
        query.from = query.perMinute ? std::chrono::floor<std::chrono::minutes>(query.from)
                                     : startOf(*query.per, query.from, query.zone);
    }
}

/// What cannot be read is told where it is typed, and not asked for.
void ReportsModel::setAmounts(core::ReportQuery &query) const
{
    const auto threshold = typednumber::dollars(m_threshold);
    if (hasThreshold() && threshold.ok()) {
        query.threshold = *threshold;
    }
    core::ReportQuery withRevenue = query;
    if (hasRevenue() && m_revenues.readInto(withRevenue).ok()) {
        query = withRevenue;
    }
}

core::ReportQuery ReportsModel::query() const
{
    core::ReportQuery query{.name = name(), .now = m_now};
    query.zone = m_askedZone.zoneOr(m_zoneId);
    query.limit = MostRows;
    setRange(query);
    if (hasPeriod() && m_period.index() >= 0) {
        setPeriod(query);
    }
    for (const LedgerFilterChip *chip : {&m_tenant, &m_model}) {
        if (const auto value = chip->value()) {
            query.filter.push_back(*value);
        }
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
    setAmounts(query);
    return query;
}
