// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/overviewmodel.h"

#include "app/viewmodels/budgetdirectory.h"
#include "app/viewmodels/forecast.h"
#include "app/viewmodels/formatting.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

struct Overview
{
    Q_DECLARE_TR_FUNCTIONS(Overview)
};

using core::Money;
using forecast::Outlook;

struct Moment
{
    core::Time now;
    QTimeZone zone;
};

/// "$996 by 30 Nov": what a long window comes to when its cap lasts.
QString projection(const forecast::Course &course, const Moment &moment)
{
    const auto total = forecast::atWindowEnd(course, moment.now);
    if (!total) {
        return {};
    }
    const core::Time lastDay = course.span.ends - std::chrono::hours(1);
    //: "$996 by 30 Nov": what will be spent by that day
    return Overview::tr("%1 by %2")
        .arg(formatting::wholeMoney(Money::fromNanos(*total)),
             formatting::dated(lastDay, moment.zone, formatting::DateForm::Day));
}

void addForecast(SpendCard &card, const BoundBudget &bound, const Moment &moment)
{
    const auto kind = bound.budget->window.kind;
    const auto course = forecast::Course::of(bound.state, kind, moment.now);
    Outlook outlook = forecast::outlook(course, moment.now);
    if (card.standing == Standing::Full) {
        outlook = {Outlook::Kind::AtCap, course.span.ends};
    }
    const bool monthLasts =
        kind == core::WindowKind::Month && outlook.kind == Outlook::Kind::LastsTheWindow;
    card.forecast = monthLasts ? projection(course, moment)
                               : forecast::sentence(outlook, moment.now, moment.zone);
    card.hasPace = outlook.kind != Outlook::Kind::NoPace;
    card.forecastWarns =
        outlook.kind == Outlook::Kind::AtCap || outlook.kind == Outlook::Kind::ReachesCap;
}

SpendCard withoutCap(Money spent, Money held)
{
    SpendCard card;
    card.bar = barOf(BarAmounts{spent.nanos(), held.nanos(), 0, {}, 0, Standing::Calm});
    card.figure = formatting::money(spent);
    card.heldText = formatting::money(held);
    card.leftText = u"–"_s;
    card.capText = Overview::tr("no cap");
    card.leftWords = Overview::tr("no cap");
    card.forecast = Overview::tr("No cap is set");
    return card;
}

SpendCard against(const BoundBudget &bound, const Moment &moment)
{
    SpendCard card;
    const BarAmounts amounts = bound.amounts();
    const Money cap = Money::fromNanos(bound.state.cap);
    const auto parts =
        formatting::parts(Money::fromNanos(amounts.spent), Money::fromNanos(amounts.held), cap);
    card.bar = barOf(amounts);
    card.hasCap = true;
    card.standing = amounts.standing;
    card.figure = parts.spent;
    card.heldText = parts.held;
    card.leftText = parts.left;
    card.capText = Overview::tr("of %1").arg(formatting::money(cap));
    card.leftWords = card.standing == Standing::Full ? Overview::tr("cap reached")
                                                     : Overview::tr("%1 left").arg(parts.left);
    addForecast(card, bound, moment);
    return card;
}

SpendCard planCard(const std::optional<BoundBudget> &bound, Money spent, const Moment &moment)
{
    SpendCard card = bound ? against(*bound, moment) : withoutCap(spent, {});
    card.ofText = bound ? Overview::tr("%1 plan", "of $400.00 plan").arg(card.capText)
                        : Overview::tr("no plan");
    return card;
}

SpendCard todayCard(const std::optional<BoundBudget> &bound,
                    const core::Snapshot &snapshot,
                    const Moment &moment)
{
    SpendCard card =
        bound ? against(*bound, moment) : withoutCap(snapshot.spentToday, snapshot.heldNow);
    card.ofText = bound ? Overview::tr("%1 today", "of $30.00 today").arg(card.capText)
                        : Overview::tr("today, no cap");
    return card;
}

} // namespace

void OverviewModel::apply(const core::Snapshot &snapshot, const BudgetDirectory &directory)
{
    const Moment moment{snapshot.at, formatting::zoneOf(snapshot.zone)};
    const auto set = [this](SpendCard &card, SpendCard value, void (OverviewModel::*notify)()) {
        if (card != value) {
            card = std::move(value);
            Q_EMIT(this->*notify)();
        }
    };
    using core::WindowKind;
    set(m_today,
        todayCard(directory.ofAll(WindowKind::Day), snapshot, moment),
        &OverviewModel::todayChanged);
    set(m_week,
        planCard(directory.ofAll(WindowKind::Week), snapshot.spentThisWeek, moment),
        &OverviewModel::weekChanged);
    set(m_month,
        planCard(directory.ofAll(WindowKind::Month), snapshot.spentThisMonth, moment),
        &OverviewModel::monthChanged);

    const bool untouched = m_untouched && snapshot.spentThisMonth.isZero() &&
                           snapshot.spentThisWeek.isZero() && snapshot.runningCount == 0 &&
                           snapshot.refusedToday == 0;
    const QString baseUrl = snapshot.listeningOn + u"/v1"_s;
    if (untouched != m_untouched || baseUrl != m_baseUrl) {
        m_untouched = untouched;
        m_baseUrl = baseUrl;
        Q_EMIT placeChanged();
    }
}
