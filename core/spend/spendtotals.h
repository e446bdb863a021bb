// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/money.h"
#include "core/budget/burnrate.h"
#include "core/budget/window.h"

#include <QByteArray>
#include <QHash>

#include <map>
#include <vector>

namespace core {

/// What was spent today, this week and this month, in one zone, for everybody and per tenant:
/// the figures of the overview, which exist without any budget. A running call is added as it is
/// metered; its settlement adds the rest (or takes back what was too much). A charge belongs to
/// the day of its admission. Not thread-safe.
class SpendTotals
{
public:
    explicit SpendTotals(QByteArray zone);
    SpendTotals(const SpendTotals &) = delete;
    SpendTotals &operator=(const SpendTotals &) = delete;

    void add(const QByteArray &tenant, Money cost, Time admittedAt, Time now);
    /// A correction of what was spent then; no part of the burn rate.
    void correct(const QByteArray &tenant, Money more, Time admittedAt, Time now);
    /// Puts back what the ledger's roll-ups say.
    void restore(Money today, Money thisWeek, Money thisMonth, Time now);
    void restoreTenant(const QByteArray &tenant, Money today, Time now);

    struct Tenant
    {
        QByteArray name;
        Money today;
        Money perHour;
    };
    [[nodiscard]] Money today(Time now);
    [[nodiscard]] Money thisWeek(Time now);
    [[nodiscard]] Money thisMonth(Time now);
    /// Over the last five minutes, scaled to an hour.
    [[nodiscard]] Money perHour(Time now) const;
    [[nodiscard]] std::vector<Tenant> tenants(Time now); ///< every one seen, in the order of names
    [[nodiscard]] const QByteArray &zone() const { return m_zone; }
    [[nodiscard]] Span day(Time now); ///< today's bounds

private:
    struct Sum
    {
        Window window;
        Span span{Time{}, Time{}}; ///< empty, so that the first roll() finds its bounds
        Money amount{};
        void roll(Time now);
        void add(Money cost, Time admittedAt);
    };
    struct TenantSum
    {
        Money today;
        BurnRate burn;
    };
    void roll(Time now);
    [[nodiscard]] TenantSum &of(const QByteArray &tenant);

    QByteArray m_zone;
    Sum m_day;
    Sum m_week;
    Sum m_month;
    BurnRate m_burn;
    std::map<QByteArray, TenantSum> m_tenants;
    /// Into it: a snapshot wants the order of names, and each metered token one name among them.
    QHash<QByteArray, TenantSum *> m_byName;
};

} // namespace core
