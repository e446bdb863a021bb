// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/application.h"
#include "app/service/filemaker.h"
#include "app/service/ledgerreader.h"
#include "app/settings/firstrundesk.h"
#include "app/settings/importdesk.h"
#include "app/settings/policydesk.h"
#include "app/settings/settingsdesk.h"

#include <QObject>

#include <memory>

class ControlCentre;

namespace app {

/// Puts the language in force that the owner of these settings chose. Before the window is made,
/// which then has all its texts in it. Only reads; fails where the configuration cannot be read.
[[nodiscard]] core::Outcome useLanguageOf(const CommandLine &line);

/// The service behind a window. The window stays while the service is stopped and started again
/// with other settings; the service goes back to the former ones where it cannot be.
class WindowedService : public QObject
{
    Q_OBJECT

public:
    explicit WindowedService(ControlCentre &centre, QObject *parent = nullptr);
    ~WindowedService() override; ///< stops

    /// Reads the configuration; then application() is there, not started.
    [[nodiscard]] core::Outcome prepare(const CommandLine &line);
    [[nodiscard]] core::Outcome start();
    void stop();
    /// The command line of a start that is to take the place of this one: on the port that clients
    /// know by now.
    [[nodiscard]] CommandLine lineOfSuccessor();
    [[nodiscard]] Application &application() { return m_parts->application; }
    [[nodiscard]] ServiceHost &service() { return m_parts->application.service(); }

public Q_SLOTS:
    void restart();

Q_SIGNALS:
    /// Another service is about to start: connect to it what the window's own connections are not.
    void prepared();
    /// A restart is wanted that the window does not outlive; nothing was stopped yet.
    void windowRestartWanted();
    /// Not even the former settings could be put in force again; nothing runs.
    void failed(const core::Error &error);

private:
    struct Parts
    {
        explicit Parts(const CommandLine &line)
            : application(line)
        {}

        Application application;
        std::unique_ptr<LedgerReader> reader;
        std::unique_ptr<LedgerReader> simulator;
        std::unique_ptr<LedgerReader> reports; ///< apart, as a long one must not hold up the log
        std::unique_ptr<FileMaker> logFile;
        std::unique_ptr<FileMaker> reportFile;
        std::unique_ptr<SettingsDesk> settings;
        std::unique_ptr<FirstRunDesk> firstRun;
        std::unique_ptr<ImportDesk> imports;
        std::unique_ptr<PolicyDesk> policies;
    };
    [[nodiscard]] core::Outcome startAgain();

    ControlCentre &m_centre;
    CommandLine m_line;
    std::unique_ptr<Parts> m_parts;
};

} // namespace app
