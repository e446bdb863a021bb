// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/spend/spendtotals.h"

#include <algorithm>
#include <utility>

namespace core {

namespace {
Window calendar(WindowKind kind, const QByteArray &zone)
{
    Window window;
    window.kind = kind;
    window.zone = zone;
    return window;
}
} // namespace

void SpendTotals::Sum::roll(Time now)
{
    if (!span.contains(now)) {
        span = window.spanAt(now);
        amount = Money();
    }
}

void SpendTotals::Sum::add(Money cost, Time admittedAt)
{
    if (span.contains(admittedAt)) {
        amount += cost;
    }
}

SpendTotals::SpendTotals(QByteArray zone)
    : m_zone(std::move(zone))
    , m_day{.window = calendar(WindowKind::Day, m_zone)}
    , m_week{.window = calendar(WindowKind::Week, m_zone)}
    , m_month{.window = calendar(WindowKind::Month, m_zone)}
{}

void SpendTotals::roll(Time now)
{
    if (!m_day.span.contains(now)) {
        for (auto &[name, tenant] : m_tenants) {
            tenant.today = Money();
        }
    }
    m_day.roll(now);
    m_week.roll(now);
    m_month.roll(now);
}

SpendTotals::TenantSum &SpendTotals::of(const QByteArray &tenant)
{
    TenantSum *&sum = m_byName[tenant];
    if (sum == nullptr) {
        sum = &m_tenants[tenant];
    }
    return *sum;
}

void SpendTotals::add(const QByteArray &tenant, Money cost, Time admittedAt, Time now)
{
    correct(tenant, cost, admittedAt, now);
    m_burn.add(cost.nanos(), now);
    of(tenant).burn.add(cost.nanos(), now);
}

void SpendTotals::correct(const QByteArray &tenant, Money more, Time admittedAt, Time now)
{
    roll(now);
    m_day.add(more, admittedAt);
    m_week.add(more, admittedAt);
    m_month.add(more, admittedAt);
    if (m_day.span.contains(admittedAt)) {
        of(tenant).today += more;
    }
}

void SpendTotals::restore(Money today, Money thisWeek, Money thisMonth, Time now)
{
    roll(now);
    m_day.amount = today;
    m_week.amount = thisWeek;
    m_month.amount = thisMonth;
}

void SpendTotals::restoreTenant(const QByteArray &tenant, Money today, Time now)
{
    roll(now);
    of(tenant).today = today;
}

Money SpendTotals::today(Time now)
{
    roll(now);
    return m_day.amount;
}

Money SpendTotals::thisWeek(Time now)
{
    roll(now);
    return m_week.amount;
}

Money SpendTotals::thisMonth(Time now)
{
    roll(now);
    return m_month.amount;
}

Money SpendTotals::perHour(Time now) const
{
    return Money::fromNanos(m_burn.perHour(now));
}

std::vector<SpendTotals::Tenant> SpendTotals::tenants(Time now)
{
    roll(now);
    std::vector<Tenant> list;
    list.reserve(m_tenants.size());
    for (const auto &[name, tenant] : m_tenants) {
        list.push_back({name, tenant.today, Money::fromNanos(tenant.burn.perHour(now))});
    }
    return list;
}

Span SpendTotals::day(Time now)
{
    roll(now);
    return m_day.span;
}

} // namespace core
