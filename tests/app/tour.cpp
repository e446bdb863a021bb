// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "photographer.h"
#include "sampleactivity.h"
#include "samplealerts.h"
#include "sampleprices.h"
#include "samplereports.h"
#include "sampleservice.h"
#include "samplesnapshot.h"

#include <functional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Stop
{
    QString page;
    int number;
    std::function<void(ControlCentre &)> arrive;
};

/// What the last week says to every cap and price.
void answerThePast(ControlCentre &centre)
{
    PricePast *prices = centre.prices()->past();
    QObject::connect(prices, &PricePast::wanted, prices, [prices](quint64 ticket) {
        core::WhatIfAnswer answer;
        answer.spent = sample::dollars("52.20"); // 360 million tokens in, 54 million out
        answer.wouldSpend = sample::dollars("262.80");
        answer.newlyRefused = 412;
        prices->take(ticket, answer);
    });
    CapPast *past = centre.tenant()->past();
    QObject::connect(past, &CapPast::wanted, past, [past](quint64 ticket) {
        core::WhatIfAnswer answer;
        answer.calls = 2'214;
        answer.wouldRefuse = answer.newlyRefused = 31;
        past->take(ticket, answer, {2'214, false});
    });
}

void dragACap(ControlCentre &centre)
{
    centre.tenant()->select(u"research"_s);
    centre.tenant()->editor()->beginDrag();
    centre.tenant()->editor()->dragTo(0.7, CapEditor::Normal); // of $25: $17.50
    settle(1s); // the past is asked when the pointer rests
}

void doubtAPrice(ControlCentre &centre)
{
    centre.tenant()->editor()->putBack();
    centre.apply(sample::withModels());
    sample::fillPrices(*centre.prices());
    centre.prices()->editor()->edit(u"llama-3.1-8b"_s);
    centre.prices()->editor()->setOutput(u"4.20"_s);
    settle(1s); // the past is asked when the hand rests
}

void goToTheFirstCall(ControlCentre &centre)
{
    FirstRun &run = *centre.firstRun();
    run.apply(sample::snapshot()); // where the proxy listens
    run.begin();
    run.takeFinding("http://localhost:8000/v1", sample::finding());
    run.endSearch();
    run.useServer(0);
    run.takeServer();
    run.usePrices();
    run.makeTenant();
    run.takeKey("k-1", core::Secret("sk-cap-7Hq2mX4vT9bLr3Zc8WfKd6NsPq1RtY5uJ0eGhVxBnMz"));
}

std::vector<Stop> stops()
{
    return {{u"overview"_s,
             0,
             [](ControlCentre &) {
             }},
            {u"tenants"_s, 1, dragACap},
            {u"activity"_s,
             2,
             [](ControlCentre &centre) {
                 centre.activity()->setShown(true); // or it has no rows yet
                 centre.activity()->showStory(2);
             }},
            {u"prices"_s, 3, doubtAPrice},
            {u"alerts"_s,
             4,
             [](ControlCentre &centre) {
                 centre.apply(sample::snapshot());
             }},
            {u"reports"_s,
             5,
             [](ControlCentre &) {
             }},
            {u"settings"_s,
             6,
             [](ControlCentre &c) {
                 sample::fillSettings(*c.settings());
             }},
            {u"firstrun"_s, 0, goToTheFirstCall}};
}

} // namespace

bool takeTour(const QDir &folder)
{
    const StillClock clock;
    bool ok = true;
    for (const auto &[scheme, name] : {std::pair(Desktop::Scheme::Dark, u"dark"_s),
                                       std::pair(Desktop::Scheme::Light, u"light"_s)}) {
        Desktop desktop(clock);
        desktop.setReducedMotion(true);
        desktop.setScheme(scheme);
        ControlCentre &centre = desktop.controlCentre();
        playHistory(centre);
        sample::answer(*centre.activity(), 3412);
        sample::answer(*centre.alerts()->history(), 7);
        const sample::ReportAnswers reports(*centre.reports());
        answerThePast(centre);
        if (!desktop.show()) {
            return false;
        }
        Photographer photographer(desktop, folder);
        for (const Stop &stop : stops()) {
            stop.arrive(centre);
            ok = photographer.take(stop.page + u'-' + name, stop.number) && ok;
        }
    }
    return ok;
}
