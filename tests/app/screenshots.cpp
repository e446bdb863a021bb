// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Draws every page from the invented afternoon and saves it as PNG, for the README and for eyes:
//   capstan-screenshots [--tour] [--language de] FOLDER
// --tour: one of each page, dark and light, as tests/screenshots keeps them.
#include "photographer.h"
#include "sampleactivity.h"
#include "samplealerts.h"
#include "sampleprices.h"
#include "samplereports.h"
#include "sampleservice.h"

#include "app/viewmodels/language.h"

#include <QApplication>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

bool takeSettings(Photographer &photographer, ControlCentre &centre, const QString &suffix)
{
    SettingsModel &settings = *centre.settings();
    sample::fillSettings(settings);
    bool ok = photographer.take(u"settings-"_s + suffix, 6);
    for (const int section : {2, 4, 6, 8}) { // each shows the next one as well
        Q_EMIT centre.sectionWanted(section);
        ok = photographer.take(u"settings%1-"_s.arg(section) + suffix, 6) && ok;
    }
    Q_EMIT centre.sectionWanted(0);
    settings.setRequireKeys(true);
    ok = photographer.take(u"restart-"_s + suffix, 6) && ok;
    return ok;
}

bool takeKeys(Photographer &photographer, ControlCentre &centre, const QString &suffix)
{
    KeyForm &form = *centre.tenant()->keys()->form();
    form.begin(u"research"_s);
    form.setName(u"figure-builder"_s);
    form.setCap(u"3"_s);
    bool ok = photographer.take(u"key-"_s + suffix, 1);
    QObject::connect(&form, &KeyForm::createRequested, &form, [&form](quint64 ticket) {
        form.takeKey(
            ticket, "k-1", core::Secret("sk-cap-7Hq2mX4vT9bLr3Zc8WfKd6NsAAAAAAAAAAAAAAAAAAAAAA"));
    });
    form.save();
    ok = photographer.take(u"key-made-"_s + suffix, 1) && ok;
    form.close();
    return ok;
}

/// Budgets of every kind, one in tokens with its cap moved, and one that is being written.
bool takeBudgets(Photographer &photographer, ControlCentre &centre, const QString &suffix)
{
    centre.apply(sample::withBudgets());
    centre.dimension()->setDimension(static_cast<int>(centre.dimension()->dimensions().size()) - 1);
    centre.tenant()->clear();
    bool ok = photographer.take(u"budgets-"_s + suffix, 1);
    centre.tenant()->selectBudget(u"b-tokens"_s);
    centre.tenant()->editor()->type(u"3,400"_s);
    ok = photographer.take(u"budget-tokens-"_s + suffix, 1) && ok;
    centre.tenant()->selectBudget(u"b-each"_s);
    centre.tenant()->raise()->begin();
    centre.tenant()->raise()->chooseEnd(4);
    centre.tenant()->raise()->setUntilText(u"18:00"_s);
    ok = photographer.take(u"budget-each-"_s + suffix, 1) && ok;
    BudgetForm &form = *centre.newBudget();
    form.begin({});
    form.setWindow(2);
    form.setAmount(u"5"_s);
    ok = photographer.take(u"budget-new-"_s + suffix, 1) && ok;
    form.close();
    centre.tenant()->selectBudget(u"b-each"_s);
    centre.tenant()->edit();
    form.setAmount(u"8"_s);
    form.options()->setUnfolded(true);
    form.options()->setHardMark(u"95"_s);
    form.options()->downgrades()->add();
    form.options()->downgrades()->setFrom(0, u"llama-70b"_s);
    form.options()->downgrades()->setTo(0, u"llama-8b"_s);
    ok = photographer.take(u"budget-change-"_s + suffix, 1) && ok;
    form.options()->setUnfolded(false);
    ok = photographer.take(u"budget-changed-"_s + suffix, 1) && ok;
    form.close();
    centre.tenant()->clear();
    centre.dimension()->setDimension(0);
    centre.apply(sample::snapshot());
    return ok;
}

