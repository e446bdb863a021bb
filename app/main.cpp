// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/administration/administration.h"
#include "app/application.h"
#include "app/commandline/commands.h"
#include "app/commandline/ledgercommands.h"
#include "app/commandline/startup.h"
#include "app/credentials/credentialcommand.h"
#include "app/credentials/environmentcredentials.h"
#include "app/service/destinationcheck.h"
#include "app/service/reconcilecommand.h"
#include "app/service/terminationsignal.h"

#ifdef CAPSTAN_DESKTOP
#include "app/billing/invoicepdf.h"
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
    for (const QString &notice : application.notices()) {
        QTextStream(stderr) << "capstan: " << notice << Qt::endl;
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
#ifdef CAPSTAN_DESKTOP
    constexpr app::InvoicePrinter Printer = app::printInvoice;
#else
    constexpr app::InvoicePrinter Printer = nullptr;
#endif
    return app::runCommand(
        argumentList(argc, argv), QProcessEnvironment::systemEnvironment(), out, err, Printer);
}

/// The commands that need the secrets: credential and reconcile.
int runWithSecrets(const app::CommandLine &line, QTextStream &out, QTextStream &err)
{
    const QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    const auto configuration = app::configurationFor(line, environment);
    if (!configuration.ok()) {
        return fail(configuration.error(), app::UsageExitCode);
    }
    const auto box = std::make_shared<core::CredentialBox>();
    app::takeFromEnvironment(*box, environment);
    app::takeConfigured(*box, *configuration);
    app::CredentialStore store(box, app::makeKeychain());
    store.addKinds(app::configuredCredentials(*configuration));
    if (line.action == app::CommandLine::Action::Credential) {
        return app::runCredentialCommand(line.words, store, out, err);
    }
    app::waitForSecrets(store);
    const core::Secret token = box->find(core::credentials::AdminToken.toByteArray());
    return app::runReconcile(*configuration, token, out, err);
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
        const QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        const int code = app::checkConfig(*line, environment, out, err);
        return code == 0 && line->connect ? app::checkDestinations(*line, environment, out) : code;
    }
    if (line->action == app::CommandLine::Action::Credential ||
        line->action == app::CommandLine::Action::Reconcile) {
        return runWithSecrets(*line, out, err);
    }
    if (line->action == app::CommandLine::Action::Administer) {
        return app::administer(*line, QProcessEnvironment::systemEnvironment(), out, err);
    }
    return runHeadless(*line);
}
