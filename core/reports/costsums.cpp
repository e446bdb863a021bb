// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/costsums.h"

#include "core/ledger/rollups.h"

#include <algorithm>

namespace core {
using namespace Qt::StringLiterals;

namespace {
constexpr qint64 Minute = 60;

constexpr auto FromMinutes = R"(
    SELECT attribution, calls, cost, largest, latency, input, cached_input, cache_write, output,
           reasoning, failed
    FROM rollup WHERE granularity IN (60, 900) AND slot >= ? AND slot < ?)"_L1;

constexpr auto FromEntries = R"(
    SELECT attribution, 1, cost, cost, total, input, cached_input, cache_write, output, reasoning,
           ending <> 0
    FROM settlement WHERE admitted_at >= ?1 AND admitted_at < ?2
    UNION ALL
    SELECT attribution, 0, more_cost, 0, 0, more_input, more_cached_input, more_cache_write,
           more_output, more_reasoning, 0
    FROM correction WHERE admitted_at >= ?1 AND admitted_at < ?2)"_L1;

CostSum sumIn(const Statement &row)
{
    return {row.integer(1),
            Money::fromNanos(row.integer(2)),
            Money::fromNanos(row.integer(3)),
            {row.integer(5), row.integer(6), row.integer(7), row.integer(8), row.integer(9)},
            Duration(row.integer(4)),
            row.integer(10)};
}

/// The whole slots of a span; empty when it has none.
Span slotsOf(Span span, qint64 granularity)
{
    const Duration length = std::chrono::seconds(granularity);
    const auto start = [granularity](Time t) {
        return Time(std::chrono::seconds(Rollups::slotOf(t, granularity)));
    };
    return {start(span.begins + length - Duration(1)), start(span.ends)};
}

qint64 secondsOf(Time t)
{
    return std::chrono::floor<std::chrono::seconds>(t.time_since_epoch()).count();
}
} // namespace

CostSums::CostSums(Connection &connection)
    : m_connection(connection)
    , m_packed(connection)
    , m_minutes(connection, FromMinutes)
    , m_entries(connection, FromEntries)
{}

/// The coarsest slots in the middle, finer ones at both ends.
bool CostSums::addUp(Span span, std::size_t level, const Add &add)
{
    if (span.begins >= span.ends) {
        return true;
    }
    if (level == PackedSums::Granularities.size()) {
        return addRest(span, add);
    }
    const qint64 granularity = PackedSums::Granularities.at(level);
    const Span slots = slotsOf(span, granularity);
    if (slots.begins >= slots.ends) {
        return addUp(span, level + 1, add);
    }
    return addUp({span.begins, slots.begins}, level + 1, add) &&
           m_packed.read(granularity, secondsOf(slots.begins), secondsOf(slots.ends), add) &&
           addUp({slots.ends, span.ends}, level + 1, add);
}

/// Less than a quarter of an hour: minutes, which may have become quarters, and entries.
bool CostSums::addRest(Span span, const Add &add)
{
    const auto addEntries = [&](Span part) {
        return part.begins >= part.ends ||
               (m_entries.run(part.begins, part.ends) && addRows(m_entries, add));
    };
    const Span minutes = slotsOf(span, Minute);
    if (minutes.begins >= minutes.ends) {
        return addEntries(span);
    }
    return addEntries({span.begins, minutes.begins}) &&
           m_minutes.run(secondsOf(minutes.begins), secondsOf(minutes.ends)) &&
           addRows(m_minutes, add) && addEntries({minutes.ends, span.ends});
}

bool CostSums::addRows(Statement &rows, const Add &add)
{
    while (rows.next()) {
        add(rows.integer(0), sumIn(rows));
    }
    return rows.sawAll();
}

Result<QHash<qint64, CostSum>> CostSums::in(Span span, const std::optional<AttributionSet> &wanted)
{
    // Nothing was admitted outside of it, and `from` and `to` may be at the ends of time.
    const Result<Span> extent = this->extent();
    if (!extent) {
        return extent.error();
    }
    const Span within{std::max(span.begins, extent->begins), std::min(span.ends, extent->ends)};
    QHash<qint64, CostSum> sums;
    const auto add = [&](qint64 attribution, const CostSum &sum) {
        if (!wanted || wanted->contains(attribution)) {
            sums[attribution].add(sum);
        }
    };
    if (!addUp(within, 0, add)) {
        return m_connection.error();
    }
    return sums;
}

Outcome CostSums::inEach(const std::vector<Span> &periods, const AddTo &add)
{
    const Result<Span> extent = this->extent();
    if (!extent) {
        return extent.error();
    }
    for (std::size_t i = 0; i < periods.size(); ++i) {
        const Span within{std::max(periods[i].begins, extent->begins),
                          std::min(periods[i].ends, extent->ends)};
        const auto addHere = [&add, i](qint64 attribution, const CostSum &sum) {
            add(i, attribution, sum);
        };
        if (!addUp(within, 0, addHere)) {
            return m_connection.error();
        }
    }
    return Done{};
}

Result<Span> CostSums::extent()
{
    // From the roll-ups, because detail may have been pruned; two look-ups at the ends of an index.
    Statement row(m_connection,
                  u"SELECT (SELECT min(slot) FROM rollup WHERE granularity = 86400), "
                  u"(SELECT max(slot) FROM rollup WHERE granularity = 86400), "
                  u"EXISTS (SELECT 1 FROM rollup WHERE granularity = 86400)"_s);
    if (!row.run() || !row.next()) {
        return m_connection.error();
    }
    Span span{Time{}, Time{}};
    if (row.integer(2) != 0) {
        span = {Time(std::chrono::seconds(row.integer(0))),
                Time(std::chrono::seconds(row.integer(1) + 86'400))};
    }
    row.finish();
    return span;
}

} // namespace core