bool takeFirstRun(Photographer &photographer, ControlCentre &centre, const QString &suffix)
{
    FirstRun &run = *centre.firstRun();
    run.apply(sample::snapshot()); // where the proxy listens
    run.begin();
    run.takeFinding("http://localhost:8000/v1", sample::finding());
    run.endSearch();
    bool ok = photographer.take(u"firstrun-"_s + suffix, 0);
    run.useServer(0);
    run.takeServer();
    run.usePrices();
    run.makeTenant();
    run.takeKey("k-1", core::Secret("sk-cap-7Hq2mX4vT9bLr3Zc8WfKd6NsAAAAAAAAAAAAAAAAAAAAAA"));
    ok = photographer.take(u"firstcall-"_s + suffix, 0) && ok;
    run.leave();
    return ok;
}

bool takeSavedLog(Photographer &photographer, FileSaving &saving, const QString &suffix)
{
    saving.begin();
    saving.setRows(120'000);
    settle(FileSaving::SlowAfter + std::chrono::milliseconds(200));
    bool ok = photographer.take(u"log-saving-"_s + suffix, 2);
    saving.refuse(u"The file /home/ada/Downloads/capstan-log-2026-11-21.csv cannot be written: No "
                  "space left on device. Make room there, or let this user write there."_s);
    ok = photographer.take(u"log-unsaved-"_s + suffix, 2) && ok;
    saving.begin();
    saving.end(u"/home/ada/Downloads/capstan-log-2026-11-21.csv"_s);
    ok = photographer.take(u"log-saved-"_s + suffix, 2) && ok;
    saving.clear();
    return ok;
}

bool takeActivity(Photographer &photographer, ControlCentre &centre, const QString &suffix)
{
    centre.activity()->story()->clear();
    bool ok = photographer.take(u"activity-"_s + suffix, 2);
    ok = takeSavedLog(photographer, *centre.activity()->saving(), suffix) && ok;
    centre.activity()->showStory(2);
    ok = photographer.take(u"story-"_s + suffix, 2) && ok;
    core::RequestStory recovered = sample::clampedStory();
    recovered.attempts.back().settled->ending = core::Ending::Recovered;
    CorrectionEditor &correction = *centre.activity()->story()->correction();
    correction.show(recovered);
    correction.setCost(u"0.0123"_s);
    ok = photographer.take(u"correction-"_s + suffix, 2) && ok;
    correction.clear();
    return ok;
}

bool takePrices(Photographer &photographer, ControlCentre &centre, const QString &suffix)
{
    centre.apply(sample::withModels());
    sample::fillPrices(*centre.prices());
    PriceEditor &editor = *centre.prices()->editor();
    editor.clear();
    bool ok = photographer.take(u"prices-"_s + suffix, 3);
    editor.edit(u"llama-3.1-8b"_s);
    editor.setOutput(u"4.20"_s);
    ok = photographer.take(u"price-"_s + suffix, 3) && ok;
    sample::planPrice(*centre.prices());
    editor.edit(u"qwen2.5-72b"_s);
    editor.change(0);
    editor.setInput(u"4.00"_s);
    ok = photographer.take(u"price-planned-"_s + suffix, 3) && ok;
    editor.askRemoval();
    ok = photographer.take(u"price-removal-"_s + suffix, 3) && ok;
    editor.removal()->leave();
    centre.apply(sample::snapshot());
    return ok;
}

bool takeDrag(Photographer &photographer, CapEditor &editor, const QString &suffix)
{
    editor.beginDrag();
    editor.dragTo(0.7, CapEditor::Normal);
    bool ok = photographer.take(u"drag-"_s + suffix, 1);
    editor.dragTo(0.64, CapEditor::Normal);
    ok = photographer.take(u"cut-"_s + suffix, 1) && ok;
    editor.endDrag();
    ok = photographer.take(u"confirm-"_s + suffix, 1) && ok;
    editor.putBack();
    return ok;
}

bool takeAll(Desktop &desktop, const QDir &folder, const QString &suffix)
{
    Photographer photographer(desktop, folder);
    ControlCentre &centre = desktop.controlCentre();
    centre.apply(sample::snapshot());
    centre.tenant()->clear();
    bool ok = photographer.take(u"overview-"_s + suffix, 0);
    ok = photographer.take(u"alerts-"_s + suffix, 4) && ok;
    centre.alerts()->history()->chooseRange(0, 1);
    ok = photographer.take(u"alerts-chosen-"_s + suffix, 4) && ok;
    centre.alerts()->history()->chooseNone();
    ok = photographer.take(u"tenants-"_s + suffix, 1) && ok;
    centre.tenant()->select(u"research"_s);
    ok = photographer.take(u"tenant-"_s + suffix, 1) && ok;
    ok = takeActivity(photographer, centre, suffix) && ok;
    centre.newBudget()->begin(u"research"_s);
    centre.newBudget()->setAmount(u"17.5"_s);
    ok = photographer.take(u"budget-"_s + suffix, 1) && ok;
    centre.newBudget()->close();
    ok = takePrices(photographer, centre, suffix) && ok;
    ok = takeDrag(photographer, *centre.tenant()->editor(), suffix) && ok;
    centre.apply(sample::overCap());
    ok = photographer.take(u"over-"_s + suffix, 0) && ok;
    for (const int count : {3, 12}) {
        centre.apply(sample::withUpstreams(count));
        ok = photographer.take(u"upstreams-%1-"_s.arg(count) + suffix, 0) && ok;
    }
    centre.apply(sample::snapshot());
    ok = takeSettings(photographer, centre, suffix) && ok;
    ok = takeKeys(photographer, centre, suffix) && ok;
    ok = takeBudgets(photographer, centre, suffix) && ok;
    ok = takeFirstRun(photographer, centre, suffix) && ok;
    return ok;
}

bool takeEmpty(const core::Clock &clock, const QDir &folder)
{
    Desktop desktop(clock);
    desktop.setScheme(Desktop::Scheme::Light);
    desktop.controlCentre().apply(sample::untouched());
    AlertHistoryModel &history = *desktop.controlCentre().alerts()->history();
    sample::answer(history, 0);
    Photographer photographer(desktop, folder);
    const bool empty = desktop.show() && photographer.take(u"empty-light-1280"_s, 0) &&
                       photographer.take(u"alerts-empty-light-1280"_s, 4);
    sample::refuse(history);
    history.kind()->choose(history.kind()->choices().first());
    return empty && photographer.take(u"alerts-error-light-1280"_s, 4);
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QUICK_BACKEND", "software");
    const QApplication application(argc, argv);
    QStringList arguments = QApplication::arguments().mid(1);
    const bool isTour = arguments.removeOne(u"--tour"_s);
    if (arguments.size() > 1 && arguments.first() == u"--language"_s) {
        language::use(language::ofSystem(QLocale(arguments.at(1))));
        arguments = arguments.mid(2);
    }
    const QDir folder(arguments.isEmpty() ? u"."_s : arguments.first());
    folder.mkpath(u"."_s);
    if (isTour) {
        return takeTour(folder) ? 0 : 1;
    }
    const StillClock clock;
    bool ok = true;
    // The last one: what a panel and a title bar leave of full HD at 200 % scale.
    for (const QSize size : {QSize(1280, 800), QSize(800, 600), QSize(960, 480)}) {
        for (const auto scheme : {Desktop::Scheme::Dark, Desktop::Scheme::Light}) {
            Desktop desktop(clock);
            desktop.setReducedMotion(true);
            desktop.setScheme(scheme);
            playHistory(desktop.controlCentre());
            sample::answer(*desktop.controlCentre().activity(), 3412);
            sample::answer(*desktop.controlCentre().alerts()->history(), 1'000'000);
            if (!desktop.show()) {
                return 1;
            }
            desktop.window()->resize(size);
            const QString name = scheme == Desktop::Scheme::Dark ? u"dark"_s : u"light"_s;
            const QString suffix = u"%1-%2"_s.arg(name).arg(size.width());
            ok = takeAll(desktop, folder, suffix) && ok;
            ok = takeReports(desktop, folder, suffix) && ok;
            ok = takeFiles(desktop, folder, suffix) && ok;
            ok = takeDialogs(desktop, folder, suffix) && ok;
        }
    }
    ok = ok && takeEmpty(clock, folder);
    std::fputs(ok ? "saved\n" : "not every picture could be taken\n", stderr);
    return ok ? 0 : 1;
}
