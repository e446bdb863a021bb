// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/administration/addressfile.h"
#include "app/commandline/commandline.h"
#include "app/credentials/credentialstore.h"
#include "app/demo/demo.h"
#include "app/service/servicehost.h"
#include "core/configuration/ownersettings.h"

#include <QObject>

#include <memory>
#include <vector>

namespace app {

/// Wires everything together and owns it: the demo's upstream, the service, and (by whoever made
/// it) the window. Lives in the main thread.
class Application : public QObject
{
    Q_OBJECT

public:
    explicit Application(const CommandLine &line, QObject *parent = nullptr);
    ~Application() override;

    /// Reads the configuration and builds the service. Before start().
    [[nodiscard]] core::Outcome prepare();
    [[nodiscard]] ServiceHost &service() { return *m_service; }
    /// After start(): sentences that the person who starts Capstan should read.
    [[nodiscard]] const std::vector<QString> &notices() const { return m_notices; }
    /// Under which name the ledger was kept that a backup replaced at this start; empty: none was.
    /// After start().
    [[nodiscard]] const QString &formerLedger() const { return m_formerLedger; }
    /// Where the ledger stands. After prepare().
    [[nodiscard]] const QString &dataFolder() const { return m_dataFolder; }
    [[nodiscard]] CredentialStore &credentials() { return *m_credentials; }
    /// What is in force, and the part of it that was set in the window. After prepare().
    [[nodiscard]] const core::Configuration &configuration() const { return m_configuration; }
    [[nodiscard]] const core::OwnerSettings &ownerSettings() const { return m_ownerSettings; }
    /// Reads again what prepare() read, and changes nothing: a start would fail with this error,
    /// or have this in force.
    [[nodiscard]] core::Result<core::Configuration> configurationOfNextStart() const;
    [[nodiscard]] QString ownerSettingsFile() const;
    [[nodiscard]] QString configurationFile() const; ///< the owner's own; empty: none
    [[nodiscard]] const core::SecretSource &secrets() const { return m_secrets; }
    [[nodiscard]] core::Secret providerKey(const QByteArray &provider) const;
    [[nodiscard]] const CommandLine &line() const { return m_line; }
    /// Puts a backup in the ledger's place where one waits for that, opens the ledger and listens.
    [[nodiscard]] core::Outcome start();
    /// Lets running calls end, settles, closes the ledger.
    void stop();

private:
    [[nodiscard]] core::Outcome finishRestore();
    [[nodiscard]] core::Outcome prepareDemo(); ///< where one was asked for
    void prepareCredentials(const core::Configuration &configuration);
    [[nodiscard]] core::Outcome readOwnerSettings(const core::Configuration &configuration);

    CommandLine m_line;
    QString m_dataFolder;
    core::Configuration m_configuration;
    core::OwnerSettings m_ownerSettings;
    core::SecretSource m_secrets;
    std::shared_ptr<core::CredentialBox> m_box;
    std::unique_ptr<Demo> m_demo;
    std::unique_ptr<CredentialStore> m_credentials;
    std::unique_ptr<ServiceHost> m_service;
    std::vector<QString> m_notices;
    QString m_ledgerFile;
    QString m_formerLedger;
    std::optional<AddressFile> m_address; ///< while it listens
};

} // namespace app
