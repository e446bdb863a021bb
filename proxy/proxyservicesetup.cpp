// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/budget/budgetorigin.h"
#include "core/ledger/ledger.h"
#include "proxy/alerts/spikewatch.h"
#include "proxy/api/budgetapi.h"
#include "proxy/ledgerwriter.h"
#include "proxy/metrics/callmetrics.h"
#include "proxy/proxyservice.h"
#include "proxy/reconciler.h"
#include "proxy/server/tls.h"

#include <algorithm>
#include <future>
#include <utility>

// What must stand before the first worker: the steps of start(), in their order.

namespace proxy {

core::Outcome ProxyService::loadTls()
{
    const auto tls = TlsIdentity::load(m_settings.tlsCertificate, m_settings.tlsKey);
    m_tls = tls.ok() ? *tls : nullptr;
    return tls.ok() ? core::Outcome(core::Done{}) : core::Outcome(tls.error());
}

namespace {

/// What the service is made of so far.
struct Books
{
    ReportDesk &reports;
    LedgerWriter &ledger;
    Accounts &accounts;
};

std::unique_ptr<SpikeWatch>
watchSpikes(const Books &books, const core::Clock &clock, const core::LedgerState &state)
{
    auto watch = std::make_unique<SpikeWatch>(SpikeWatch::Parts{
        books.reports, books.ledger, clock, [&accounts = books.accounts](const auto &alerts) {
            accounts.addAlerts(alerts);
        }});
    watch->restore(state);
    return watch;
}

core::Outcome prepareTelemetry(LedgerWriter &ledger, const Settings &settings)
{
    return settings.onlyAdministers ? Telemetry::prepareForCommand(ledger)
                                    : Telemetry::prepare(ledger, settings.telemetry);
}

} // namespace

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
    if (core::Outcome told = prepareTelemetry(*m_ledger, m_settings); !told.ok()) {
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
    if (core::Outcome restored = m_prices->restore(*state); !restored.ok()) {
        return restored;
    }
    m_reports = std::make_unique<ReportDesk>(m_settings.ledgerFile);
    m_accounts->restore(*state);
    m_alerts = std::make_unique<Alerts>(
        Alerts::Parts{m_settings.ledgerFile, *m_ledger, m_clock, m_settings.webhook});
    if (core::Outcome restored = m_alerts->restore(*state); !restored.ok()) {
        return restored;
    }
    for (const core::RateLimit &limit : m_settings.rateLimits) {
        m_accounts->setRateLimit(limit);
    }
    if (m_settings.spikeAlerts && !m_settings.onlyAdministers) {
        m_spikes = watchSpikes({*m_reports, *m_ledger, *m_accounts}, m_clock, *state);
    }
    return m_ledger->flush();
}

namespace {
std::vector<std::pair<QByteArray, core::Money>>
costsOf(const std::vector<std::pair<QByteArray, core::Ledger::Sum>> &sums)
{
    std::vector<std::pair<QByteArray, core::Money>> costs;
    costs.reserve(sums.size());
    for (const auto &[name, sum] : sums) {
        costs.emplace_back(name, sum.cost);
    }
    return costs;
}
} // namespace

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
        const core::Time day = begin(core::WindowKind::Day);
        const auto tenants = ledger.sumBy(core::Dimension::Tenant, day, core::Time::max());
        const auto models = ledger.sumBy(core::Dimension::Model, day, core::Time::max());
        if (!tenants.ok() || !models.ok()) {
            return tenants.ok() ? models.error() : tenants.error();
        }
        m_accounts->restoreSpend(sums.at(0), sums.at(1), sums.at(2), costsOf(*tenants));
        m_accounts->restoreModels(costsOf(*models));
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
        const bool isDefault = core::originOf(budget.id) == core::BudgetOrigin::Default;
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
    if (!m_settings.onlyAdministers) {
        m_alerts->start();
    }
    if (m_spikes) {
        m_spikes->look();
    }
    m_rotation = m_settings.credentials->onChange(
        [telemetry = m_telemetry.get()](const QByteArray &) { telemetry->retryNow(); });
    return m_settings.onlyAdministers ? core::Outcome(core::Done{}) : m_telemetry->start();
}

} // namespace proxy
