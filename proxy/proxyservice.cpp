// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "proxy/proxyservice.h"

#include "core/ledger/ledger.h"
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
    , m_metrics(std::make_unique<CallMetrics>())
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

core::Outcome ProxyService::loadTls()
{
    const auto tls = TlsIdentity::load(m_settings.tlsCertificate, m_settings.tlsKey);
    m_tls = tls.ok() ? *tls : nullptr;
    return tls.ok() ? core::Outcome(core::Done{}) : core::Outcome(tls.error());
}

core::Outcome ProxyService::openLedger()
{
    const auto durability =
        m_settings.survivePowerLoss ? core::Durability::Power : core::Durability::Process;
    auto writer = LedgerWriter::start(m_settings.ledgerFile, durability);
    if (!writer.ok()) {
        return writer.error();
    }
    m_ledger = std::move(*writer);
    // First of all: what is recovered is told outside as well.
    if (core::Outcome told = Telemetry::prepare(*m_ledger, m_settings.telemetry); !told.ok()) {
        return told;
    }
    const auto shipped = core::PriceBook::shipped();
    if (!shipped.ok()) {
        return shipped.error();
    }
    m_prices = std::make_unique<Prices>(shipped->with(m_settings.prices), *m_ledger, m_clock);
    m_accounts = std::make_unique<Accounts>(m_clock, *m_ledger, m_settings.zone);
    m_reconciler = std::make_unique<Reconciler>(*m_accounts, m_settings.ledgerFile);
    auto state = m_ledger->load();
    if (!state.ok()) {
        return state.error();
    }
    if (const core::Outcome restored = m_prices->restore(*state); !restored.ok()) {
        return restored;
    }
    m_reports = std::make_unique<ReportDesk>(m_settings.ledgerFile);
    m_accounts->restore(*state);
    for (const core::RateLimit &limit : m_settings.rateLimits) {
        m_accounts->setRateLimit(limit);
    }
    return m_ledger->flush();
}

/// Today, this week and this month from the roll-ups, which hold the recovered calls by now.
core::Outcome ProxyService::restoreSpend()
{
    const core::Time now = m_clock.now();
    const auto begin = [this, now](core::WindowKind kind) {
        core::Window window;
        window.kind = kind;
        window.zone = m_settings.zone;
        return window.spanAt(now).begins;
    };
    return m_ledger->ask([&, this](core::Ledger &ledger) -> core::Outcome {
        std::vector<core::Money> sums;
        for (const auto kind :
             {core::WindowKind::Day, core::WindowKind::Week, core::WindowKind::Month}) {
            const auto sum = ledger.sum(begin(kind), core::Time::max());
            if (!sum.ok()) {
                return sum.error();
            }
            sums.push_back(sum->cost);
        }
        const auto tenants =
            ledger.sumBy(core::Dimension::Tenant, begin(core::WindowKind::Day), core::Time::max());
        if (!tenants.ok()) {
            return tenants.error();
        }
        std::vector<std::pair<QByteArray, core::Money>> today;
        for (const auto &[name, sum] : *tenants) {
            today.emplace_back(name, sum.cost);
        }
        m_accounts->restoreSpend(sums.at(0), sums.at(1), sums.at(2), today);
        return core::Done{};
    });
}

/// Everything the ledger has, from the roll-ups.
core::Outcome ProxyService::restoreLifetime()
{
    return m_ledger->ask([this](core::Ledger &ledger) -> core::Outcome {
        const auto tenants =
            ledger.sumBy(core::Dimension::Tenant, core::Time::min(), core::Time::max());
        if (!tenants.ok()) {
            return tenants.error();
        }
        auto models = ledger.sumByModel(core::Time::min(), core::Time::max());
        if (!models.ok()) {
            return models.error();
        }
        m_accounts->restoreLifetime(*tenants, std::move(*models));
        return core::Done{};
    });
}

/// BUDGET_DEFAULT_LIMIT may have come, gone or changed since the last run.
core::Outcome ProxyService::setDefaultBudgets()
{
    std::vector<core::Budget> wanted;
    if (m_settings.defaultBudget) {
        wanted = defaultBudgets(*m_settings.defaultBudget);
    }
    core::Outcome outcome = core::Done{};
    if (m_settings.onlyAdministers) {
        return outcome;
    }
    for (const core::Budget &budget : m_accounts->budgets()) {
        const bool isDefault = budget.id.startsWith("default:");
        if (isDefault && std::ranges::find(wanted, budget.id, &core::Budget::id) == wanted.end()) {
            m_accounts->removeBudget(budget.id, [](const core::Outcome &) {});
        }
    }
    for (const core::Budget &budget : wanted) {
        m_accounts->setBudget(budget, [&outcome](const core::Outcome &one) {
            if (!one.ok()) {
                outcome = one;
            }
        });
    }
    const core::Outcome flushed = m_ledger->flush();
    return flushed.ok() ? outcome : flushed;
}

core::Outcome ProxyService::applyPolicy()
{
    if (m_settings.onlyAdministers) {
        return core::Done{};
    }
    std::promise<core::Outcome> done;
    m_policy.put(
        m_settings.policy, *m_accounts, [&done](const core::Outcome &put) { done.set_value(put); });
    return done.get_future().get();
}

core::Outcome ProxyService::startTelemetry()
{
    m_telemetry = std::make_unique<Telemetry>(TelemetryParts{
        m_settings.telemetry, m_settings.secrets, m_clock, *m_ledger, m_settings.ledgerFile});
    return m_telemetry->start();
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
                             *m_reconciler};
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
}

void ProxyService::stop(std::chrono::milliseconds patience)
{
    finishWorkers(patience);
    if (m_telemetry) {
        m_telemetry->stop();
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

/// Grows with every change of any of them.
quint64 ProxyService::upstreamRevision() const
{
    quint64 sum = 0;
    for (const auto &provider : m_providers) {
        sum += provider->models.revision();
    }
    return sum;
}

std::optional<core::Snapshot> ProxyService::takeSnapshot()
{
    std::optional<core::Snapshot> money = m_accounts->snapshot(m_moneyRevision);
    const quint64 upstream = upstreamRevision();
    const quint64 telemetry = m_telemetry->revision();
    if (!money && upstream == m_upstreamRevision && telemetry == m_telemetryRevision) {
        return std::nullopt;
    }
    if (money) {
        m_lastSnapshot = std::move(*money);
        m_moneyRevision = m_lastSnapshot.revision;
    }
    m_upstreamRevision = upstream;
    m_telemetryRevision = telemetry;
    m_lastSnapshot.destinations = m_telemetry->status();
    m_lastSnapshot.upstreams.clear();
    for (const auto &provider : m_providers) {
        m_lastSnapshot.upstreams.push_back(provider->models.status());
    }
    m_lastSnapshot.listeningOn = url();
    m_lastSnapshot.ledgerError = m_ledger->lastError().message;
    return m_lastSnapshot;
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
