// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "proxy/accounts.h"
#include "proxy/ledgerwriter.h"

#include <algorithm>
#include <map>
#include <utility>

// The half of Accounts that the window and the admin pages look at.

namespace proxy {

namespace {
/// Rows beyond what a page shows cost a copy 30 times a second; the count tells of the rest.
constexpr std::size_t RunningShown = 200;
/// A row shows its outcome for two seconds; one more, because snapshots may come late.
constexpr std::chrono::seconds OutcomeShown{3};
} // namespace

void Accounts::onStale(std::function<void()> callback)
{
    const std::lock_guard lock(m_mutex);
    m_onStale = std::move(callback);
}

std::optional<core::Snapshot> Accounts::snapshot(quint64 known)
{
    const std::lock_guard lock(m_mutex);
    m_stale = false;
    if (m_revision == known) {
        return std::nullopt;
    }
    const core::Time now = m_clock.now();
    core::Snapshot snapshot;
    snapshot.revision = m_revision;
    snapshot.at = now;
    snapshot.zone = m_totals.zone();
    snapshot.spentToday = m_totals.today(now);
    snapshot.spentThisWeek = m_totals.thisWeek(now);
    snapshot.spentThisMonth = m_totals.thisMonth(now);
    snapshot.burnPerHour = m_totals.perHour(now);
    snapshot.budgets = m_engine.budgets();
    snapshot.buckets = m_engine.states(now);
    snapshot.alerts.assign(m_alerts.begin(), m_alerts.end());
    snapshot.pausedAll = m_pausedAll.has_value();
    snapshot.refusedToday = m_refusedDay == m_totals.day(now) ? m_refusedToday : 0;
    snapshot.recoveredCalls = m_recoveredCalls;
    snapshot.recoveredCost = m_recoveredCost;
    for (const core::KeyRing::Key &key : m_keyRing->keys()) {
        snapshot.keys.push_back(withUse(key->facts));
    }
    fillTenants(snapshot, now);
    fillRunning(snapshot);
    for (const core::EndedCall &ended : m_ended) {
        if (now - ended.endedAt < OutcomeShown) {
            snapshot.recentlyEnded.push_back(ended);
        }
    }
    return snapshot;
}

void Accounts::remember(Running &running, core::Ending ending, core::Time now)
{
    m_ended.push_front({std::move(running.call), ending, now});
    if (m_ended.size() > RunningShown) {
        m_ended.pop_back();
    }
}

void Accounts::restoreLifetime(const core::LifetimeTotals::TenantSums &tenants,
                               core::LifetimeTotals::ModelSums models)
{
    const std::lock_guard lock(m_mutex);
    m_lifetime.restore(tenants, std::move(models));
}

core::LifetimeTotals Accounts::lifetime()
{
    const std::lock_guard lock(m_mutex);
    return m_lifetime;
}

core::LifetimeTotals Accounts::lifetimeAnd(std::function<void(core::Ledger &)> task)
{
    const std::lock_guard lock(m_mutex);
    m_ledger.run(std::move(task)); // settle() posts under the same lock: the queue is in order
    return m_lifetime;
}

std::size_t Accounts::ledgerDepth() const
{
    return m_ledger.depth();
}

void Accounts::fillTenants(core::Snapshot &snapshot, core::Time now)
{
    std::map<QByteArray, core::Snapshot::Tenant> tenants;
    for (const core::SpendTotals::Tenant &spent : m_totals.tenants(now)) {
        tenants[spent.name] = {spent.name, spent.today, {}, spent.perHour, 0, false, {}};
    }
    for (const core::Budget &budget : snapshot.budgets) {
        for (const core::Selector::Term &term : budget.selector.terms()) {
            if (term.tagName.isEmpty() && term.dimension == core::Dimension::Tenant &&
                !term.value.isEmpty()) {
                tenants[term.value].name = term.value;
            }
        }
    }
    for (auto it = m_paused.cbegin(); it != m_paused.cend(); ++it) {
        tenants[it.key()].name = it.key();
        tenants[it.key()].paused = true;
        tenants[it.key()].pausedAt = it.value();
    }
    for (const Running &running : std::as_const(m_running)) {
        core::Snapshot::Tenant &tenant = tenants[running.call.tenant];
        tenant.name = running.call.tenant;
        tenant.held += running.call.bound - running.call.cost;
        ++tenant.running;
    }
    for (auto &[name, tenant] : tenants) {
        snapshot.heldNow += tenant.held;
        snapshot.tenants.push_back(std::move(tenant));
    }
}

void Accounts::fillRunning(core::Snapshot &snapshot)
{
    snapshot.running.reserve(static_cast<std::size_t>(m_running.size()));
    for (const Running &running : std::as_const(m_running)) {
        snapshot.running.push_back(running.call);
    }
    snapshot.runningCount = static_cast<int>(snapshot.running.size());
    const std::size_t shown = std::min(snapshot.running.size(), RunningShown);
    const auto older = [](const core::RunningCall &a, const core::RunningCall &b) {
        return std::pair(a.startedAt, a.hold) < std::pair(b.startedAt, b.hold);
    };
    std::ranges::partial_sort(
        snapshot.running, snapshot.running.begin() + static_cast<qsizetype>(shown), older);
    snapshot.running.resize(shown);
}

} // namespace proxy
