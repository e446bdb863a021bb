// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/application.h"
#include "app/commandline/commands.h"
#include "app/commandline/ledgercommands.h"
#include "app/commandline/startup.h"
#include "app/service/terminationsignal.h"

#ifdef CAPSTAN_DESKTOP
#include "app/desktopmain.h"
#endif

#include <QCoreApplication>
#include <QTextStream>

namespace {

QStringList argumentList(int argc, char **argv)
{
    QStringList list;
    for (int i = 0; i < argc; ++i) {
        list << QString::fromLocal8Bit(argv[i]);
    }
    return list;
}

int fail(const core::Error &error, int code)
{
    QTextStream(stderr) << app::printable(error);
    return code;
}

int runHeadless(const app::CommandLine &line)
{
    app::TerminationSignal termination;
    app::Application application(line);
    for (const auto step : {&app::Application::prepare, &app::Application::start}) {
        if (const core::Outcome outcome = (application.*step)(); !outcome.ok()) {
            return fail(outcome.error(), 1);
        }
    }
    QTextStream(stdout) << "listening on " << application.service().url() << Qt::endl;
    QObject::connect(
        &termination, &app::TerminationSignal::received, qApp, &QCoreApplication::quit);
    const int code = QCoreApplication::exec();
    application.stop();
    return code;
}

int runLedger(int argc, char **argv)
{
    QTextStream out(stdout);
    QTextStream err(stderr);
    return app::runLedgerCommand(
        argumentList(argc, argv), QProcessEnvironment::systemEnvironment(), out, err);
}

std::optional<int> runCommand(int argc, char **argv)
{
    QTextStream out(stdout);
    QTextStream err(stderr);
    return app::runCommand(
        argumentList(argc, argv), QProcessEnvironment::systemEnvironment(), out, err);
}

} // namespace

int main(int argc, char **argv)
{
    if (app::isLedgerCommand(argumentList(argc, argv))) {
        return runLedger(argc, argv);
    }
    if (const std::optional<int> code = runCommand(argc, argv)) {
        return *code;
    }
    const auto line = app::parseCommandLine(argumentList(argc, argv));
    if (!line.ok()) {
        return fail(line.error(), app::UsageExitCode);
    }
    QTextStream out(stdout);
    QTextStream err(stderr);
    if (line->action == app::CommandLine::Action::PrintText) {
        out << line->text << Qt::endl;
        return 0;
    }
#ifdef CAPSTAN_DESKTOP
    if (line->action == app::CommandLine::Action::Run && !line->headless) {
        return app::runDesktop(argc, argv, *line);
    }
#endif
    const QCoreApplication application(argc, argv);
    if (line->action == app::CommandLine::Action::CheckConfig) {
        return app::checkConfig(*line, QProcessEnvironment::systemEnvironment(), out, err);
    }
    return runHeadless(*line);
}
