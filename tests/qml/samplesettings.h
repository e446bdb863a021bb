// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/controlcentre.h"
#include "core/base/clock.h"

#include <QObject>

/// View models for the tests of pages, with what goes out of them as it was asked for.
class SampleSettings : public QObject
{
    Q_OBJECT
    Q_PROPERTY(ControlCentre *centre READ centre CONSTANT FINAL)
    Q_PROPERTY(QString wish READ wish NOTIFY wished FINAL) ///< the last one, as text

public:
    SampleSettings()
        : m_centre(m_clock)
    {
        SettingsModel &settings = *m_centre.settings();
        CredentialList &secrets = *settings.credentials();
        connect(&settings, &SettingsModel::keepRequested, this, [this](const auto &kept) {
            const int port = kept.port.value_or(0);
            tell(QStringLiteral("keep port %1").arg(port));
        });
        connect(&settings, &SettingsModel::restartRequested, this, [this] {
            tell(QStringLiteral("restart"));
        });
        connect(&settings, &SettingsModel::startAtLoginRequested, this, [this](bool starts) {
            tell(QStringLiteral("login %1").arg(int(starts)));
        });
        connect(settings.upstreams(),
                &ConnectionList::testRequested,
                this,
                [this](const auto &name) { tell(QStringLiteral("test ") + name); });
        connect(settings.destinations(),
                &ConnectionList::testRequested,
                this,
                [this](const auto &name) { tell(QStringLiteral("test ") + name); });
        connect(settings.reconciliation(), &ReconcileList::compareRequested, this, [this] {
            tell(QStringLiteral("compare"));
        });
        connect(&secrets,
                &CredentialList::setRequested,
                this,
                [this](const auto &name, const auto &secret) {
                    tell(QString::fromUtf8("set " + name + ' ' + secret.expose()));
                });
        connect(&secrets, &CredentialList::removalRequested, this, [this](const auto &name) {
            tell(QString::fromUtf8("remove " + name));
        });
    }

    [[nodiscard]] ControlCentre *centre() { return &m_centre; }
    [[nodiscard]] const QString &wish() const { return m_wish; }

    /// One upstream, two secrets of which the second is set, nothing of a file's.
    Q_INVOKABLE void reset()
    {
        ServiceFacts facts;
        core::Provider vllm;
        vllm.name = "vllm";
        vllm.baseUrl = "http://127.0.0.1:8000";
        facts.configuration.providers = {vllm};
        facts.configuration.telemetry.destinations.resize(1);
        facts.configuration.telemetry.destinations[0].name = "collector";
        facts.settingsFile = QStringLiteral("/data/settings.ini");
        facts.url = QStringLiteral("http://127.0.0.1:7007");
        m_centre.settings()->setFacts(facts);
        using core::CredentialState;
        m_centre.settings()->credentials()->apply(
            {{"admin-token", {}, QStringLiteral("Admin token"), CredentialState::NotSet, {}},
             {"helicone-api-key",
              {},
              QStringLiteral("Helicone key"),
              CredentialState::Set,
              core::CredentialSource::Keychain}},
            {});
        m_wish.clear();
    }
    Q_INVOKABLE void lockKeychain()
    {
        m_centre.settings()->credentials()->apply(
            {}, {QStringLiteral("The keychain is locked."), QStringLiteral("Unlock it.")});
    }
    /// The ledger holds so much more than memory.
    Q_INVOKABLE void takeReconciliation(int nanosMore)
    {
        core::Ledger::Sum sum;
        sum.cost = core::Money::fromNanos(12'345'678'901);
        sum.calls = 34;
        core::Reconciliation found;
        found.add(QStringLiteral("memory"), sum);
        sum.cost += core::Money::fromNanos(nanosMore);
        found.add(QStringLiteral("ledger"), sum);
        m_centre.settings()->reconciliation()->take(found);
    }
    Q_INVOKABLE void findServer()
    {
        UpstreamFinding finding;
        finding.kind = UpstreamFinding::Kind::Works;
        finding.version = "0.11.2";
        finding.models = {"new-model"};
        m_centre.firstRun()->takeFinding("http://localhost:8000/v1", finding);
        m_centre.firstRun()->endSearch();
    }
    Q_INVOKABLE void takeServer() { m_centre.firstRun()->takeServer(); }
    Q_INVOKABLE void takeKey()
    {
        m_centre.firstRun()->takeKey("k-1", core::Secret("sk-cap-first"));
        m_centre.tenant()->keys()->form()->takeKey(1, "k-1", core::Secret("sk-cap-first"));
    }

Q_SIGNALS:
    void wished();

private:
    void tell(const QString &wish)
    {
        m_wish = wish;
        Q_EMIT wished();
    }

    core::SystemClock m_clock;
    ControlCentre m_centre;
    QString m_wish;
};
