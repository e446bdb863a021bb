// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/autostart.h"
#include "app/settings/ledgerdesk.h"
#include "app/settings/restoredesk.h"
#include "app/settings/upstreamtest.h"
#include "core/configuration/ownersettingsfile.h"
#include "core/telemetry/telemetrysettings.h"

#include <QHash>
#include <QObject>

#include <memory>

class SettingsModel;

namespace proxy {
class ConnectionTest;
struct ExportSite;
} // namespace proxy

namespace app {

class Application;

/// Does what the settings page asks for: keeps the settings, the secrets and the start at login,
/// and tries connections. One for each start of the service. Main thread.
class SettingsDesk : public QObject
{
    Q_OBJECT

public:
    /// Both outlive it; the service has started.
    SettingsDesk(SettingsModel &model, Application &application);
    ~SettingsDesk() override;

Q_SIGNALS:
    void restartWanted();

private:
    void tellFacts();
    void connectSettings();
    void connectCredentials();
    void showCredentials();
    void testUpstream(const QString &name, const QString &address);
    void testDestination(const QString &name);

    SettingsModel &m_model;
    Application &m_application;
    core::SecretSource m_secrets;
    core::OwnerSettingsFile m_file;
    Autostart m_autostart;
    proxy::UpstreamClient m_client;
    std::unique_ptr<proxy::ExportSite> m_site;
    QHash<QString, std::shared_ptr<UpstreamTest>> m_upstreamTests;
    QHash<QString, std::shared_ptr<proxy::ConnectionTest>> m_destinationTests;
    LedgerDesk m_ledger;
    RestoreDesk m_restore;
};

} // namespace app
