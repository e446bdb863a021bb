// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/ledgerprivate.h"

#include <algorithm>
#include <map>

namespace core {
using namespace Qt::StringLiterals;

namespace {
constexpr auto FromRollups = R"(
    SELECT %1 AS value, sum(calls), sum(cost), sum(input), sum(cached_input), sum(cache_write),
           sum(output), sum(reasoning)
    FROM rollup JOIN attribution ON attribution.id = rollup.attribution
    WHERE granularity IN (?, ?) AND slot >= ? AND slot < ? GROUP BY value)"_L1;

constexpr auto FromEntries = R"(
    SELECT %1 AS value, count(*), sum(cost), sum(input), sum(cached_input), sum(cache_write),
           sum(output), sum(reasoning)
    FROM settlement JOIN attribution ON attribution.id = settlement.attribution
    WHERE admitted_at >= ? AND admitted_at < ? GROUP BY value)"_L1;

/// Far beyond any real time, and far enough from 64 bits to round in.
constexpr Time Earliest{Duration(-(qint64{1} << 61))};
constexpr Time Latest{Duration(qint64{1} << 61)};

/// The dimension's column, quoted: "key" is a word of SQL.
QString columnOf(Dimension dimension)
{
    static constexpr std::array<QLatin1StringView, DimensionCount> Columns{"tenant"_L1,
                                                                           "agent"_L1,
                                                                           "user"_L1,
                                                                           "key"_L1,
                                                                           "feature"_L1,
                                                                           "experiment"_L1,
                                                                           "namespace"_L1,
                                                                           "team"_L1,
                                                                           "provider"_L1,
                                                                           "model"_L1,
                                                                           "route"_L1};
    return u"attribution.\"%1\""_s.arg(Columns.at(static_cast<std::size_t>(dimension)));
}

Ledger::Sum sumIn(const Statement &row)
{
    Ledger::Sum sum;
    sum.calls = row.integer(1);
    sum.cost = Money::fromNanos(row.integer(2));
    sum.usage.input = row.integer(3);
    sum.usage.cachedInput = row.integer(4);
    sum.usage.cacheWrite = row.integer(5);
    sum.usage.output = row.integer(6);
    sum.usage.reasoning = row.integer(7);
    return sum;
}

Time startOfSlot(Time t, qint64 granularity)
{
    return Time(std::chrono::seconds(Rollups::slotOf(t, granularity)));
}
} // namespace

bool Ledger::Private::addUp(const QString &column, Time from, Time to, const Add &add)
{
    return addUp(
        column, std::clamp(from, Earliest, Latest), std::clamp(to, Earliest, Latest), 0, add);
}

bool Ledger::Private::addUp(
    const QString &column, Time from, Time to, std::size_t level, const Add &add)
{
    if (from >= to) {
        return true;
    }
    if (level == Rollups::Granularities.size()) {
        return addEntries(column, from, to, add);
    }
    const qint64 granularity = Rollups::Granularities.at(level);
    const Time begins =
        startOfSlot(from + std::chrono::seconds(granularity) - Duration(1), granularity);
    const Time ends = startOfSlot(to, granularity);
    if (begins >= ends) {
        return addUp(column, from, to, level + 1, add);
    }
    return addUp(column, from, begins, level + 1, add) &&
           addRollups(column, granularity, {begins, ends}, add) &&
           addUp(column, ends, to, level + 1, add);
}

bool Ledger::Private::addRollups(const QString &column,
                                 qint64 granularity,
                                 Span span,
                                 const Add &add)
{
    Statement rows(*connection, FromRollups.arg(column));
    if (!rows.run(granularity,
                  Rollups::fadedTo(granularity),
                  Rollups::slotOf(span.begins, granularity),
                  Rollups::slotOf(span.ends, granularity))) {
        return false;
    }
    while (rows.next()) {
        add(rows.integer(0), sumIn(rows));
    }
    return rows.sawAll();
}

bool Ledger::Private::addEntries(const QString &column, Time from, Time to, const Add &add)
{
    Statement rows(*connection, FromEntries.arg(column));
    if (!rows.run(from, to)) {
        return false;
    }
    while (rows.next()) {
        add(rows.integer(0), sumIn(rows));
    }
    return rows.sawAll();
}

Result<Ledger::Sum> Ledger::sum(Time from, Time to)
{
    Sum total;
    const auto add = [&total](qint64, const Sum &part) {
        total += part;
    };
    if (!d->addUp(u"0"_s, from, to, add)) {
        return d->connection->error();
    }
    return total;
}

Result<std::vector<std::pair<QByteArray, Ledger::Sum>>>
Ledger::sumBy(Dimension dimension, Time from, Time to)
{
    std::map<qint64, Sum> sums;
    const auto add = [&sums](qint64 value, const Sum &part) {
        sums[value] += part;
    };
    if (!d->addUp(columnOf(dimension), from, to, add)) {
        return d->connection->error();
    }
    std::vector<std::pair<QByteArray, Sum>> named;
    for (const auto &[id, sum] : sums) {
        const std::optional<QByteArray> name = d->names.textOf(id);
        if (!name) {
            return d->connection->error();
        }
        named.emplace_back(*name, sum);
    }
    std::stable_sort(named.begin(), named.end(), [](const auto &a, const auto &b) {
        return a.second.cost > b.second.cost;
    });
    return named;
}

Result<qint64> Ledger::refusals(Time from, Time to)
{
    Statement count(*d->connection, u"SELECT count(*) FROM refusal WHERE at >= ? AND at < ?"_s);
    if (!count.run(from, to) || !count.next()) {
        return d->connection->error();
    }
    return count.integer(0);
}

} // namespace core
