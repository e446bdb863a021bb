// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/budget/budgetchange.h"
#include "core/ledger/ledger.h"
#include "proxy/accounts.h"
#include "proxy/ledgerwriter.h"
#include "proxy/pausenames.h"

#include <QLoggingCategory>

#include <utility>

// The half of Accounts that changes what is allowed: budgets and pauses. What is in force is what
// the ledger holds: a change that gives room comes into force when it is durable, one that takes
// room at once; when the ledger fails, all is as it was, and the caller hears why.

namespace proxy {

Q_LOGGING_CATEGORY(budgetLog, "capstan.budget", QtInfoMsg)

namespace {
bool takesRoom(const core::Budget &next, const core::Budget &before, core::Time now)
{
    const bool wasEnforced = before.mode == core::BudgetMode::Enforce;
    const bool isLower = next.inForceAt(now).cap() < before.inForceAt(now).cap();
    const bool bindsMore = before.yieldsToExact && !next.yieldsToExact;
    return next.mode == core::BudgetMode::Enforce && (!wasEnforced || isLower || bindsMore);
}

/// What was spent earlier in its window. Where the ledger lacks what has happened, the budget does
/// not begin: it would never count that.
core::Result<std::vector<core::BudgetEngine::Opening>> openingsOf(const core::Budget &budget,
                                                                  const LedgerWriter &writer,
                                                                  core::Ledger &ledger,
                                                                  core::Time now)
{
    if (writer.isBehind()) {
        return writer.lastError();
    }
    return ledger.openingsFor(budget, now);
}
} // namespace

/// A budget that is new, or counts something else than before, must know what was spent earlier
/// in its window, without missing a call or counting one twice:
///  1. it enters the engine on trial, at zero, and counts every call from now on (open calls
///     included), beside the budget that it will replace;
///  2. the ledger's queue, which is in the engine's order, brings us behind everything that was
///     settled before; the ledger adds that up;
///  3. the sum is put on top, in the ledger and in the engine, and only then it takes its place.
void Accounts::setBudget(const core::Budget &budget, const Answer &answer)
{
    inTurn(budget.id, [this, budget, answer] { beginBudget(budget, answer); });
}

void Accounts::beginBudget(const core::Budget &budget, const Answer &answer)
{
    Aftermath after;
    std::optional<core::Budget> before;
    core::Outcome outcome = core::Done{};
    {
        const std::lock_guard lock(m_mutex);
        const core::Budget *known = m_engine.budget(budget.id);
        if (known == nullptr || !core::countsTheSame(*known, budget)) {
            outcome = m_engine.stage(budget);
        } else {
            before = *known;
            const core::Time now = m_clock.now();
            outcome =
                takesRoom(budget, *known, now) ? m_engine.upsert(budget, now) : budget.validate();
        }
        if (outcome.ok()) {
            // Inside the mutex: what is settled after this is counted by the engine, and stands
            // behind this in the ledger's queue.
            outcome = postInTurn(budget.id, answer, [this, budget, before](core::Ledger &ledger) {
                return before ? changeBudget(budget, *before, ledger)
                              : countEarlierSpend(budget, ledger);
            });
        }
        markStale(after);
    }
    finish(std::move(after));
    if (!outcome.ok()) {
        conclude(budget.id, answer, outcome);
    }
}

core::Outcome
Accounts::changeBudget(const core::Budget &budget, const core::Budget &before, core::Ledger &ledger)
{
    core::Outcome written = ledger.write({core::BudgetUpsert{budget, {}}});
    Aftermath after;
    {
        const std::lock_guard lock(m_mutex);
        // Both were valid when they came.
        static_cast<void>(m_engine.upsert(written.ok() ? budget : before, m_clock.now()));
        settleChange(after);
    }
    finish(std::move(after));
    return written;
}

core::Outcome Accounts::countEarlierSpend(const core::Budget &budget, core::Ledger &ledger)
{
    const auto openings = openingsOf(budget, m_ledger, ledger, m_clock.now());
    std::vector<core::BucketDelta> deltas;
    core::Outcome written = openings.ok() ? core::Outcome(core::Done{}) : openings.error();
    if (openings.ok()) {
        {
            const std::lock_guard lock(m_mutex);
            deltas = m_engine.openingDeltas(budget.id, *openings);
        }
        written = ledger.write({core::BudgetUpsert{budget, deltas}});
    }
    Aftermath after;
    {
        const std::lock_guard lock(m_mutex);
        if (written.ok()) {
            for (const core::BucketDelta &delta : deltas) {
                m_engine.restore(delta.key, delta.slot, delta.amount);
            }
            m_engine.promote(budget.id, m_clock.now());
        } else {
            m_engine.discard(budget.id);
        }
        settleChange(after);
    }
    finish(std::move(after));
    return written;
}

/// What follows from another rule: marks that are crossed, calls that no longer fit, and room.
void Accounts::settleChange(Aftermath &after)
{
    collectCrossings(after);
    collectExcess(after);
    wakeWaiters(after);
    markStale(after);
}

void Accounts::removeBudget(const QByteArray &id, const Answer &answer)
{
    inTurn(id, [this, id, answer] {
        core::Outcome known = core::Done{};
        {
            const std::lock_guard lock(m_mutex);
            // Of one that is not there nothing is removed, and the error says so.
            known = m_engine.budget(id) == nullptr ? m_engine.remove(id) : known;
        }
        if (!known.ok()) {
            conclude(id, answer, known);
            return;
        }
        writeInTurn(id, answer, [this, id](core::Ledger &ledger) {
            return writeThen(ledger, core::BudgetRemoval{id}, [this, id] {
                static_cast<void>(m_engine.remove(id));
            });
        });
    });
}

void Accounts::resetBudget(const QByteArray &id, const QByteArray &label, const Answer &answer)
{
    inTurn(id, [this, id, label, answer] {
        core::Result<core::BudgetEngine::Reset> next = core::BudgetEngine::Reset{};
        {
            const std::lock_guard lock(m_mutex);
            next = m_engine.nextReset(id, label);
        }
        if (!next.ok()) {
            conclude(id, answer, next.error());
            return;
        }
        writeInTurn(id, answer, [this, id, reset = *next](core::Ledger &ledger) {
            const core::Time now = m_clock.now();
            const core::EpochRecord record{id, reset.label, reset.epoch, now};
            core::Outcome done = writeThen(ledger, record, [this, id, reset, now] {
                static_cast<void>(m_engine.reset(id, reset.label, now));
            });
            if (done.ok()) {
                qCInfo(budgetLog).noquote()
                    << "Budget" << id << (reset.label.isEmpty() ? "all" : reset.label)
                    << "was reset: it counts from nothing again.";
            }
            return done;
        });
    });
}

/// A pause is in force at once; what it lifts only when that is durable.
void Accounts::setPaused(const QByteArray &tenant, bool paused, const Answer &answer)
{
    const QByteArray name = tenant.isEmpty() ? PausedAll : PausedPrefix + tenant;
    inTurn(name, [this, name, tenant, paused, answer] {
        const core::Time now = m_clock.now();
        const std::optional<core::Time> next = paused ? std::optional(now) : std::nullopt;
        const std::optional<core::Time> before = paused ? putPause(tenant, next) : std::nullopt;
        writeInTurn(name, answer, [=, this](core::Ledger &ledger) {
            const core::SettingRecord record{name, paused ? pauseText(now) : QByteArray()};
            core::Outcome written = ledger.write({record});
            if (written.ok() || paused) {
                putPause(tenant, written.ok() ? next : before);
            }
            return written;
        });
    });
}

std::optional<core::Time> Accounts::putPause(const QByteArray &tenant,
                                             std::optional<core::Time> since)
{
    Aftermath after;
    std::optional<core::Time> before;
    {
        const std::lock_guard lock(m_mutex);
        if (tenant.isEmpty()) {
            before = std::exchange(m_pausedAll, since);
        } else {
            const auto known = m_paused.constFind(tenant);
            before = known == m_paused.cend() ? std::nullopt : std::optional(known.value());
            m_paused.remove(tenant);
            if (since) {
                m_paused.insert(tenant, *since);
            }
        }
        markStale(after);
    }
    finish(std::move(after));
    return before;
}

} // namespace proxy
