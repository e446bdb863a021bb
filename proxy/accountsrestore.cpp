// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/ledger/ledger.h"
#include "proxy/accounts.h"
#include "proxy/ledgerwriter.h"
#include "proxy/pausenames.h"

// The part of Accounts that puts back what the ledger holds.

namespace proxy {

void Accounts::restore(const core::LedgerState &state)
{
    Aftermath after;
    const std::unique_lock lock(m_mutex);
    const core::Time now = m_clock.now();
    m_restoredAt = now;
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
        if (m_alerts.size() < AlertsKept) {
            m_alerts.push_back(alert);
        }
    }
    for (const core::SettingRecord &setting : state.settings) {
        if (setting.name == PausedAll) {
            m_pausedAll = pauseTime(setting.value);
        } else if (setting.name.startsWith(PausedPrefix)) {
            m_paused.insert(setting.name.mid(PausedPrefix.size()), pauseTime(setting.value));
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
    record.settledAt = m_restoredAt;
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

void Accounts::restoreModels(const std::vector<std::pair<QByteArray, core::Money>> &today)
{
    const std::lock_guard lock(m_mutex);
    for (const auto &[model, amount] : today) {
        m_modelTotals.restoreTenant(model, amount, m_clock.now());
    }
}

} // namespace proxy
