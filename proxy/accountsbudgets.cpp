// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/ledger/ledger.h"
#include "proxy/accounts.h"
#include "proxy/ledgerwriter.h"

#include <utility>

// The half of Accounts that changes what is allowed: budgets, pauses, and start-up.

namespace proxy {

namespace {
const QByteArray PausedAll = "paused-all";
const QByteArray PausedPrefix = "paused:";

QByteArray timeText(core::Time time)
{
    return QByteArray::number(static_cast<qint64>(time.time_since_epoch().count()));
}

core::Time timeFrom(const QByteArray &text)
{
    return core::Time(core::Duration(text.toLongLong()));
}

bool countsTheSame(const core::Budget &a, const core::Budget &b)
{
    return a.selector == b.selector && a.window == b.window && a.unit == b.unit &&
           a.yieldsToExact == b.yieldsToExact;
}
} // namespace

/// A budget that is new, or counts something else than before, must know what was spent earlier
/// in its window, without missing a call or counting one twice:
///  1. it enters the engine at zero and counts every call from now on (open calls included);
///  2. the ledger's queue, which is in the engine's order, brings us behind everything that was
///     settled before; the ledger adds that up;
///  3. the sum is put on top, in the engine and in the ledger, and only then we answer.
void Accounts::setBudget(const core::Budget &budget, const Answer &answer)
{
    Aftermath after;
    bool fresh = true;
    core::Outcome outcome = core::Done{};
    {
        const std::lock_guard lock(m_mutex);
        const core::Budget *before = m_engine.budget(budget.id);
        fresh = before == nullptr || !countsTheSame(*before, budget);
        outcome = m_engine.upsert(budget, m_clock.now());
        if (outcome.ok()) {
            collectCrossings(after);
            collectExcess(after);
            wakeWaiters(after);
            markStale(after);
            m_ledger.run([this, budget, fresh, answer](core::Ledger &ledger) {
                answer(fresh ? countEarlierSpend(budget, ledger)
                             : ledger.write({core::BudgetUpsert{budget, {}}}));
            });
        }
    }
    finish(std::move(after));
    if (!outcome.ok()) {
        answer(outcome);
    }
}

core::Outcome Accounts::countEarlierSpend(const core::Budget &budget, core::Ledger &ledger)
{
    const auto openings = ledger.openingsFor(budget, m_clock.now());
    if (!openings.ok()) {
        return openings.error();
    }
    std::vector<core::BucketDelta> deltas;
    Aftermath after;
    {
        const std::lock_guard lock(m_mutex);
        deltas = m_engine.openingDeltas(budget.id, *openings);
        for (const core::BucketDelta &delta : deltas) {
            m_engine.restore(delta.key, delta.slot, delta.amount);
        }
        collectCrossings(after);
        collectExcess(after);
        markStale(after);
    }
    core::Outcome written = ledger.write({core::BudgetUpsert{budget, std::move(deltas)}});
    finish(std::move(after));
    return written;
}

void Accounts::removeBudget(const QByteArray &id, Answer answer)
{
    Aftermath after;
    core::Outcome outcome = core::Done{};
    {
        const std::lock_guard lock(m_mutex);
        outcome = m_engine.remove(id);
        wakeWaiters(after);
        markStale(after);
    }
    finish(std::move(after));
    if (!outcome.ok()) {
        answer(outcome);
        return;
    }
    m_ledger.run([id, answer = std::move(answer)](core::Ledger &ledger) {
        answer(ledger.write({core::BudgetRemoval{id}}));
    });
}

void Accounts::resetBudget(const QByteArray &id, const QByteArray &label, Answer answer)
{
    Aftermath after;
    core::Result<qint64> epoch = qint64(0);
    const core::Time now = m_clock.now();
    {
        const std::lock_guard lock(m_mutex);
        epoch = m_engine.reset(id, label, now);
        wakeWaiters(after);
        markStale(after);
    }
    finish(std::move(after));
    if (!epoch.ok()) {
        answer(epoch.error());
        return;
    }
    m_ledger.run([record = core::EpochRecord{id, label, *epoch, now}, answer = std::move(answer)](
                     core::Ledger &ledger) { answer(ledger.write({record})); });
}

void Accounts::setPaused(const QByteArray &tenant, bool paused)
{
    Aftermath after;
    const core::Time now = m_clock.now();
    {
        const std::lock_guard lock(m_mutex);
        if (tenant.isEmpty()) {
            m_pausedAll = paused ? std::optional(now) : std::nullopt;
        } else if (paused) {
            m_paused.insert(tenant, now);
        } else {
            m_paused.remove(tenant);
        }
        markStale(after);
    }
    after.records.emplace_back(
        core::SettingRecord{tenant.isEmpty() ? PausedAll : PausedPrefix + tenant,
                            paused ? timeText(now) : QByteArray()});
    finish(std::move(after));
}

void Accounts::restore(const core::LedgerState &state)
{
    Aftermath after;
    const std::unique_lock lock(m_mutex);
    const core::Time now = m_clock.now();
    for (const core::Budget &budget : state.budgets) {
        // Stored budgets were validated when they were set; one that is not valid any more must
        // not vanish in silence, so it stays in the database and is reported by check-config.
        (void)m_engine.upsert(budget, now);
    }
    for (const core::EpochRecord &epoch : state.epochs) {
        m_engine.restoreEpoch(epoch.budgetId, epoch.label, epoch.epoch, epoch.at);
    }
    for (const core::LedgerState::Total &total : state.totals) {
        m_engine.restore(total.key, total.slot, total.amount);
    }
    for (const core::AlertRecord &alert : state.alerts) {
        m_engine.restoreMark({alert.key, alert.mark, alert.limit, alert.at});
        if (m_alerts.size() < 200) {
            m_alerts.push_back(alert);
        }
    }
    for (const core::SettingRecord &setting : state.settings) {
        if (setting.name == PausedAll) {
            m_pausedAll = timeFrom(setting.value);
        } else if (setting.name.startsWith(PausedPrefix)) {
            m_paused.insert(setting.name.mid(PausedPrefix.size()), timeFrom(setting.value));
        }
    }
    for (const core::OpenHold &open : state.openHolds) {
        recover(open, after);
    }
    restoreKeys(state.keys);
    collectCrossings(after);
    for (core::LedgerRecord &record : after.records) {
        m_ledger.post(std::move(record));
    }
}

/// Whether the upstream answered is not known, so the bound is what it cost until a person says
/// otherwise.
void Accounts::recover(const core::OpenHold &open, Aftermath &after)
{
    const core::HoldRecord &hold = open.hold;
    core::Settled settled = m_engine.charge(hold.attribution, hold.bound, hold.admittedAt);
    core::SettlementRecord record;
    record.id = hold.id;
    record.attempt = hold.attempt;
    record.admittedAt = hold.admittedAt;
    record.settledAt = m_clock.now();
    record.attribution = hold.attribution;
    record.usage.input = hold.bound.tokens;
    record.usage.quality = core::CountQuality::Unknown;
    record.cost = hold.bound.cost;
    record.ending = core::Ending::Recovered;
    record.deltas = std::move(settled.deltas);
    after.records.emplace_back(std::move(record));
    announce(settled.crossings, after);
    ++m_recoveredCalls;
    m_recoveredCost += hold.bound.cost;
}

void Accounts::restoreSpend(core::Money today,
                            core::Money week,
                            core::Money month,
                            const std::vector<std::pair<QByteArray, core::Money>> &tenantsToday)
{
    const std::lock_guard lock(m_mutex);
    const core::Time now = m_clock.now();
    m_totals.restore(today, week, month, now);
    for (const auto &[tenant, amount] : tenantsToday) {
        m_totals.restoreTenant(tenant, amount, now);
    }
}

std::vector<core::Budget> Accounts::pastSoftMark(const core::Attribution &attribution)
{
    const std::lock_guard lock(m_mutex);
    std::vector<core::Budget> budgets;
    for (const core::BucketState &state : m_engine.matching(attribution, m_clock.now())) {
        const core::Budget *budget = m_engine.budget(state.budgetId);
        if (budget != nullptr && !budget->softMarks.empty() &&
            state.settled + state.held >= budget->markAmount(budget->softMarks.front())) {
            budgets.push_back(*budget);
        }
    }
    return budgets;
}

std::vector<core::Budget> Accounts::downgrading(const core::Refusal &refusal)
{
    const std::lock_guard lock(m_mutex);
    std::vector<core::Budget> budgets;
    for (const core::Shortfall &shortfall : refusal.shortfalls) {
        const core::Budget *budget = m_engine.budget(shortfall.state.budgetId);
        if (budget != nullptr && budget->atHard == core::HardAction::Downgrade) {
            budgets.push_back(*budget);
        }
    }
    return budgets;
}

std::vector<core::Budget> Accounts::budgets()
{
    const std::lock_guard lock(m_mutex);
    return m_engine.budgets();
}

std::optional<core::BucketState> Accounts::bucket(const QByteArray &budgetId,
                                                  const QByteArray &label)
{
    const std::lock_guard lock(m_mutex);
    return m_engine.state(budgetId, label, m_clock.now());
}

std::vector<core::BucketState> Accounts::matching(const core::Attribution &attribution)
{
    const std::lock_guard lock(m_mutex);
    return m_engine.matching(attribution, m_clock.now());
}

} // namespace proxy
