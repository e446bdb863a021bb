// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "proxy/accounts.h"

#include "proxy/ledgerwriter.h"

#include <algorithm>
#include <utility>

namespace proxy {

using core::HoldId;

namespace {
/// More than an office can have waiting; beyond it a refusal is kinder than a longer queue.
constexpr std::size_t MaximumWaiters = 1'000;
} // namespace

Accounts::Accounts(const core::Clock &clock, LedgerWriter &ledger, QByteArray zone)
    : m_clock(clock)
    , m_ledger(ledger)
    , m_totals(zone)
    , m_modelTotals(std::move(zone))
{}

core::Admission Accounts::admit(const core::Attribution &attribution, const core::Amounts &bound)
{
    const std::lock_guard lock(m_mutex);
    return m_engine.admit(attribution, bound, m_clock.now());
}

core::Headroom Accounts::headroom(const core::Attribution &attribution)
{
    const std::lock_guard lock(m_mutex);
    return m_engine.headroom(attribution, m_clock.now());
}

std::optional<Accounts::Pause> Accounts::paused(const QByteArray &tenant)
{
    const std::lock_guard lock(m_mutex);
    if (m_pausedAll) {
        return Pause{*m_pausedAll, true};
    }
    const auto it = m_paused.constFind(tenant);
    return it == m_paused.cend() ? std::nullopt : std::optional(Pause{it.value(), false});
}

void Accounts::open(Opening opening)
{
    Aftermath after;
    {
        const std::lock_guard lock(m_mutex);
        Running running;
        running.record = opening.record;
        running.admission = std::move(opening.admission);
        running.end = std::move(opening.end);
        const core::HoldRecord &record = running.record;
        running.call = {.hold = opening.hold,
                        .id = record.id,
                        .tenant = record.attribution.of(core::Dimension::Tenant),
                        .agent = record.attribution.of(core::Dimension::Agent),
                        .model = record.attribution.of(core::Dimension::Model),
                        .startedAt = record.admittedAt,
                        .stream = record.stream,
                        .outputTokens = 0,
                        .cost = {},
                        .bound = record.bound.cost};
        noteKeyUse(record);
        m_running.emplace(static_cast<quint64>(opening.hold), std::move(running));
        markStale(after);
    }
    m_ledger.post(std::move(opening.record), std::move(opening.durable));
    finish(std::move(after));
}

bool Accounts::meter(HoldId hold, const core::TokenUsage &usage, core::Money cost)
{
    Aftermath after;
    bool within = true;
    {
        const std::lock_guard lock(m_mutex);
        const auto it = m_running.find(static_cast<quint64>(hold));
        if (it == m_running.end()) {
            return true;
        }
        const core::Time now = m_clock.now();
        it->call.outputTokens = usage.output;
        spend(*it, cost, now);
        within = m_engine.meter(hold, {cost, usage.total(), 1}, now);
        collectCrossings(after);
        markStale(after);
    }
    finish(std::move(after));
    return within;
}

Accounts::AfterCall Accounts::settle(HoldId hold, core::SettlementRecord record)
{
    Aftermath after;
    AfterCall result;
    {
        const std::lock_guard lock(m_mutex);
        const core::Time now = m_clock.now();
        const auto it = m_running.find(static_cast<quint64>(hold));
        if (it != m_running.end()) {
            spend(*it, record.cost, now);
            remember(*it, record.ending, now);
            m_running.erase(it);
        }
        if (record.ending == core::Ending::Cut && record.admission) {
            record.admission->cutBy = m_engine.pastCap(hold, now);
        }
        core::Settled settled = m_engine.settle(hold, {record.cost, record.usage.total(), 1}, now);
        record.settledAt = now;
        m_lifetime.add(record);
        record.deltas = std::move(settled.deltas);
        const core::Headroom room = m_engine.headroom(record.attribution, now);
        result = {room.hasMoneyCap, room.cost, settled.aboveBound};
        // Inside the mutex, so that the ledger's queue has settlements in the engine's order:
        // setBudget() relies on it to count each of them once.
        m_ledger.post(std::move(record));
        announce(settled.crossings, after);
        collectCrossings(after);
        wakeWaiters(after);
        markStale(after);
    }
    finish(std::move(after));
    return result;
}

void Accounts::release(HoldId hold)
{
    Aftermath after;
    {
        const std::lock_guard lock(m_mutex);
        m_engine.release(hold, m_clock.now());
        const auto it = m_running.find(static_cast<quint64>(hold));
        if (it != m_running.end()) {
            after.records.emplace_back(core::ReleaseRecord{it->record.id, it->record.attempt});
            m_running.erase(it);
        }
        wakeWaiters(after);
        markStale(after);
    }
    finish(std::move(after));
}

void Accounts::refuse(core::RefusalRecord record)
{
    Aftermath after;
    {
        const std::lock_guard lock(m_mutex);
        const core::Span today = m_totals.day(m_clock.now());
        if (!(m_refusedDay == today)) {
            m_refusedDay = today;
            m_refusedToday = 0;
        }
        ++m_refusedToday;
        collectCrossings(after);
        markStale(after);
        after.records.emplace_back(std::move(record));
    }
    finish(std::move(after));
}

bool Accounts::waitForRoom(std::function<void()> wake)
{
    const std::lock_guard lock(m_mutex);
    if (m_waiters.size() >= MaximumWaiters) {
        return false;
    }
    m_waiters.push_back(std::move(wake));
    return true;
}

void Accounts::endCall(HoldId hold, EndReason reason)
{
    std::function<void(EndReason)> end;
    {
        const std::lock_guard lock(m_mutex);
        const auto it = m_running.constFind(static_cast<quint64>(hold));
        if (it != m_running.cend()) {
            end = it->end;
        }
    }
    if (end) {
        end(reason);
    }
}

void Accounts::endCalls(const QByteArray &tenant, EndReason reason)
{
    Aftermath after;
    after.reason = reason;
    {
        const std::lock_guard lock(m_mutex);
        for (const Running &running : std::as_const(m_running)) {
            if (tenant.isEmpty() || running.call.tenant == tenant) {
                after.ends.push_back(running.end);
            }
        }
    }
    finish(std::move(after));
}

QString Accounts::ledgerError() const
{
    return m_ledger.lastError().message;
}

std::size_t Accounts::openHolds()
{
    const std::lock_guard lock(m_mutex);
    return m_engine.openHolds();
}

/// What the call has cost so far goes into the totals as it happens.
void Accounts::spend(Running &running, core::Money total, core::Time now)
{
    const core::Money more = total - running.metered;
    const core::Attribution &who = running.record.attribution;
    m_totals.add(running.call.tenant, more, running.record.admittedAt, now);
    m_modelTotals.add(who.of(core::Dimension::Model), more, running.record.admittedAt, now);
    running.metered = total;
    running.call.cost = total;
    running.call.bound = std::max(running.call.bound, total);
}

void Accounts::collectCrossings(Aftermath &after)
{
    announce(m_engine.takeCrossings(), after);
}

void Accounts::announce(const std::vector<core::Crossing> &crossings, Aftermath &after)
{
    for (const core::Crossing &crossing : crossings) {
        core::AlertRecord alert{.key = crossing.state.key,
                                .mark = crossing.mark,
                                .limit = crossing.state.limit,
                                .at = crossing.at,
                                .budgetId = crossing.state.budgetId,
                                .label = crossing.state.label,
                                .settled = crossing.state.settled,
                                .hard = crossing.hard,
                                .window = crossing.state.span};
        m_alerts.push_front(alert);
        after.records.emplace_back(std::move(alert));
    }
    if (m_alerts.size() > AlertsKept) {
        m_alerts.resize(AlertsKept);
    }
}

void Accounts::collectExcess(Aftermath &after)
{
    for (const HoldId hold : m_engine.excess(m_clock.now())) {
        const auto it = m_running.constFind(static_cast<quint64>(hold));
        if (it != m_running.cend()) {
            after.ends.push_back(it->end);
        }
    }
}

void Accounts::wakeWaiters(Aftermath &after)
{
    after.wakes.swap(m_waiters);
}

void Accounts::markStale(Aftermath &after)
{
    ++m_revision;
    if (!m_stale) {
        m_stale = true;
        after.stale = m_onStale;
    }
}

void Accounts::finish(Aftermath &&after)
{
    for (core::LedgerRecord &record : after.records) {
        m_ledger.post(std::move(record));
    }
    for (const auto &wake : after.wakes) {
        wake();
    }
    for (const auto &end : after.ends) {
        end(after.reason);
    }
    if (after.stale) {
        after.stale();
    }
}

} // namespace proxy
