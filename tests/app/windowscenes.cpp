// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sampleactivity.h"
#include "samplealerts.h"
#include "samplefiles.h"
#include "sampleprices.h"
#include "samplereports.h"
#include "sampleservice.h"
#include "samplesnapshot.h"
#include "windowlook.h"
#include "windowpage.h"

#include <QHash>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QStringList Pages{u"overview"_s,
                        u"tenants"_s,
                        u"activity"_s,
                        u"prices"_s,
                        u"alerts"_s,
                        u"reports"_s,
                        u"settings"_s};

void fill(Desktop &desktop)
{
    ControlCentre &centre = desktop.controlCentre();
    centre.apply(sample::withModels());
    centre.apply(sample::snapshot());
    sample::answer(*centre.activity(), 50);
    sample::answer(*centre.alerts()->history(), 50);
    sample::fillPrices(*centre.prices());
    sample::fillSettings(*centre.settings());
    const auto reports = std::make_shared<sample::ReportAnswers>(*centre.reports());
    QObject::connect(&centre, &QObject::destroyed, [reports] {});
    centre.tenant()->clear();
}

/// Null, with a warning: there is none.
QQuickItem *named(QQuickWindow &window, const QString &name)
{
    const QList<QQuickItem *> shown = look::shownItems(*window.contentItem());
    const auto found = std::ranges::find(shown, name, &QObject::objectName);
    if (found == shown.end()) {
        qWarning() << "There is no" << name;
        return nullptr;
    }
    return *found;
}

void press(QQuickWindow &window, const QString &name)
{
    if (QQuickItem *const item = named(window, name)) {
        item->forceActiveFocus(Qt::TabFocusReason);
        QTest::keyClick(&window, Qt::Key_Return);
    }
}

/// Two are muted, and one is muted until a time.
void mute(ControlCentre &centre, QQuickWindow &window)
{
    core::Snapshot snapshot = sample::snapshot();
    snapshot.alertMutes = {{{}, snapshot.at, core::Time::max()},
                           {"b-research", snapshot.at, snapshot.at + std::chrono::hours(1)}};
    centre.apply(snapshot);
    MuteDesk &desk = *centre.alerts()->mutes();
    desk.setChoice(static_cast<int>(desk.choices().size()) - 1);
    press(window, u"mute"_s);
}

/// A call that was open at a crash, with every kind of token.
void correct(ControlCentre &centre, QQuickWindow &window)
{
    centre.activity()->showStory(2);
    core::RequestStory recovered = sample::clampedStory();
    recovered.attempts.back().settled->ending = core::Ending::Recovered;
    centre.activity()->story()->correction()->show(recovered);
    centre.activity()->story()->correction()->setCost(u"0.0123"_s);
    press(window, u"moreOfTheCorrection"_s);
}

/// Of two features, and of all others.
void nameRevenues(ControlCentre &centre, QQuickWindow &window)
{
    CallRevenues &revenues = *centre.reports()->revenues();
    revenues.add(u"summaries"_s);
    revenues.setAmount(0, u"0.02"_s);
    revenues.add(u"literature-scan"_s);
    revenues.setOthers(u"0.01"_s);
    press(window, u"reportRevenue"_s);
}

void beginKey(ControlCentre &centre)
{
    centre.tenant()->keys()->form()->begin(u"research"_s);
}

void makeKey(ControlCentre &centre)
{
    KeyForm &form = *centre.tenant()->keys()->form();
    beginKey(centre);
    form.setName(u"figure-builder"_s);
    QObject::connect(&form, &KeyForm::createRequested, &form, [&form](quint64 ticket) {
        form.takeKey(ticket, "k-1", core::Secret("sk-cap-7Hq2mX4vT9bLr3Zc8WfKd6Ns"));
    });
    form.save();
}

void beginFirstRun(ControlCentre &centre)
{
    FirstRun &run = *centre.firstRun();
    run.apply(sample::snapshot());
    run.begin();
    run.takeFinding("http://localhost:8000/v1", sample::finding());
    run.endSearch();
}

void goOnToTheFirstCall(ControlCentre &centre)
{
    FirstRun &run = *centre.firstRun();
    beginFirstRun(centre);
    run.useServer(0);
    run.takeServer();
    run.usePrices();
    run.makeTenant();
    run.takeKey("k-1", core::Secret("sk-cap-7Hq2mX4vT9bLr3Zc8WfKd6Ns"));
}

} // namespace

