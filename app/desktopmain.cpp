// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktopmain.h"

#include "app/application.h"
#include "app/commandline/startup.h"
#include "app/desktop.h"
#include "app/service/ledgerreader.h"
#include "app/service/terminationsignal.h"
#include "app/wishes.h"

#include <QApplication>
#include <QTextStream>

namespace app {

namespace {

int fail(const core::Error &error)
{
    QTextStream(stderr) << printable(error);
    return 1;
}

} // namespace

int runDesktop(int argc, char **argv, const CommandLine &line)
{
    TerminationSignal::block(); // before the display's threads start
    QApplication::setApplicationName(QStringLiteral("capstan"));
    QApplication::setApplicationDisplayName(QStringLiteral("Capstan"));
    QApplication::setDesktopFileName(QStringLiteral("capstan"));
    const QApplication gui(argc, argv);
    const TerminationSignal termination;
    Application application(line);
    if (const core::Outcome prepared = application.prepare(); !prepared.ok()) {
        return fail(prepared.error());
    }
    Desktop desktop;
    LedgerReader reader(application.service().ledgerFile());
    connectWishes(desktop.controlCentre(), application.service());
    connectLedger(desktop.controlCentre(), reader);
    LedgerReader simulator(application.service().ledgerFile());
    connectSimulator(desktop.controlCentre(), simulator);
    if (const core::Outcome started = application.start(); !started.ok()) {
        return fail(started.error());
    }
    if (!desktop.show()) {
        application.stop();
        return 1;
    }
    QTextStream(stdout) << "listening on " << application.service().url() << Qt::endl;
    QObject::connect(&termination, &TerminationSignal::received, qApp, &QCoreApplication::quit);
    const int code = QApplication::exec();
    application.stop();
    return code;
}

} // namespace app
