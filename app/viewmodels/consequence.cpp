// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/capeditor.h"
#include "app/viewmodels/forecast.h"
#include "app/viewmodels/formatting.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

using core::Money;
using forecast::Outlook;

QString calls(qint64 number)
{
    return formatting::things(number, u"running call"_s, u"running calls"_s);
}

QString cutText(const CapSituation &situation, int cut)
{
    const auto total = static_cast<qint64>(situation.running.size());
    if (total == 0) {
        return u"No call is running"_s;
    }
    if (cut == 0) {
        return u"No running call is cut; the %1 in flight still %2"_s.arg(
            formatting::count(total), total == 1 ? u"fits"_s : u"fit"_s);
    }
    const QString least = situation.runningIsComplete ? QString() : u"At least "_s;
    return least + u"%1 of %2 %3 cut"_s.arg(
                       formatting::count(cut), calls(total), cut == 1 ? u"is"_s : u"are"_s);
}

Money roomAt(const CapSituation &situation, Money cap)
{
    const Money here = cap + situation.raise() - situation.committed();
    return std::max(Money(), std::min(here, situation.roomElsewhere));
}

Outlook outlookAt(const CapSituation &situation, Money cap)
{
    auto course =
        forecast::Course::of(situation.state, situation.budget.window.kind, situation.now);
    course.cap = (cap + situation.raise()).nanos();
    return forecast::outlook(course, situation.now);
}

QString roomText(const CapSituation &situation, Money cap)
{
    const QString now = formatting::money(roomAt(situation, cap));
    if (!situation.exists) {
        return u"Room for new calls now: %1"_s.arg(now);
    }
    const QString before = formatting::money(roomAt(situation, situation.cap()));
    return now == before ? u"Room for new calls stays %1; another cap is tighter"_s.arg(now)
                         : u"Room for new calls now: %1, was %2"_s.arg(now, before);
}

QString forecastText(const CapSituation &situation, const Outlook &before, const Outlook &after)
{
    const auto moment = [&](const Outlook &outlook) {
        return forecast::moment(outlook.at, situation.now, situation.zone);
    };
    const bool comesEarlier = before.kind == Outlook::Kind::ReachesCap && situation.exists;
    if (after.kind == Outlook::Kind::ReachesCap && comesEarlier) {
        return u"Reaches the cap %1 instead of %2"_s.arg(forecast::at(moment(after)),
                                                         moment(before));
    }
    if (after.kind == Outlook::Kind::LastsTheWindow && comesEarlier) {
        return forecast::sentence(after, situation.now, situation.zone) +
               u"; it was %1"_s.arg(moment(before));
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

int callsCut(const CapSituation &situation, Money cap)
{
    Money excess = situation.leastCap() - cap;
    int cut = 0;
    for (auto call = situation.running.rbegin(); call != situation.running.rend(); ++call) {
        if (excess <= Money()) {
            break;
        }
        // A cut call keeps what it was metered; only the rest of its bound comes back.
        excess -= call->bound - call->cost;
        ++cut;
    }
    return cut;
}

Consequence consequenceOf(const CapSituation &situation, Money cap)
{
    const int cut = callsCut(situation, cap);
    const Outlook before = outlookAt(situation, situation.cap());
    const Outlook after = outlookAt(situation, cap);
    Consequence consequence;
    consequence.title = situation.exists ? u"If you let go at %1"_s.arg(formatting::money(cap))
                                         : u"With a cap of %1"_s.arg(formatting::money(cap));
    consequence.cutText = cutText(situation, cut);
    consequence.cuts = cut > 0;
    consequence.roomText = roomText(situation, cap);
    consequence.roomShrinks = situation.exists && cap < situation.cap();
    consequence.forecastText = forecastText(situation, before, after);
    consequence.sooner = situation.exists && endsSooner(before, after);
    return consequence;
}
