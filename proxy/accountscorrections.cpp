// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/ledger/retention.h"
#include "proxy/accounts.h"
#include "proxy/ledgerwriter.h"

#include <algorithm>

// The part of Accounts that answers for the past: what a crash left, and what may be forgotten.

namespace proxy {

using namespace Qt::StringLiterals;

namespace {
/// More than one crash leaves; a person looks through them.
constexpr int RecoveredShown = 1'000;
/// Steps of retention that follow one another: some seconds of an idle minute.
constexpr int StepsInARow = 5'000;

core::Error stopping()
{
    return {core::ErrorCode::Unavailable,
            u"Capstan is stopping, so the ledger was not asked."_s,
            u"Try again when it has started."_s};
}

core::TokenUsage difference(const core::TokenUsage &a, const core::TokenUsage &b)
{
    return {a.input - b.input,
            a.cachedInput - b.cachedInput,
            a.cacheWrite - b.cacheWrite,
            a.output - b.output,
            a.reasoning - b.reasoning,
            a.quality};
}
} // namespace

void Accounts::recoveredCalls(const std::function<void(core::Result<RecoveredCalls>)> &answer)
{
    const bool taken = m_ledger.run(
        [answer](core::Ledger &ledger) { answer(ledger.recoveredCalls(RecoveredShown)); });
    if (!taken) {
        answer(stopping());
    }
}

void Accounts::correct(const Correction &correction, const Answer &answer)
{
    const bool taken = m_ledger.run([this, correction, answer](core::Ledger &ledger) {
        answer(correctIn(ledger, correction));
    });
    if (!taken) {
        answer(stopping());
    }
}

core::Outcome Accounts::correctIn(core::Ledger &ledger, const Correction &correction)
{
    const auto call = ledger.recoveredCall(correction.id, correction.attempt);
    if (!call.ok()) {
        return call.error();
    }
    core::CorrectionRecord record{.id = call->id,
                                  .attempt = call->attempt,
                                  .at = m_clock.now(),
                                  .usage = correction.usage,
                                  .cost = correction.cost,
                                  .by = correction.by,
                                  .reason = correction.reason,
                                  .admittedAt = call->admittedAt,
                                  .attribution = call->attribution,
                                  .moreUsage = difference(correction.usage, call->usageNow()),
                                  .moreCost = correction.cost - call->costNow(),
                                  .deltas = {}};
    if (call->corrected) { // the last one counts, also when the clock was set back
        record.at = std::max(record.at, call->corrected->at + core::Duration(1));
    }
    {
        const std::lock_guard lock(m_mutex);
        record.deltas = m_engine.correctionDeltas(
            record.attribution, {record.moreCost, record.moreUsage.total(), 0}, record.admittedAt);
    }
    core::Outcome written = ledger.write({record});
    if (written.ok()) {
        book(record, *call);
    }
    return written;
}

void Accounts::book(const core::CorrectionRecord &record, const core::Ledger::RecoveredCall &call)
{
    Aftermath after;
    {
        const std::lock_guard lock(m_mutex);
        const core::Time now = m_clock.now();
        m_engine.adjust(record.deltas, now);
        m_totals.correct(record.attribution.of(core::Dimension::Tenant),
                         record.moreCost,
                         record.admittedAt,
                         now);
        m_modelTotals.correct(
            record.attribution.of(core::Dimension::Model), record.moreCost, record.admittedAt, now);
        m_lifetime.correct(record);
        if (!call.corrected && call.chargedAt == m_restoredAt) {
            --m_recoveredCalls;
            m_recoveredCost -= call.cost;
        }
        settleChange(after);
    }
    finish(std::move(after));
}

void Accounts::forget(const core::Retention &rules)
{
    forgetSome(rules, StepsInARow);
}

void Accounts::forgetSome(const core::Retention &rules, int steps)
{
    m_ledger.run([this, rules, steps](core::Ledger &ledger) {
        const auto pruned = ledger.prune(rules, m_clock.now());
        const auto packed = ledger.packSums(m_clock.now());
        // What fails here is tried again in a minute; the writer reports what concerns calls.
        const bool mayBeMore = (pruned.ok() && *pruned) || (packed.ok() && *packed);
        const bool isQuiet = m_ledger.depth() == 0;
        if (mayBeMore && isQuiet && steps > 1) {
            forgetSome(rules, steps - 1);
        }
    });
}

} // namespace proxy
