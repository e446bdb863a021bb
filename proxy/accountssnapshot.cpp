// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "proxy/accounts.h"
#include "proxy/ledgerwriter.h"

#include <algorithm>
#include <thread>
#include <utility>

// The half of Accounts that the window and the admin pages look at.

namespace proxy {

namespace {
/// Four times the streams that are promised; the count tells of the rest. A snapshot of a thousand
/// takes 0.3 to 0.5 ms (tst_accounts prints it), 30 times a second.
constexpr std::size_t RunningShown = 1'000;
/// Of the last three seconds; each is a copy 30 times a second.
constexpr std::size_t EndedShown = 200;
/// Read under the mutex in one turn: some 0.2 ms, so that no call waits longer for a snapshot. Each
/// turn ends with a wait for a core, which calls want, too: ten thousand budgets have 20.
constexpr std::size_t RowsAtATime = 1'024;
/// Between two turns.
constexpr std::chrono::microseconds Gap{100};
/// A row shows its outcome for two seconds; one more, because snapshots may come late.
constexpr std::chrono::seconds OutcomeShown{3};

// Tenants stand in the order of their names, so that they are found by halving: a hash of ten
// thousand names, made anew for each snapshot, took three times as long.
using Tenant = core::Snapshot::Tenant;

/// The tenants that budgets name, in order.
std::vector<QByteArray> namesIn(const QList<core::Budget> &budgets)
{
    std::vector<QByteArray> names;
    names.reserve(budgets.size());
    for (const core::Budget &budget : budgets) {
        for (const core::Selector::Term &term : budget.selector.terms()) {
            if (term.tagName.isEmpty() && term.dimension == core::Dimension::Tenant &&
                !term.value.isEmpty()) {
                names.push_back(term.value);
            }
        }
    }
    std::ranges::sort(names);
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names;
}

/// Those that are not there yet.
void addNames(std::vector<Tenant> &tenants, const std::vector<QByteArray> &names)
{
    std::vector<Tenant> more;
    auto known = tenants.cbegin();
    for (const QByteArray &name : names) {
        known = std::find_if(
            known, tenants.cend(), [&](const Tenant &tenant) { return tenant.name >= name; });
        const bool isKnown = known != tenants.cend() && known->name == name;
        if (!isKnown) {
            more.emplace_back().name = name;
        }
    }
    const auto before = std::ssize(tenants);
    tenants.insert(tenants.end(), more.begin(), more.end());
    std::ranges::inplace_merge(tenants, tenants.begin() + before, {}, &Tenant::name);
}

/// Comes to be when it is not there yet.
Tenant &tenantIn(std::vector<Tenant> &tenants, const QByteArray &name)
{
    const auto place = std::ranges::lower_bound(tenants, name, {}, &Tenant::name);
    if (place != tenants.end() && place->name == name) {
        return *place;
    }
    Tenant tenant;
    tenant.name = name;
    return *tenants.insert(place, tenant);
}
} // namespace

void Accounts::onStale(std::function<void()> callback)
{
    const std::lock_guard lock(m_mutex);
    m_onStale = std::move(callback);
}

std::optional<core::Snapshot> Accounts::snapshot(quint64 known)
{
    core::Snapshot snapshot;
    SnapshotParts parts;
    endRaises();
    {
        const std::lock_guard lock(m_mutex);
        m_stale = false;
        if (m_revision == known) {
            return std::nullopt;
        }
        copySums(snapshot);
        copyParts(parts, snapshot.at);
    }
    const auto budgets = readBudgets(snapshot);
    fillTenants(snapshot, parts, budgets->tenants);
    fillRunning(snapshot, std::move(parts.running));
    for (core::SpendTotals::Tenant &model : parts.models) {
        snapshot.models.push_back({std::move(model.name), model.today, model.perHour});
    }
    snapshot.recentlyEnded = std::move(parts.ended);
    return snapshot;
}

void Accounts::copySums(core::Snapshot &snapshot)
{
    const core::Time now = m_clock.now();
    snapshot.revision = m_revision;
    snapshot.at = now;
    snapshot.zone = m_totals.zone();
    snapshot.spentToday = m_totals.today(now);
    snapshot.spentThisWeek = m_totals.thisWeek(now);
    snapshot.spentThisMonth = m_totals.thisMonth(now);
    snapshot.burnPerHour = m_totals.perHour(now);
    snapshot.alerts.assign(m_alerts.begin(), m_alerts.end());
    snapshot.pausedAll = m_pausedAll.has_value();
    snapshot.refusedToday = m_refusedDay == m_totals.day(now) ? m_refusedToday : 0;
    snapshot.recoveredCalls = m_recoveredCalls;
    snapshot.recoveredCost = m_recoveredCost;
    for (const core::KeyRing::Key &key : m_keyRing->keys()) {
        snapshot.keys.push_back(withUse(key->facts));
    }
}

void Accounts::copyParts(SnapshotParts &parts, core::Time now)
{
    parts.tenants = m_totals.tenants(now);
    parts.models = m_modelTotals.tenants(now);
    parts.paused = m_paused;
    parts.running.reserve(static_cast<std::size_t>(m_running.size()));
    for (const Running &running : std::as_const(m_running)) {
        parts.running.push_back(running.call);
    }
    for (const core::EndedCall &ended : m_ended) {
        if (now - ended.endedAt < OutcomeShown) {
            parts.ended.push_back(ended);
        }
    }
}

/// What changes between two turns is newer than the revision, so the next snapshot has it.
std::shared_ptr<const Accounts::KnownBudgets> Accounts::readBudgets(core::Snapshot &snapshot)
{
    core::BudgetEngine::Reading reading;
    std::shared_ptr<const KnownBudgets> known;
    while (!reading.isWhole) {
        {
            const std::lock_guard lock(m_mutex);
            if (known == nullptr) {
                known = m_knownBudgets;
                reading.budgets = known->budgets;
                reading.revision = known->revision;
            }
            m_engine.readOn(reading, RowsAtATime, snapshot.at);
        }
        if (!reading.isWhole) {
            // Unlocking alone is not enough: whoever waits needs a moment to wake up and lock.
            std::this_thread::sleep_for(Gap);
        }
    }
    snapshot.budgets = reading.budgets;
    snapshot.buckets = std::move(reading.states);
    snapshot.budgetsRevision = reading.revision;
    if (reading.copiesBudgets) {
        auto names = namesIn(reading.budgets);
        known = std::make_shared<KnownBudgets>(
            KnownBudgets{reading.revision, std::move(reading.budgets), std::move(names)});
        const std::lock_guard lock(m_mutex);
        m_knownBudgets = known;
    }
    return known;
}

void Accounts::remember(Running &running, core::Ending ending, core::Time now)
{
    m_ended.push_front({std::move(running.call), ending, now});
    if (m_ended.size() > EndedShown) {
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

void Accounts::fillTenants(core::Snapshot &snapshot,
                           SnapshotParts &parts,
                           const std::vector<QByteArray> &named)
{
    std::vector<Tenant> &tenants = snapshot.tenants;
    tenants.reserve(std::max(parts.tenants.size(), named.size()));
    for (core::SpendTotals::Tenant &spent : parts.tenants) {
        tenants.push_back({std::move(spent.name), spent.today, {}, spent.perHour, 0, false, {}});
    }
    addNames(tenants, named);
    for (auto it = parts.paused.cbegin(); it != parts.paused.cend(); ++it) {
        Tenant &tenant = tenantIn(tenants, it.key());
        tenant.paused = true;
        tenant.pausedAt = it.value();
    }
    for (const core::RunningCall &running : parts.running) {
        Tenant &tenant = tenantIn(tenants, running.tenant);
        tenant.held += running.bound - running.cost;
        snapshot.heldNow += running.bound - running.cost;
        ++tenant.running;
    }
}

void Accounts::fillRunning(core::Snapshot &snapshot, std::vector<core::RunningCall> running)
{
    snapshot.runningCount = static_cast<int>(running.size());
    const std::size_t shown = std::min(running.size(), RunningShown);
    const auto older = [](const core::RunningCall &a, const core::RunningCall &b) {
        return std::pair(a.startedAt, a.hold) < std::pair(b.startedAt, b.hold);
    };
    std::ranges::partial_sort(running, running.begin() + static_cast<qsizetype>(shown), older);
    running.resize(shown);
    snapshot.running = std::move(running);
}

} // namespace proxy
