// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/windowedservice.h"

#include "app/viewmodels/controlcentre.h"
#include "app/viewmodels/language.h"
#include "app/viewmodels/sentences/sentences.h"
#include "app/wishes.h"
#include "core/configuration/ownersettingsfile.h"

#include <QUrl>

namespace app {

core::Outcome useLanguageOf(const CommandLine &line)
{
    if (line.demo) { // keeps no settings, and would start its upstream twice
        language::use(language::ofSystem());
        return core::Done{};
    }
    Application settings(line);
    core::Outcome prepared = settings.prepare();
    if (prepared.ok()) {
        language::use(language::localeFor(settings.ownerSettings().appearance.language));
    }
    return prepared;
}

WindowedService::WindowedService(ControlCentre &centre, QObject *parent)
    : QObject(parent)
    , m_centre(centre)
{}

WindowedService::~WindowedService()
{
    stop();
}

core::Outcome WindowedService::prepare(const CommandLine &line)
{
    m_line = line;
    auto parts = std::make_unique<Parts>(line);
    if (core::Outcome prepared = parts->application.prepare(); !prepared.ok()) {
        return prepared;
    }
    m_parts = std::move(parts);
    const QString ledger = service().ledgerFile();
    m_parts->reader = std::make_unique<LedgerReader>(ledger);
    m_parts->simulator = std::make_unique<LedgerReader>(ledger);
    connectWishes(m_centre, service());
    connectKeys(m_centre, service());
    connectReconciliation(m_centre, service());
    connectLedger(m_centre, *m_parts->reader);
    connectSimulator(m_centre, *m_parts->simulator);
    connectPriceTrial(*m_centre.prices()->past(), *m_parts->simulator, service());
    m_parts->logFile = std::make_unique<FileMaker>(ledger);
    connectLogFile(m_centre, *m_parts->logFile);
    m_parts->reportFile = std::make_unique<FileMaker>(ledger);
    connectReportFile(m_centre, *m_parts->reportFile);
    m_parts->reports = std::make_unique<LedgerReader>(ledger);
    connectReports(m_centre, *m_parts->reports);
    connectInvoices(m_centre, *m_parts->reader, service());
    Q_EMIT this->prepared();
    return core::Done{};
}

core::Outcome WindowedService::start()
{
    core::Outcome started = m_parts->application.start();
    if (started.ok()) {
        m_parts->settings =
            std::make_unique<SettingsDesk>(*m_centre.settings(), m_parts->application);
        // Later, as the desk goes with what it asks to be stopped.
        connect(m_parts->settings.get(),
                &SettingsDesk::restartWanted,
                this,
                &WindowedService::restart,
                Qt::QueuedConnection);
        m_parts->firstRun = std::make_unique<FirstRunDesk>(
            *m_centre.firstRun(), *m_centre.settings(), m_parts->application);
        connectPolicy(*m_centre.settings()->policy(), service());
        m_parts->imports = std::make_unique<ImportDesk>(m_centre, service());
        m_parts->policies = std::make_unique<PolicyDesk>(*m_centre.reports()->policy(),
                                                         service().ledgerFile(),
                                                         m_parts->application.configuration());
    }
    return started;
}

void WindowedService::stop()
{
    if (m_parts && m_parts->settings) {
        m_parts->policies.reset();
        m_parts->imports.reset();
        m_parts->firstRun.reset();
        m_parts->settings.reset();
        m_parts->application.stop();
    }
    m_parts.reset();
}

core::Outcome WindowedService::startAgain()
{
    core::Outcome outcome = prepare(m_line);
    return outcome.ok() ? start() : outcome;
}

CommandLine WindowedService::lineOfSuccessor()
{
    CommandLine line = m_line;
    if (line.port == 0) {
        line.port = static_cast<quint16>(QUrl(service().url()).port());
    }
    return line;
}

void WindowedService::restart()
{
    // Nothing is stopped for a start that would fail.
    if (const auto next = m_parts->application.configurationOfNextStart(); !next.ok()) {
        m_centre.firstRun()->refuse(sentences::of(next.error()));
        m_centre.settings()->explain(next.error());
        return;
    }
    if (m_centre.settings()->waitsForWindow()) {
        Q_EMIT windowRestartWanted();
        return;
    }
    const core::OwnerSettings former = m_parts->application.ownerSettings();
    const core::OwnerSettingsFile file(m_parts->application.ownerSettingsFile());
    m_line = lineOfSuccessor();
    stop();
    const core::Outcome again = startAgain();
    if (again.ok()) {
        return;
    }
    stop();
    m_centre.firstRun()->refuse(sentences::of(again.error()));
    (void)file.write(former); // it could be written a moment ago; if not, the next start tells
    if (const core::Outcome back = startAgain(); !back.ok()) {
        Q_EMIT failed(back.error());
        return;
    }
    m_centre.settings()->refuse(again.error());
}

} // namespace app
