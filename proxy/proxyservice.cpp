// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "proxy/proxyservice.h"

#include "core/ledger/ledger.h"
#include "proxy/alerts/spikewatch.h"
#include "proxy/api/budgetapi.h"
#include "proxy/ledgerwriter.h"
#include "proxy/metrics/callmetrics.h"
#include "proxy/reconciler.h"
#include "proxy/server/tls.h"
#include "proxy/worker.h"

#include <QEventLoop>

#include <algorithm>
#include <future>
#include <thread>
#include <utility>

namespace proxy {

namespace {
/// More workers than this only share the same two or four busy cores with vLLM's own threads.
constexpr int MaximumWorkers = 4;

/// Runs something in a worker's thread and waits for its result.
template <class Function>
auto inThread(QObject *object, Function function)
{
    std::promise<decltype(function())> result;
    QMetaObject::invokeMethod(
        object, [&result, &function] { result.set_value(function()); }, Qt::QueuedConnection);
    return result.get_future().get();
}

} // namespace

ProxyService::ProxyService(Settings settings, const core::Clock &clock)
    : m_settings(std::move(settings))
    , m_clock(clock)
    , m_policy(m_settings.routes, m_settings.readPolicy)
    , m_metrics(std::make_unique<CallMetrics>(m_settings.legacyMetrics))
    , m_cache(m_settings.cacheBytes)
{
    for (const UpstreamSettings &upstream : m_settings.upstreams) {
        m_providers.push_back(std::make_unique<Provider>(upstream, clock));
        if (const QString why = upstream.whyUnavailable(); !why.isEmpty()) {
            m_providers.back()->models.failed(clock.now(), why);
        }
    }
}

ProxyService::~ProxyService()
{
    stop(std::chrono::milliseconds(0));
}

core::Result<quint16> ProxyService::start()
{
    for (const auto step : {&ProxyService::loadTls,
                            &ProxyService::openLedger,
                            &ProxyService::restoreSpend,
                            &ProxyService::restoreLifetime,
                            &ProxyService::setDefaultBudgets,
                            &ProxyService::applyPolicy,
                            &ProxyService::startTelemetry}) {
        if (const core::Outcome outcome = (this->*step)(); !outcome.ok()) {
            return outcome.error();
        }
    }
    return startWorkers();
}

core::Result<quint16> ProxyService::startWorkers()
{
    const int wanted = m_settings.workers > 0
                           ? m_settings.workers
                           : std::min(MaximumWorkers, QThread::idealThreadCount());
    m_port = m_settings.port;
    for (int i = 0; i < wanted; ++i) {
        startWorker(i);
        Worker *worker = m_workers.back().worker;
        const auto port = inThread(worker, [this, worker] { return worker->listen(m_port); });
        if (!port.ok()) {
            return port.error();
        }
        m_port = *port;
    }
    return m_port;
}

/// The worker lives and dies on its thread's own stack, so that all it owns belongs there.
void ProxyService::startWorker(int number)
{
    const SharedParts shared{m_settings,
                             m_clock,
                             *m_accounts,
                             m_providers,
                             *m_prices,
                             *m_reports,
                             m_policy,
                             m_tls,
                             *m_metrics,
                             *m_reconciler,
                             m_cache,
                             *m_alerts,
                             *m_telemetry};
    std::promise<Worker *> built;
    std::future<Worker *> worker = built.get_future();
    std::unique_ptr<QThread> thread(QThread::create([&built, shared, number] {
        Worker worker(shared, number == 0 && !shared.settings.onlyAdministers);
        built.set_value(&worker);
        QEventLoop().exec(); // until QThread::quit()
    }));
    thread->setObjectName(QStringLiteral("worker-%1").arg(number));
    thread->start();
    m_workers.push_back({std::move(thread), worker.get()});
}

void ProxyService::tidy()
{
    m_accounts->tidy();
    m_accounts->forget(m_settings.retention);
    if (m_spikes) {
        m_spikes->look();
    }
}

void ProxyService::stop(std::chrono::milliseconds patience)
{
    finishWorkers(patience);
    m_rotation.reset();
    if (m_telemetry) {
        m_telemetry->stop();
    }
    if (m_alerts) {
        m_alerts->stop();
    }
    if (m_ledger) {
        (void)m_ledger->stop(); // what could not be written is reported by the writer itself
    }
}

void ProxyService::finishWorkers(std::chrono::milliseconds patience)
{
    if (m_workers.empty()) {
        return; // stopped before, or never started
    }
    const auto busy = [](const WorkerThread &one) {
        return inThread(one.worker, [&one] { return !one.worker->isIdle(); });
    };
    for (const WorkerThread &one : m_workers) {
        inThread(one.worker, [&one] { return one.worker->drain(), true; });
    }
    /// Looked at often enough that a stop feels immediate once the last call has ended.
    constexpr std::chrono::milliseconds Glance{10};
    const auto deadline = std::chrono::steady_clock::now() + patience;
    while (std::ranges::any_of(m_workers, busy) && std::chrono::steady_clock::now() < deadline) {
        std::this_thread::sleep_for(Glance);
    }
    for (const WorkerThread &one : m_workers) {
        inThread(one.worker, [&one] { return one.worker->endAll(), true; });
    }
    // All have ended their calls, and the ledger has answered them, before the first worker goes:
    // a settlement may wake another worker's call, and an answer goes to its caller's mailbox.
    if (m_ledger) {
        (void)m_ledger->flush(); // whoever waits for it to ask the desk
    }
    m_reports.reset();
    m_alerts->stop(); // a test's answer goes to a mailbox, too; what is crossed now waits
    if (m_ledger) {
        m_reconciler->finish();
        (void)m_ledger->flush(); // stop() reports what could not be written
    }
    for (const WorkerThread &one : m_workers) {
        one.thread->quit();
    }
    for (const WorkerThread &one : m_workers) {
        one.thread->wait();
    }
    m_workers.clear();
}

QString ProxyService::url() const
{
    const QString host = m_settings.address.protocol() == QAbstractSocket::IPv6Protocol
                             ? u'[' + m_settings.address.toString() + u']'
                             : m_settings.address.toString();
    const QString scheme = m_tls ? QStringLiteral("https") : QStringLiteral("http");
    return QStringLiteral("%1://%2:%3").arg(scheme, host).arg(m_port);
}

} // namespace proxy
