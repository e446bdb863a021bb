// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/capeditor.h"
#include "app/viewmodels/forecast.h"
#include "app/viewmodels/formatting.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

struct Consequences
{
    Q_DECLARE_TR_FUNCTIONS(Consequences)
};

using forecast::Outlook;

QString cutText(const CapSituation &situation, int cut)
{
    const auto total = situation.runningIsKnown ? static_cast<qint64>(situation.running.size())
                                                : situation.state.running;
    if (total == 0) {
        return Consequences::tr("No call is running");
    }
    if (cut == 0) {
        return Consequences::tr("No running call is cut; the %Ln in flight still fit(s)",
                                nullptr,
                                formatting::countable(total));
    }
    const QString all = formatting::runningCalls(total);
    return situation.runningIsComplete && situation.runningIsKnown
               //: %1 is "9 running calls"
               ? Consequences::tr("%Ln of %1 is/are cut", nullptr, cut).arg(all)
               : Consequences::tr("At least %Ln of %1 is/are cut", nullptr, cut).arg(all);
}

qint64 roomAt(const CapSituation &situation, qint64 cap)
{
    const qint64 here = cap + situation.raise() - situation.committed();
    return std::max<qint64>(0, std::min(here, situation.roomElsewhere));
}

Outlook outlookAt(const CapSituation &situation, qint64 cap)
{
    auto course =
        forecast::Course::of(situation.state, situation.budget.window.kind, situation.now);
    course.cap = cap + situation.raise();
    return forecast::outlook(course, situation.now);
}

QString roomText(const CapSituation &situation, qint64 cap)
{
    const QString now = unitamount::text(roomAt(situation, cap), situation.unit());
    if (!situation.exists) {
        return Consequences::tr("Room for new calls now: %1").arg(now);
    }
    const QString before = unitamount::text(roomAt(situation, situation.cap()), situation.unit());
    return now == before
               ? Consequences::tr("Room for new calls stays %1; another cap is tighter").arg(now)
               : Consequences::tr("Room for new calls now: %1, was %2").arg(now, before);
}

QString forecastText(const CapSituation &situation, const Outlook &before, const Outlook &after)
{
    const auto moment = [&](const Outlook &outlook) {
        return forecast::moment(outlook.at, situation.now, situation.zone);
    };
    const bool comesEarlier = before.kind == Outlook::Kind::ReachesCap && situation.exists;
    if (after.kind == Outlook::Kind::ReachesCap && comesEarlier) {
        return Consequences::tr("Reaches the cap %1 instead of %2", "at 17:21 instead of 16:40")
            .arg(forecast::at(moment(after)), moment(before));
    }
    if (after.kind == Outlook::Kind::LastsTheWindow && comesEarlier) {
        return Consequences::tr("%1; it was %2", "Lasts until Monday; it was 17:21")
            .arg(forecast::sentence(after, situation.now, situation.zone), moment(before));
    }
    return forecast::sentence(after, situation.now, situation.zone);
}

bool endsSooner(const Outlook &before, const Outlook &after)
{
    const bool runsOut =
        after.kind == Outlook::Kind::ReachesCap || after.kind == Outlook::Kind::AtCap;
    return runsOut && (before.kind != after.kind || after.at < before.at);
}

} // namespace

int callsCut(const CapSituation &situation, qint64 cap)
{
    if (situation.budget.mode == core::BudgetMode::Audit) {
        return 0; // which only counts
    }
    qint64 excess = situation.leastCap() - cap;
    if (!situation.runningIsKnown) {
        return excess > 0 && situation.state.running > 0 ? 1 : 0;
    }
    int cut = 0;
    for (auto call = situation.running.rbegin(); call != situation.running.rend(); ++call) {
        if (excess <= 0) {
            break;
        }
        // A cut call keeps what it was metered; only the rest of its bound comes back.
        excess -= (call->bound - call->cost).nanos();
        ++cut;
    }
    return cut;
}

Consequence consequenceOf(const CapSituation &situation, qint64 cap)
{
    const int cut = callsCut(situation, cap);
    const Outlook before = outlookAt(situation, situation.cap());
    const Outlook after = outlookAt(situation, cap);
    const QString much = unitamount::text(cap, situation.unit());
    Consequence consequence;
    consequence.title = situation.exists ? Consequences::tr("If you let go at %1").arg(much)
                                         : Consequences::tr("With a cap of %1").arg(much);
    consequence.cutText = cutText(situation, cut);
    consequence.cuts = cut > 0;
    consequence.roomText = roomText(situation, cap);
    consequence.roomShrinks = situation.exists && cap < situation.cap();
    consequence.forecastText = forecastText(situation, before, after);
    consequence.sooner = situation.exists && endsSooner(before, after);
    return consequence;
}
