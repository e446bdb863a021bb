// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktopmain.h"

#include "app/application.h"
#include "app/commandline/startup.h"
#include "app/desktop.h"
#include "app/service/ledgerreader.h"
#include "app/service/terminationsignal.h"
#include "app/tray/desktopsession.h"
#include "app/tray/startproblem.h"
#include "app/wishes.h"

#include <QApplication>
#include <QTextStream>

namespace app {

namespace {

void setUp()
{
    TerminationSignal::block(); // before the display's threads start
    QApplication::setOrganizationName(QStringLiteral("capstan"));
    QApplication::setApplicationName(QStringLiteral("capstan"));
    QApplication::setApplicationDisplayName(QStringLiteral("Capstan"));
    QApplication::setDesktopFileName(QStringLiteral("capstan"));
    QApplication::setQuitOnLastWindowClosed(false); // a closed window goes on counting
}

/// What a person wants after a start that failed; nothing when it is to end.
std::optional<CommandLine> lineAfter(const core::Error &error, CommandLine line)
{
    QTextStream(stderr) << printable(error);
    switch (askAboutStart(error)) {
    case StartChoice::AnotherPort:
        line.port = 0;
        return line;
    case StartChoice::TryAgain:
        return line;
    case StartChoice::Quit:
        break;
    }
    return std::nullopt;
}

void connectSession(DesktopSession &session, ServiceHost &service)
{
    QObject::connect(&service,
                     &ServiceHost::snapshotTaken,
                     &session,
                     [&session](const auto &snapshot) { session.apply(*snapshot); });
    QObject::connect(&session, &DesktopSession::pauseAllWanted, &service, [&service](bool paused) {
        service.setAllPaused(paused, false);
    });
    QObject::connect(&session, &DesktopSession::quitWanted, &service, [&service](bool cutRunning) {
        if (cutRunning) {
            service.cutAll();
        }
        QCoreApplication::quit();
    });
}

/// A keychain that keeps its secrets to itself is the owner's to unlock.
void connectKeychain(ControlCentre &centre, CredentialStore &credentials)
{
    const auto tell = [&centre, &credentials] {
        const core::KeychainTrouble trouble = credentials.trouble();
        centre.notices()->setKeychainTrouble(trouble.message, trouble.remedy);
    };
    QObject::connect(&credentials, &CredentialStore::changed, &centre, tell);
    tell();
}

/// Until the person or a signal ends it.
int runWindow(DesktopSession &session, SingleInstance &instance, const QString &url)
{
    const TerminationSignal termination;
    QObject::connect(&termination, &TerminationSignal::received, qApp, &QCoreApplication::quit);
    QObject::connect(&instance, &SingleInstance::showWanted, &session, &DesktopSession::showWindow);
    (void)instance.listen(); // without it a second start finds the ledger locked, and says so
    if (!session.begin()) {
        return 1;
    }
    QTextStream(stdout) << "listening on " << url << Qt::endl;
    return QApplication::exec();
}

/// One try with this command line: its exit code, or why it could not start.
core::Result<int> tryToRun(const CommandLine &line)
{
    Application application(line);
    if (const core::Outcome prepared = application.prepare(); !prepared.ok()) {
        return prepared.error();
    }
    SingleInstance instance(application.dataFolder());
    if (instance.askTheFirst()) {
        QTextStream(stdout) << "Capstan runs already; its window is in front now." << Qt::endl;
        return 0;
    }
    Desktop desktop;
    DesktopSession session(desktop);
    connectWishes(desktop.controlCentre(), application.service());
    connectSession(session, application.service());
    connectKeychain(desktop.controlCentre(), application.credentials());
    LedgerReader reader(application.service().ledgerFile());
    LedgerReader simulator(application.service().ledgerFile());
    LedgerReader reports(application.service().ledgerFile()); // a long one holds up no log
    connectLedger(desktop.controlCentre(), reader);
    connectSimulator(desktop.controlCentre(), simulator);
    connectReports(desktop.controlCentre(), reports);
    connectInvoices(desktop.controlCentre(), reader, application.service());
    if (const core::Outcome started = application.start(); !started.ok()) {
        return started.error();
    }
    const int code = runWindow(session, instance, application.service().url());
    application.stop();
    return code;
}

} // namespace

int runDesktop(int argc, char **argv, const CommandLine &given)
{
    setUp();
    const QApplication gui(argc, argv);
    for (std::optional<CommandLine> line = given; line;) {
        const core::Result<int> code = tryToRun(*line);
        if (code.ok()) {
            return *code;
        }
        line = lineAfter(code.error(), *line);
    }
    return 1;
}

} // namespace app
