// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/costsums.h"

#include "core/ledger/rollups.h"

#include <algorithm>

namespace core {
using namespace Qt::StringLiterals;

namespace {
constexpr auto FromRollups = R"(
    SELECT attribution, calls, cost, largest, latency, input, cached_input, cache_write, output,
           reasoning, failed
    FROM rollup WHERE granularity IN (?, ?) AND slot >= ? AND slot < ?)"_L1;

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

Time startOfSlot(Time t, qint64 granularity)
{
    return Time(std::chrono::seconds(Rollups::slotOf(t, granularity)));
}

template <class Add>
bool addRows(Statement &rows, const Add &add)
{
    while (rows.next()) {
        add(rows.integer(0), sumIn(rows));
    }
    return rows.sawAll();
}
} // namespace

void CostSum::add(const CostSum &more)
{
    calls += more.calls;
    cost += more.cost;
    largest = std::max(largest, more.largest);
    usage.input += more.usage.input;
    usage.cachedInput += more.usage.cachedInput;
    usage.cacheWrite += more.usage.cacheWrite;
    usage.output += more.usage.output;
    usage.reasoning += more.usage.reasoning;
    latency += more.latency;
    failed += more.failed;
}

Money CostSum::average() const
{
    return calls == 0 ? Money() : Money::fromNanos((cost.nanos() + calls / 2) / calls);
}

bool CostSums::addUp(Span span, std::size_t level, const Add &add)
{
    if (span.begins >= span.ends) {
        return true;
    }
    if (level == Rollups::Granularities.size()) {
        return addEntries(span, add);
    }
    const qint64 granularity = Rollups::Granularities.at(level);
    const Time begins =
        startOfSlot(span.begins + std::chrono::seconds(granularity) - Duration(1), granularity);
    const Time ends = startOfSlot(span.ends, granularity);
    if (begins >= ends) {
        return addUp(span, level + 1, add);
    }
    return addUp({span.begins, begins}, level + 1, add) &&
           addRollups(granularity, {begins, ends}, add) && addUp({ends, span.ends}, level + 1, add);
}

bool CostSums::addRollups(qint64 granularity, Span span, const Add &add)
{
    Statement rows(m_connection, FromRollups);
    return rows.run(granularity,
                    Rollups::fadedTo(granularity),
                    Rollups::slotOf(span.begins, granularity),
                    Rollups::slotOf(span.ends, granularity)) &&
           addRows(rows, add);
}

bool CostSums::addEntries(Span span, const Add &add)
{
    Statement rows(m_connection, FromEntries);
    return rows.run(span.begins, span.ends) && addRows(rows, add);
}

Result<QHash<qint64, CostSum>> CostSums::in(Span span, const std::optional<QSet<qint64>> &wanted)
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
