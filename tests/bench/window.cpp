// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The real window on the real service, for tests/bench/run to put under load. Commands come as
// lines on standard input: "page N", "watch SECONDS" (with the beat), "idle SECONDS" (without),
// "scroll SECONDS" (with the beat, rolling through the log), "quit".
#include "scroller.h"
#include "windowwatch.h"

#include "app/desktop.h"
#include "app/service/ledgerreader.h"
#include "app/service/servicehost.h"
#include "app/wishes.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QQuickWindow>
#include <QSocketNotifier>
#include <QTemporaryDir>

#include <cstdio>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

/// A daily cap that nothing reaches, for "t-00007" and the like as tests/bench/load.h numbers them.
core::Budget capOf(const QByteArray &selector)
{
    core::Budget budget;
    budget.id = selector;
    budget.selector = *core::Selector::parse(selector);
    budget.window.kind = core::WindowKind::Day;
    budget.limit = core::Money::fromDollars(1'000'000).nanos();
    return budget;
}

void setBudgets(app::ServiceHost &service, int tenants)
{
    for (const QByteArray selector : {"agent:bench", "user:bench", "feature:bench"}) {
        service.setBudget(capOf(selector));
    }
    for (int tenant = 0; tenant < tenants; ++tenant) {
        service.setBudget(capOf("tenant:t-" + QByteArray::number(tenant).rightJustified(5, '0')));
    }
}

void tell(const QByteArray &line)
{
    std::puts(line.constData());
    std::fflush(stdout);
}

void obey(const QByteArray &line,
          QQuickWindow &window,
          bench::WindowWatch &watch,
          bench::Scroller &scroller)
{
    const QList<QByteArray> words = line.simplified().split(' ');
    if (words.size() < 2) {
        return;
    }
    if (words[0] == "page") {
        window.setProperty("page", words[1].toInt());
        return;
    }
    if (words[0] == "scroll" && !scroller.start()) {
        tell("the log is too short to be scrolled");
        return;
    }
    watch.watch(words[1].toDouble(),
                words[0] == "idle" ? bench::WindowWatch::Beat::No : bench::WindowWatch::Beat::Yes);
}

/// Quits where there is none, or where it says so.
QByteArray nextLine()
{
    char line[80] = {};
    if (::read(STDIN_FILENO, line, sizeof line - 1) <= 0 || qstrncmp(line, "quit", 4) == 0) {
        QApplication::quit();
    }
    return line;
}

} // namespace

int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addOptions({{u"upstream"_s, u"http://ADDRESS:PORT"_s, u"URL"_s},
                       {u"tenants"_s, u"Tenants with a cap each."_s, u"N"_s, u"1"_s}});
    parser.process(application);
    const QTemporaryDir folder;
    proxy::Settings settings;
    settings.port = 0;
    settings.ledgerFile = folder.filePath(u"ledger.db"_s);
    settings.zone = "UTC";
    settings.upstreams.front().baseUrl = parser.value(u"upstream"_s).toUtf8();
    app::ServiceHost service(settings);
    Desktop desktop;
    app::connectWishes(desktop.controlCentre(), service);
    app::LedgerReader log(settings.ledgerFile);
    app::connectLedger(desktop.controlCentre(), log);
    if (!service.start().ok() || !desktop.show()) {
        std::fputs("bench_window: no service, or no window\n", stderr);
        return 1;
    }
    setBudgets(service, parser.value(u"tenants"_s).toInt());
    QQuickWindow &window = *desktop.window();
    bench::WindowWatch watch(window);
    bench::Scroller scroller(window);
    QObject::connect(&watch, &bench::WindowWatch::printed, &scroller, &bench::Scroller::stop);
    QObject::connect(&service,
                     &app::ServiceHost::snapshotTaken,
                     &watch,
                     [&watch](const auto &snapshot) { watch.snapshotCame(snapshot->at); });
    QSocketNotifier commands(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&commands, &QSocketNotifier::activated, &watch, [&] {
        obey(nextLine(), window, watch, scroller);
    });
    tell("listening on " + service.url().toUtf8());
    const int code = QApplication::exec();
    service.stop(std::chrono::seconds(1));
    return code;
}
