// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/application.h"

#include "app/commandline/startup.h"
#include "app/credentials/credentialcommand.h"
#include "app/credentials/environmentcredentials.h"
#include "app/credentials/nokeychain.h"
#include "app/service/settingsfrom.h"
#include "core/configuration/ownersettingsfile.h"
#include "core/configuration/telemetrysection.h"
#include "core/ledger/ledgerfile.h"

#include <QFileInfo>

namespace app {
using namespace Qt::StringLiterals;

namespace {

/// Long enough for most answers to end by themselves, short enough for a system that shuts down
/// (systemd kills after 90 s).
constexpr std::chrono::seconds StopPatience{20};

QString beyondLoopback(const proxy::Settings &settings)
{
    const QString keys =
        QStringLiteral("Listening on %1, beyond this machine: every call needs a virtual key "
                       "(`capstan key create` makes one).")
            .arg(settings.address.toString());
    return settings.adminToken.present().isSet()
               ? keys
               : keys + QStringLiteral(" Without CAPSTAN_ADMIN_TOKEN only this machine can "
                                       "administer it.");
}

/// What somebody typed into the window is meant to be used.
core::Result<core::Configuration> configurationWithKept(const CommandLine &line,
                                                        const QProcessEnvironment &environment)
{
    auto configuration = configurationFor(line, environment);
    if (configuration.ok() && !line.demo) {
        const core::Outcome added = core::addKeptDestinations(
            environment, CredentialIndex().names(), configuration->telemetry);
        if (!added.ok()) {
            return added.error();
        }
    }
    return configuration;
}

} // namespace

Application::Application(const CommandLine &line, QObject *parent)
    : QObject(parent)
    , m_line(line)
{}

Application::~Application() = default;

core::Outcome Application::prepare()
{
    if (core::Outcome demo = prepareDemo(); !demo.ok()) {
        return demo;
    }
    const auto configuration = configurationOfNextStart();
    if (!configuration.ok()) {
        return configuration.error();
    }
    auto settings = settingsFrom(*configuration);
    if (!settings.ok()) {
        return settings.error();
    }
    if (core::Outcome read = readOwnerSettings(*configuration); !read.ok()) {
        return read;
    }
    m_secrets = settings->secrets;
    m_box = settings->credentials;
    m_ledgerFile = settings->ledgerFile;
    m_notices = configuration->warnings;
    if (!settings->address.isLoopback()) {
        m_notices.push_back(beyondLoopback(*settings));
    }
    if (m_demo) {
        settings->prices.push_back(Demo::price());
    }
    takeFromEnvironment(*settings->credentials, QProcessEnvironment::systemEnvironment());
    prepareCredentials(*configuration);
    settings->readPolicy = [line = m_line]() -> core::Result<std::optional<core::Policy>> {
        auto again = configurationFor(line, QProcessEnvironment::systemEnvironment());
        if (!again.ok()) {
            return again.error();
        }
        return again->policy;
    };
    m_dataFolder = QFileInfo(settings->ledgerFile).absolutePath();
    m_service = std::make_unique<ServiceHost>(std::move(*settings));
    return core::Done{};
}

/// A restore while Capstan ran leaves the backup for the next start. Not in prepare(), which also
/// those go through who then find that another Capstan runs.
core::Outcome Application::finishRestore()
{
    const auto aside = core::ledgerfile::finishRestore(m_ledgerFile, core::SystemClock().now());
    if (!aside.ok()) {
        return aside.error();
    }
    m_formerLedger = *aside;
    if (!aside->isEmpty()) {
        m_notices.push_back(
            u"The backup took the ledger's place. The former ledger is kept as %1."_s.arg(*aside));
    }
    return core::Done{};
}

core::Outcome Application::prepareDemo()
{
    if (!m_line.demo) {
        return core::Done{};
    }
    m_demo = std::make_unique<Demo>();
    auto upstream = m_demo->startUpstream();
    if (!upstream.ok()) {
        return upstream.error();
    }
    m_line.upstream = *upstream;
    if (m_line.dataDir.isEmpty()) {
        m_line.dataDir = m_demo->dataDirectory();
    }
    return core::Done{};
}

void Application::prepareCredentials(const core::Configuration &configuration)
{
    // A demonstration asks for nobody's keychain.
    m_credentials = std::make_unique<CredentialStore>(
        m_box, m_demo ? std::unique_ptr<Keychain>(std::make_unique<NoKeychain>()) : makeKeychain());
    m_credentials->addKinds(configuredCredentials(configuration));
    if (!m_demo) {
        m_credentials->expectKept();
    }
}

core::Outcome Application::readOwnerSettings(const core::Configuration &configuration)
{
    m_configuration = configuration;
    auto settings = core::OwnerSettingsFile(ownerSettingsFile()).read();
    if (!settings.ok()) {
        return settings.error();
    }
    m_ownerSettings = *std::move(settings);
    return core::Done{};
}

core::Result<core::Configuration> Application::configurationOfNextStart() const
{
    return configurationWithKept(m_line, QProcessEnvironment::systemEnvironment());
}

QString Application::ownerSettingsFile() const
{
    return app::ownerSettingsFile(m_configuration);
}

QString Application::configurationFile() const
{
    return app::configurationFile(m_line);
}

core::Secret Application::providerKey(const QByteArray &provider) const
{
    return m_box->find(core::credentials::ofProvider(provider));
}

core::Outcome Application::start()
{
    if (core::Outcome restored = finishRestore(); !restored.ok()) {
        return restored;
    }
    const auto port = m_service->start();
    if (!port.ok()) {
        return port.error();
    }
    if (!m_demo) {
        m_credentials->load(); // answers later; calls that need a key meanwhile go without
    }
    m_address.emplace(m_ledgerFile, m_service->url());
    if (m_demo) {
        m_demo->startTenants(*m_service, m_service->url());
    }
    return core::Done{};
}

void Application::stop()
{
    if (m_demo) {
        m_demo->stopTenants();
    }
    m_service->stop(StopPatience);
    m_address.reset();
    m_demo.reset(); // takes the data folder with it, so the ledger must be closed
}

} // namespace app
