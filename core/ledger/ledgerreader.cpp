// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/ledgerprivate.h"

// The ledger as a second connection sees it, beside the one that writes.

namespace core {
using namespace Qt::StringLiterals;

Result<std::unique_ptr<Ledger>> Ledger::openReader(const QString &path)
{
    Result<std::unique_ptr<Connection>> opened = Connection::open(path);
    if (!opened) {
        return opened.error();
    }
    Connection &connection = **opened;
    // The transaction begins, and its view is fixed, with the first read.
    const bool ready = connection.execute(u"PRAGMA query_only = 1"_s) &&
                       connection.execute(u"BEGIN"_s) &&
                       connection.integer(u"SELECT count(*) FROM setting"_s).ok();
    if (!ready) {
        return connection.error();
    }
    return std::unique_ptr<Ledger>(
        new Ledger(std::make_unique<Private>(nullptr, std::move(opened).value())));
}

namespace {
// With what corrections add, and what was pruned.
constexpr auto AllEntries = R"(
    SELECT sum(calls), sum(cost), sum(input), sum(cached_input), sum(cache_write), sum(output),
           sum(reasoning)
    FROM (SELECT 1 AS calls, cost, input, cached_input, cache_write, output, reasoning
              FROM settlement
          UNION ALL
          SELECT 0, more_cost, more_input, more_cached_input, more_cache_write, more_output,
                 more_reasoning FROM correction
          UNION ALL
          SELECT calls, cost, input, cached_input, cache_write, output, reasoning FROM pruned))"_L1;
} // namespace

Result<std::vector<OutboxStanding>> Ledger::outboxStandings()
{
    return core::outboxStandings(*d->connection);
}

Result<Ledger::Sum> Ledger::sumOfEntries()
{
    Statement all(*d->connection, AllEntries);
    if (!all.run() || !all.next()) {
        return d->connection->error();
    }
    Sum sum;
    sum.calls = all.integer(0);
    sum.cost = Money::fromNanos(all.integer(1));
    sum.usage.input = all.integer(2);
    sum.usage.cachedInput = all.integer(3);
    sum.usage.cacheWrite = all.integer(4);
    sum.usage.output = all.integer(5);
    sum.usage.reasoning = all.integer(6);
    all.finish();
    return sum;
}

} // namespace core
