// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/overviewmodel.h"

#include "app/viewmodels/budgetdirectory.h"
#include "app/viewmodels/forecast.h"
#include "app/viewmodels/formatting.h"

using namespace Qt::StringLiterals;

namespace {

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
    return u"%1 by %2"_s.arg(
        formatting::wholeMoney(Money::fromNanos(*total)),
        formatting::language().toString(formatting::local(lastDay, moment.zone), u"d MMM"_s));
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
    card.capText = u"no cap"_s;
    card.leftWords = u"no cap"_s;
    card.forecast = u"No cap is set"_s;
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
    card.capText = u"of %1"_s.arg(formatting::money(cap));
    card.leftWords =
        card.standing == Standing::Full ? u"cap reached"_s : u"%1 left"_s.arg(parts.left);
    addForecast(card, bound, moment);
    return card;
}

SpendCard planCard(const std::optional<BoundBudget> &bound, Money spent, const Moment &moment)
{
    SpendCard card = bound ? against(*bound, moment) : withoutCap(spent, {});
    card.ofText = bound ? card.capText + u" plan"_s : u"no plan"_s;
    return card;
}

SpendCard todayCard(const std::optional<BoundBudget> &bound,
                    const core::Snapshot &snapshot,
                    const Moment &moment)
{
    SpendCard card =
        bound ? against(*bound, moment) : withoutCap(snapshot.spentToday, snapshot.heldNow);
    card.ofText = bound ? card.capText + u" today"_s : u"today, no cap"_s;
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
