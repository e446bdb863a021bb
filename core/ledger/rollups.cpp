// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/rollups.h"

namespace core {
using namespace Qt::StringLiterals;

namespace {
// An addition past 64 bits becomes a REAL in SQLite, and the cast brings that back to the largest
// integer: sums saturate as Money does, and never wrap round.
constexpr auto AddRow = R"(
    INSERT INTO rollup (granularity, slot, attribution, calls, cost, input, cached_input,
                        cache_write, output, reasoning, largest, latency,
                        failed)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET
        calls = calls + excluded.calls, cost = CAST(cost + excluded.cost AS INTEGER),
        input = input + excluded.input, cached_input = cached_input + excluded.cached_input,
        cache_write = cache_write + excluded.cache_write, output = output + excluded.output,
        reasoning = reasoning + excluded.reasoning, largest = max(largest, excluded.largest),
        latency = latency + excluded.latency, failed = failed + excluded.failed)"_L1;

constexpr auto AddTagged = R"(
    INSERT INTO tag_rollup (granularity, slot, tags, attribution, calls, cost, tokens)
    VALUES (?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET
        calls = calls + excluded.calls, cost = CAST(cost + excluded.cost AS INTEGER),
        tokens = tokens + excluded.tokens)"_L1;

constexpr auto AddTotal = R"(
    INSERT INTO bucket_total (slot, bucket, amount, opening) VALUES (?, ?, ?, 0)
    ON CONFLICT DO UPDATE SET amount = CAST(amount + excluded.amount AS INTEGER))"_L1;

// The settlements before the opening stay in the ledger; the new opening takes them back, so that
// amount = opening + all deltas stays true.
constexpr auto OpenTotal = R"(
    INSERT INTO bucket_total (slot, bucket, amount, opening) VALUES (?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET
        opening = excluded.amount - (amount - opening), amount = excluded.amount)"_L1;
} // namespace

qint64 Rollups::slotOf(Time t, qint64 granularity)
{
    const qint64 length = granularity * MicrosPerSecond;
    const qint64 micros = t.time_since_epoch().count();
    const qint64 begun = micros / length - (micros % length < 0 ? 1 : 0);
    return begun * granularity;
}

Rollups::Rollups(Connection &connection, Names &names)
    : m_names(names)
    , m_addRow(connection, AddRow)
    , m_addTagged(connection, AddTagged)
    , m_addTotal(connection, AddTotal)
    , m_openTotal(connection, OpenTotal)
{}

void Rollups::add(qint64 attribution, qint64 tags, Time admittedAt, const CostSum &more)
{
    for (const qint64 granularity : Granularities) {
        const qint64 slot = slotOf(admittedAt, granularity);
        m_rows[{granularity, slot, attribution}].add(more);
        if (tags != 0 && granularity >= FinestOfTags) {
            m_tagged[{granularity, slot, attribution, tags}].add(more);
        }
    }
}

void Rollups::add(qint64 bucket, Time slot, qint64 amount)
{
    qint64 &total = m_totals[{slot.time_since_epoch().count(), bucket}];
    total = Money::saturatingSum(total, amount);
}

bool Rollups::open(const BucketDelta &opening)
{
    const std::optional<qint64> bucket = m_names.idOf(opening.key);
    // Deltas of this batch that came before the opening must not be added on top of it.
    return bucket && flush() &&
           m_openTotal.run(opening.slot, *bucket, opening.amount, opening.amount);
}

bool Rollups::flush()
{
    bool ok = true;
    for (auto it = m_rows.cbegin(); ok && it != m_rows.cend(); ++it) {
        const TokenUsage &usage = it->usage;
        ok = m_addRow.run(it.key().granularity,
                          it.key().begins,
                          it.key().attribution,
                          it->calls,
                          it->cost.nanos(),
                          usage.input,
                          usage.cachedInput,
                          usage.cacheWrite,
                          usage.output,
                          usage.reasoning,
                          it->largest.nanos(),
                          it->latency,
                          it->failed);
    }
    for (auto it = m_tagged.cbegin(); ok && it != m_tagged.cend(); ++it) {
        const Slot &slot = it.key();
        ok = m_addTagged.run(slot.granularity,
                             slot.begins,
                             slot.tags,
                             slot.attribution,
                             it->calls,
                             it->cost.nanos(),
                             it->usage.total());
    }
    for (auto it = m_totals.cbegin(); ok && it != m_totals.cend(); ++it) {
        ok = m_addTotal.run(it.key().first, it.key().second, it.value());
    }
    clear();
    return ok;
}

void Rollups::clear()
{
    m_rows.clear();
    m_tagged.clear();
    m_totals.clear();
}

} // namespace core
