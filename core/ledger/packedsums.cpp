// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/packedsums.h"

#include "core/ledger/packedbytes.h"

namespace core {
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
/// A call counts where it was admitted, and most have ended by then; one that ends later empties
/// its slots, which are packed again.
constexpr auto Settled = 15min;
/// The roll-up has no quarters of its own: minutes, or what old minutes have become.
constexpr qint64 Quarter = 900;
constexpr qint64 Minute = 60;

constexpr auto Due = R"(
    SELECT granularity, slot FROM slot_sum INDEXED BY slot_sum_due
    WHERE sums IS NULL AND slot + granularity <= ? ORDER BY slot LIMIT 1)"_L1;
constexpr auto Keep = R"(
    UPDATE slot_sum SET sums = ? WHERE granularity = ? AND slot = ?)"_L1;
constexpr auto Packed = R"(
    SELECT slot, sums, sums IS NULL FROM slot_sum
    WHERE granularity = ? AND slot >= ? AND slot < ?)"_L1;
constexpr auto Rows = R"(
    SELECT attribution, calls, cost, largest, latency, input, cached_input, cache_write, output,
           reasoning, failed
    FROM rollup WHERE granularity IN (?, ?) AND slot >= ? AND slot < ?)"_L1;

CostSum sumIn(const Statement &row)
{
    return {row.integer(1),
            Money::fromNanos(row.integer(2)),
            Money::fromNanos(row.integer(3)),
            {row.integer(5), row.integer(6), row.integer(7), row.integer(8), row.integer(9)},
            Duration(row.integer(4)),
            row.integer(10)};
}
} // namespace

PackedSums::PackedSums(Connection &connection)
    : m_connection(connection)
    , m_due(connection, Due)
    , m_keep(connection, Keep)
    , m_packed(connection, Packed)
    , m_rows(connection, Rows)
{}

Result<bool> PackedSums::step(Time now)
{
    const auto before = std::chrono::floor<std::chrono::seconds>(now - Settled);
    if (!m_due.run(qint64{before.time_since_epoch().count()})) {
        return m_connection.error();
    }
    if (!m_due.next()) {
        return m_due.sawAll() ? Result<bool>(false) : m_connection.error();
    }
    const qint64 granularity = m_due.integer(0);
    const qint64 slot = m_due.integer(1);
    m_due.finish();
    if (m_connection.begin() && keep(granularity, slot) && m_connection.commit()) {
        return true;
    }
    const Error error = m_connection.error();
    m_connection.rollback();
    return error;
}

bool PackedSums::keep(qint64 granularity, qint64 slot)
{
    Sums sums;
    return sumsOf(granularity, slot, sums) &&
           m_keep.run(packedbytes::pack(sums), granularity, slot);
}

bool PackedSums::sumsOf(qint64 granularity, qint64 slot, Sums &sums)
{
    return readRows(granularity, slot, [&sums](qint64 attribution, const CostSum &sum) {
        sums[attribution].add(sum);
    });
}

bool PackedSums::readRows(qint64 granularity, qint64 slot, const Add &add)
{
    const qint64 finest = granularity == Quarter ? Minute : granularity;
    if (!m_rows.run(finest, granularity, slot, slot + granularity)) {
        return false;
    }
    while (m_rows.next()) {
        add(m_rows.integer(0), sumIn(m_rows));
    }
    return m_rows.sawAll();
}

bool PackedSums::read(qint64 granularity, qint64 begins, qint64 ends, const Add &add)
{
    bool ok = m_packed.run(granularity, begins, ends);
    while (ok && m_packed.next()) {
        const bool isEmpty = m_packed.integer(2) != 0;
        ok = isEmpty ? readRows(granularity, m_packed.integer(0), add)
                     : packedbytes::unpack(m_packed.bytes(1), add);
    }
    const bool sawAll = m_packed.sawAll();
    m_packed.finish();
    return ok && sawAll;
}

} // namespace core