namespace look {

QStringList scenes()
{
    return Pages + QStringList{u"tenant"_s,        u"request"_s,    u"price"_s,     u"new budget"_s,
                               u"first run"_s,     u"first call"_s, u"key"_s,       u"key made"_s,
                               u"find"_s,          u"keys"_s,       u"pause all"_s, u"quit"_s,
                               u"upstream"_s,      u"credential"_s, u"restore"_s,   u"import"_s,
                               u"configuration"_s, u"policy"_s,     u"log"_s,       u"mute"_s,
                               u"price removal"_s, u"correction"_s, u"revenue"_s};
}

void show(Desktop &desktop, const QString &scene)
{
    fill(desktop);
    ControlCentre &centre = desktop.controlCentre();
    QQuickWindow &window = *desktop.window();
    const qsizetype page = Pages.indexOf(scene);
    static const QHash<QString, int> others{{u"request"_s, 2},
                                            {u"correction"_s, 2},
                                            {u"price"_s, 3},
                                            {u"price removal"_s, 3},
                                            {u"upstream"_s, 6},
                                            {u"credential"_s, 6},
                                            {u"restore"_s, 6},
                                            {u"import"_s, 6},
                                            {u"configuration"_s, 6},
                                            {u"policy"_s, 5},
                                            {u"log"_s, 5},
                                            {u"revenue"_s, 5},
                                            {u"mute"_s, 4}};
    showPage(window, page >= 0 ? static_cast<int>(page) : others.value(scene, 1));
    const QHash<QString, std::function<void()>> dialogs{
        {u"mute"_s,
         [&] {
             mute(centre, window);
         }},
        {u"tenant"_s,
         [&] {
             centre.tenant()->select(u"research"_s);
         }},
        {u"request"_s,
         [&] {
             centre.activity()->showStory(2);
         }},
        {u"price"_s,
         [&] {
             centre.prices()->editor()->edit(u"gpt-4o"_s);
         }},
        {u"correction"_s,
         [&] {
             correct(centre, window);
         }},
        {u"price removal"_s,
         [&] {
             sample::planPrice(*centre.prices());
             centre.prices()->editor()->edit(u"qwen2.5-72b"_s);
             centre.prices()->editor()->askRemoval();
         }},
        {u"new budget"_s,
         [&] {
             centre.newBudget()->begin(u"research"_s);
         }},
        {u"first run"_s,
         [&] {
             beginFirstRun(centre);
         }},
        {u"first call"_s,
         [&] {
             goOnToTheFirstCall(centre);
         }},
        {u"key"_s,
         [&] {
             beginKey(centre);
         }},
        {u"key made"_s,
         [&] {
             makeKey(centre);
         }},
        {u"find"_s,
         [&] {
             QTest::keyClick(&window, Qt::Key_K, Qt::ControlModifier);
         }},
        {u"keys"_s,
         [&] {
             QTest::keyClick(&window, Qt::Key_F1);
         }},
        {u"pause all"_s,
         [&] {
             QTest::keyClick(&window, Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
         }},
        {u"quit"_s,
         [&] {
             desktop.shell().apply(sample::snapshot()); // calls run
             desktop.shell().quit();
         }},
        {u"upstream"_s,
         [&] {
             press(window, u"addUpstream"_s);
         }},
        {u"credential"_s,
         [&] {
             press(window, u"set admin-token"_s);
         }},
        {u"restore"_s,
         [&] {
             press(window, u"askForRestore"_s);
             sample::answer(*centre.settings()->restore());
         }},
        {u"import"_s,
         [&] {
             press(window, u"askForUsage"_s);
             sample::answerWithUsage(*centre.settings()->usageImport());
         }},
        {u"configuration"_s,
         [&] {
             press(window, u"askForConfiguration"_s);
             sample::answerWithConfiguration(*centre.settings()->configurationImport());
         }},
        {u"log"_s,
         [&] {
             QMetaObject::invokeMethod(named(window, u"reportSource"_s), "chosen", Q_ARG(int, 1));
         }},
        {u"revenue"_s,
         [&] {
             nameRevenues(centre, window);
         }},
        {u"policy"_s, [&] {
             press(window, u"askForPolicy"_s);
             sample::answer(*centre.reports()->policy());
         }}};
    if (page < 0) {
        dialogs.value(scene)();
    }
}

} // namespace look
