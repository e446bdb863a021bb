// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/retention.h"

#include "core/ledger/rollups.h"

#include <algorithm>

namespace core {
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
/// Rows of one step: about a millisecond, which is the longest that a hold then waits for it.
constexpr qsizetype RowsPerStep = 64;
/// Kept whatever the size: a call that is repeated, reviewed or corrected is of today or yesterday.
constexpr auto KeptAlways = 24h;
/// An alert of a window that may still go on must be there, or it is told again after a restart.
constexpr auto LongestWindow = 24h * 366;
constexpr qint64 SecondsPerHour = 3600;

// Summed as the roll-ups are (rollups.cpp). The WHERE tells SQLite where the SELECT ends.
constexpr auto KeepSums = R"(
    INSERT INTO pruned
        SELECT (admitted_at / 86400000000 - (admitted_at % 86400000000 < 0)) * 86400, %1
        FROM %2 %3
    ON CONFLICT (day) DO UPDATE SET
        calls = calls + excluded.calls, cost = CAST(cost + excluded.cost AS INTEGER),
        input = input + excluded.input, cached_input = cached_input + excluded.cached_input,
        cache_write = cache_write + excluded.cache_write, output = output + excluded.output,
        reasoning = reasoning + excluded.reasoning)"_L1;

constexpr auto KeepTotals = R"(
    INSERT INTO pruned_total
        SELECT json_extract(value, '$[1]'), json_extract(value, '$[0]'),
               json_extract(value, '$[2]')
        FROM %1, json_each(CAST(deltas AS TEXT)) %2
    ON CONFLICT (slot, bucket) DO UPDATE SET amount = CAST(amount + excluded.amount AS INTEGER))"_L1;

constexpr auto KeepQuarters = R"(
    INSERT INTO rollup (granularity, slot, attribution, calls, cost, input, cached_input,
                        cache_write, output, reasoning, largest, latency, failed)
        SELECT 900, (slot / 900 - (slot % 900 < 0)) * 900, attribution, sum(calls), sum(cost),
               sum(input), sum(cached_input), sum(cache_write), sum(output), sum(reasoning),
               max(largest), sum(latency), sum(failed)
        FROM rollup WHERE granularity = 60 AND slot >= ? AND slot < ? GROUP BY 2, 3
    ON CONFLICT (granularity, slot, attribution) DO UPDATE SET
        calls = calls + excluded.calls, cost = CAST(cost + excluded.cost AS INTEGER),
        input = input + excluded.input, cached_input = cached_input + excluded.cached_input,
        cache_write = cache_write + excluded.cache_write, output = output + excluded.output,
        reasoning = reasoning + excluded.reasoning,
        largest = max(largest, excluded.largest), latency = latency + excluded.latency,
        failed = failed + excluded.failed)"_L1;

/// What a row of this kind adds to the sums; empty: it has no part in them.
QLatin1StringView amountsOf(EntryKind kind)
{
    switch (kind) {
    case EntryKind::Settlement:
        return "1, cost, input, cached_input, cache_write, output, reasoning"_L1;
    case EntryKind::Correction:
        return "0, more_cost, more_input, more_cached_input, more_cache_write, more_output, "
               "more_reasoning"_L1;
    default:
        return {};
    }
}
} // namespace

Pruning::Pruning(Connection &connection)
    : m_connection(connection)
    , m_oldest(connection, u"SELECT number, at, hash, list FROM chain ORDER BY number LIMIT ?"_s)
    , m_isOpen(connection,
               u"SELECT 1 FROM open_hold WHERE id_high = ? AND id_low = ? AND attempt = ?"_s)
{}

Result<bool> Pruning::step(const Retention &rules, Time now)
{
    const Result<std::vector<ChainLink>> links = due(rules, now);
    if (!links) {
        return links.error();
    }
    if (!links->empty()) {
        return transact([&] { return take(*links); });
    }
    return rules.days > 0 ? takeMinutes(now - rules.days * 24h) : Result<bool>(false);
}

template <class Change>
Result<bool> Pruning::transact(Change &&change)
{
    if (m_connection.begin() && change() && m_connection.commit()) {
        return true;
    }
    const Error error = m_connection.error();
    m_connection.rollback();
    return error;
}

