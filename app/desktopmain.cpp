// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktopmain.h"

#include "app/appearance/windowappearance.h"
#include "app/commandline/startup.h"
#include "app/desktop.h"
#include "app/service/terminationsignal.h"
#include "app/tray/desktopsession.h"
#include "app/tray/startproblem.h"
#include "app/viewmodels/language.h"
#include "app/windowedservice.h"

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

/// What the next start of the window is to do, when there is one, and how the process ends
/// otherwise.
struct Ended
{
    int code = 0;
    std::optional<CommandLine> successor;
};

/// One try with this command line: how it ended, or why it could not start.
core::Result<Ended> tryToRun(const CommandLine &line)
{
    if (const core::Outcome read = useLanguageOf(line); !read.ok()) {
        return read.error();
    }
    Desktop desktop;
    const SystemAppearance system;
    const WindowAppearance appearance(desktop, system);
    DesktopSession session(desktop);
    WindowedService windowed(desktop.controlCentre());
    QObject::connect(&windowed, &WindowedService::prepared, &session, [&] {
        connectSession(session, windowed.service());
        connectKeychain(desktop.controlCentre(), windowed.application().credentials());
    });
    Ended ended;
    QObject::connect(&windowed, &WindowedService::windowRestartWanted, qApp, [&] {
        ended.successor = windowed.lineOfSuccessor();
        QCoreApplication::quit();
    });
    QObject::connect(&windowed, &WindowedService::failed, qApp, [](const core::Error &error) {
        QTextStream(stderr) << printable(error);
        QCoreApplication::exit(1);
    });
    if (const core::Outcome prepared = windowed.prepare(line); !prepared.ok()) {
        return prepared.error();
    }
    SingleInstance instance(windowed.application().dataFolder());
    if (instance.askTheFirst()) {
        QTextStream(stdout) << "Capstan runs already; its window is in front now." << Qt::endl;
        return ended;
    }
    if (const core::Outcome started = windowed.start(); !started.ok()) {
        return started.error();
    }
    ended.code = runWindow(session, instance, windowed.service().url());
    windowed.stop();
    return ended;
}

} // namespace

int runDesktop(int argc, char **argv, const CommandLine &given)
{
    setUp();
    const QApplication gui(argc, argv);
    language::use(language::ofSystem()); // for what is said before the settings are read
    for (std::optional<CommandLine> line = given; line;) {
        const core::Result<Ended> ended = tryToRun(*line);
        if (ended.ok() && !ended->successor) {
            return ended->code;
        }
        line = ended.ok() ? ended->successor : lineAfter(ended.error(), *line);
    }
    return 1;
}

} // namespace app
