// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/settingsdesk.h"

#include "app/application.h"
#include "app/viewmodels/sentences/sentences.h"
#include "app/viewmodels/settings/settingsmodel.h"
#include "proxy/telemetry/connectiontest.h"

#include <QCoreApplication>

#include <algorithm>

namespace app {

SettingsDesk::SettingsDesk(SettingsModel &model, Application &application)
    : m_model(model)
    , m_application(application)
    , m_secrets(application.secrets())
    , m_file(application.ownerSettingsFile())
    , m_autostart(QCoreApplication::applicationFilePath())
    , m_site(std::make_unique<proxy::ExportSite>(
          proxy::ExportSite{application.configuration().telemetry,
                            m_secrets,
                            application.service().clock(),
                            m_client,
                            {},
                            CAPSTAN_VERSION}))
    , m_ledger(*model.ledger(), application.service().ledgerFile())
    , m_restore(*model.restore(), application.service().ledgerFile())
{
    tellFacts();
    connectSettings();
    connectCredentials();
    showCredentials();
    connect(m_model.upstreams(), &ConnectionList::testRequested, this, &SettingsDesk::testUpstream);
    connect(m_model.destinations(),
            &ConnectionList::testRequested,
            this,
            &SettingsDesk::testDestination);
}

SettingsDesk::~SettingsDesk() = default;

void SettingsDesk::tellFacts()
{
    ServiceFacts facts;
    facts.configuration = m_application.configuration();
    facts.owner = m_application.ownerSettings();
    facts.configurationFile = m_application.configurationFile();
    facts.settingsFile = m_file.file();
    facts.url = m_application.service().url();
    m_model.setFacts(facts);
    m_model.setStartsAtLogin(m_autostart.isOn());
    m_model.restore()->setFormer(m_application.formerLedger());
}

void SettingsDesk::connectSettings()
{
    connect(&m_restore, &RestoreDesk::restartWanted, this, &SettingsDesk::restartWanted);
    connect(&m_model, &SettingsModel::keepRequested, this, [this](const auto &settings) {
        if (const core::Outcome kept = m_file.write(settings); !kept.ok()) {
            m_model.refuse(kept.error());
        }
    });
    connect(&m_model, &SettingsModel::restartRequested, this, &SettingsDesk::restartWanted);
    ConfigurationCheck &check = *m_model.check();
    connect(&check, &ConfigurationCheck::restartRequested, this, &SettingsDesk::restartWanted);
    connect(&check, &ConfigurationCheck::requested, this, [this, &check] {
        check.take(m_application.configurationOfNextStart(), m_application.configurationFile());
    });
    connect(&m_model, &SettingsModel::startAtLoginRequested, this, [this](bool starts) {
        if (const core::Outcome set = m_autostart.set(starts); !set.ok()) {
            m_model.explain(set.error());
        }
        m_model.setStartsAtLogin(m_autostart.isOn());
    });
}

void SettingsDesk::connectCredentials()
{
    CredentialStore &store = m_application.credentials();
    CredentialList &list = *m_model.credentials();
    const auto answer = [&list](const core::Outcome &outcome) {
        list.setError(outcome.ok() ? QString() : sentences::of(outcome.error()));
    };
    connect(&store, &CredentialStore::changed, this, &SettingsDesk::showCredentials);
    connect(&list,
            &CredentialList::setRequested,
            &store,
            [&store, answer](const QByteArray &name, const core::Secret &secret) {
                store.keep(name, secret, answer);
            });
    connect(&list,
            &CredentialList::setForThisRunRequested,
            &store,
            [&store, answer](const QByteArray &name, const core::Secret &secret) {
                answer(store.holdForThisRun(name, secret));
            });
    connect(&list, &CredentialList::removalRequested, &store, [&store, answer](const auto &name) {
        store.remove(name, answer);
    });
    connect(&list, &CredentialList::askAgainRequested, &store, &CredentialStore::load);
}

void SettingsDesk::showCredentials()
{
    const CredentialStore &store = m_application.credentials();
    m_model.credentials()->apply(store.standings(), store.trouble());
}

void SettingsDesk::testUpstream(const QString &name, const QString &address)
{
    const auto tell = [this, name, address](const UpstreamFinding &finding) {
        m_model.upstreams()->takeFinding(name, address, finding);
    };
    m_upstreamTests.insert(
        name,
        std::make_shared<UpstreamTest>(
            m_client, address.toUtf8(), m_application.providerKey(name.toUtf8()), tell));
}

void SettingsDesk::testDestination(const QString &name)
{
    const auto &all = m_application.configuration().telemetry.destinations;
    const auto found = std::ranges::find(all, name.toUtf8(), &core::Destination::name);
    if (found == all.end()) {
        return;
    }
    m_destinationTests.insert(
        name,
        std::make_shared<proxy::ConnectionTest>(
            *m_site, *found, [this, name](const proxy::ConnectionReport &report) {
                m_model.destinations()->takeReport(
                    name, report.works, report.reached, report.advice);
            }));
}

} // namespace app
