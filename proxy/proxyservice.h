// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/snapshot.h"
#include "proxy/accounts.h"
#include "proxy/alerts/alerts.h"
#include "proxy/policygate.h"
#include "proxy/prices.h"
#include "proxy/reportdesk.h"
#include "proxy/responsecache.h"
#include "proxy/settings.h"
#include "proxy/telemetry/telemetry.h"
#include "proxy/upstream/upstreams.h"

#include <QThread>

#include <memory>
#include <vector>

namespace proxy {

class CallMetrics;
class LedgerWriter;
class Reconciler;
class SpikeWatch;
class TlsIdentity;
class Worker;

/// The whole proxy: builds the ledger, the accounts and the workers, and takes them down again in
/// the right order. Create, start and stop from one thread.
class ProxyService
{
public:
    ProxyService(Settings settings, const core::Clock &clock);
    ~ProxyService(); ///< stops
    ProxyService(const ProxyService &) = delete;
    ProxyService &operator=(const ProxyService &) = delete;

    /// Opens the ledger, puts the engine back, recovers open calls, listens. The port in use.
    [[nodiscard]] core::Result<quint16> start();
    /// Stops listening, lets running calls end for up to `patience`, ends the rest, settles,
    /// closes the ledger. Blocks.
    void stop(std::chrono::milliseconds patience);

    /// What has to be done now and then, at leisure. Every minute or so, between start and stop.
    void tidy();

    [[nodiscard]] Accounts &accounts() { return *m_accounts; }
    [[nodiscard]] Prices &prices() { return *m_prices; }             ///< after start()
    [[nodiscard]] ReportDesk &reports() { return *m_reports; }       ///< from start() to stop()
    [[nodiscard]] Reconciler &reconciler() { return *m_reconciler; } ///< from start() to stop()
    [[nodiscard]] Alerts &alerts() { return *m_alerts; }             ///< after start()
    [[nodiscard]] PolicyGate &policy() { return m_policy; }
    /// Reads the policy's file again; a policy that is not sound leaves the old one in force.
    void reloadPolicy(const Accounts::Answer &answer) { m_policy.reload(*m_accounts, answer); }
    /// The accounts' snapshot with the upstream's part; null when nothing changed since the last
    /// one taken. Any one thread, between start() and stop().
    [[nodiscard]] std::shared_ptr<const core::Snapshot> takeSnapshot();
    [[nodiscard]] QString url() const;

private:
    [[nodiscard]] core::Outcome loadTls();
    [[nodiscard]] quint64 upstreamRevision() const;
    [[nodiscard]] core::Outcome openLedger();
    [[nodiscard]] core::Outcome restoreSpend();
    [[nodiscard]] core::Outcome restoreLifetime();
    [[nodiscard]] core::Outcome setDefaultBudgets();
    [[nodiscard]] core::Outcome startTelemetry();
    [[nodiscard]] core::Outcome applyPolicy();
    [[nodiscard]] core::Result<quint16> startWorkers();
    void startWorker(int number);
    void finishWorkers(std::chrono::milliseconds patience);

    Settings m_settings;
    const core::Clock &m_clock;
    Providers m_providers;
    PolicyGate m_policy;
    std::shared_ptr<const TlsIdentity> m_tls;
    std::unique_ptr<LedgerWriter> m_ledger;
    std::unique_ptr<Accounts> m_accounts;
    std::unique_ptr<Prices> m_prices;
    std::unique_ptr<SpikeWatch> m_spikes; ///< null: switched off; outlives the desk's last task
    std::unique_ptr<ReportDesk> m_reports;
    std::unique_ptr<Telemetry> m_telemetry;
    core::CredentialBox::Subscription m_rotation; ///< destinations hear of changed credentials
    std::unique_ptr<Alerts> m_alerts;
    std::unique_ptr<CallMetrics> m_metrics;
    std::unique_ptr<Reconciler> m_reconciler;
    ResponseCache m_cache;
    struct WorkerThread
    {
        std::unique_ptr<QThread> thread;
        Worker *worker = nullptr; ///< lives on the stack of `thread`
    };
    std::vector<WorkerThread> m_workers;
    quint16 m_port = 0;
    quint64 m_moneyRevision = 0;
    quint64 m_upstreamRevision = 0;
    quint64 m_telemetryRevision = 0;
    quint64 m_alertsRevision = 0;
    std::shared_ptr<const core::Snapshot> m_lastSnapshot;
};

} // namespace proxy