/// The oldest links that may go, as many as make a step; none when the first must stay.
Result<std::vector<ChainLink>> Pruning::due(const Retention &rules, Time now)
{
    const Result<bool> tooLarge = isTooLarge(rules);
    if (!tooLarge) {
        return tooLarge.error();
    }
    const Time byAge = rules.days > 0 ? now - rules.days * 24h : Time::min();
    const Time before = *tooLarge ? std::max(byAge, now - KeptAlways) : byAge;
    std::vector<ChainLink> links;
    bool ok = m_oldest.run(RowsPerStep);
    qsizetype rows = 0;
    while (ok && rows < RowsPerStep && m_oldest.next()) {
        ChainLink link{m_oldest.integer(0), m_oldest.time(1), m_oldest.bytes(2), m_oldest.bytes(3)};
        bool open = false;
        ok = isOpen(link, open);
        if (!ok || open || link.at >= before) {
            break;
        }
        rows += static_cast<qsizetype>(link.rows().size());
        links.push_back(std::move(link));
    }
    m_oldest.finish();
    return ok ? Result(std::move(links)) : m_connection.error();
}

Result<bool> Pruning::isTooLarge(const Retention &rules)
{
    if (rules.bytes == 0) {
        return false;
    }
    qint64 figures[] = {0, 0, 0};
    const char *const questions[] = {"page_count", "freelist_count", "page_size"};
    for (int i = 0; i < 3; ++i) {
        const Result<qint64> answer =
            m_connection.integer(u"PRAGMA "_s + QString::fromLatin1(questions[i]));
        if (!answer) {
            return answer.error();
        }
        figures[i] = *answer;
    }
    return (figures[0] - figures[1]) * figures[2] > rules.bytes;
}

bool Pruning::isOpen(const ChainLink &link, bool &open)
{
    for (const ChainLink::Row &row : link.rows()) {
        if (open || row.table == nullptr || row.table->kind != EntryKind::Hold) {
            continue;
        }
        if (!m_isOpen.run(row.key[0], row.key[1], row.key[2])) {
            return false;
        }
        open = m_isOpen.next();
        m_isOpen.finish();
    }
    return true;
}

bool Pruning::take(const std::vector<ChainLink> &links)
{
    const auto newest = std::ranges::max(links, {}, &ChainLink::at).at;
    Statement begin(m_connection, u"UPDATE watermark SET stepping = 1, until = max(until, ?)"_s);
    bool ok = begin.run(newest);
    for (const ChainLink &link : links) {
        const std::vector<ChainLink::Row> rows = link.rows();
        ok = ok && std::ranges::all_of(rows, [this](const ChainLink::Row &row) {
                 return row.table == nullptr || take(row);
             });
    }
    Statement removal(m_connection, u"DELETE FROM chain WHERE number <= ?"_s);
    Statement end(m_connection, u"UPDATE watermark SET stepping = 0, number = ?, hash = ?"_s);
    return ok && removal.run(links.back().number) &&
           end.run(links.back().number, links.back().hash);
}

bool Pruning::take(const ChainLink::Row &row)
{
    auto &statements = m_takes[row.table->kind];
    if (statements.empty()) {
        const QLatin1StringView table(row.table->table);
        const QLatin1StringView amounts = amountsOf(row.table->kind);
        if (!amounts.isEmpty()) {
            statements.emplace_back(m_connection, KeepSums.arg(amounts, table, row.table->byKey()));
            statements.emplace_back(m_connection, KeepTotals.arg(table, row.table->byKey()));
        }
        statements.emplace_back(m_connection,
                                u"DELETE FROM %1 %2"_s.arg(table, row.table->byKey()));
    }
    return std::ranges::all_of(statements, [&row](Statement &statement) {
        return statement.run(row.key[0], row.key[1], row.key[2]);
    });
}

/// One hour a step. What is left when no hour is due: alerts.
Result<bool> Pruning::takeMinutes(Time before)
{
    const Result<qint64> oldest =
        m_connection.integer(u"SELECT min(slot) FROM rollup WHERE granularity = 60"_s);
    const Result<qint64> count =
        m_connection.integer(u"SELECT EXISTS (SELECT 1 FROM rollup WHERE granularity = 60)"_s);
    if (!oldest || !count) {
        return m_connection.error();
    }
    const qint64 begins = Rollups::slotOf(Time(std::chrono::seconds(*oldest)), SecondsPerHour);
    const qint64 ends = begins + SecondsPerHour;
    if (*count == 0 || Time(std::chrono::seconds(ends)) > before) {
        return takeAlerts(before - LongestWindow) ? Result(false) : m_connection.error();
    }
    return transact([&] {
        Statement keep(m_connection, KeepQuarters);
        Statement remove(m_connection,
                         u"DELETE FROM rollup WHERE granularity = 60 AND slot >= ? AND slot < ?"_s);
        Statement mark(m_connection, u"UPDATE watermark SET minutes_from = max(minutes_from, ?)"_s);
        return keep.run(begins, ends) && remove.run(begins, ends) && mark.run(ends);
    });
}

bool Pruning::takeAlerts(Time before)
{
    Statement remove(m_connection, u"DELETE FROM alert WHERE max(at, window_ends) < ?"_s);
    return remove.run(before);
}

} // namespace core
