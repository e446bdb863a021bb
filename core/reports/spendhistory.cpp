// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/spendhistory.h"

#include "core/ledger/connection.h"

#include <QHash>

#include <algorithm>
#include <numeric>

namespace core {
using namespace Qt::StringLiterals;

namespace {
constexpr qint64 MostSteps = 1'000;
constexpr qint64 Minute = 60;
constexpr qint64 Quarter = 900; ///< what minutes become when detail is forgotten
constexpr qint64 Hour = 3'600;

qint64 secondsOf(Time time)
{
    return std::chrono::floor<std::chrono::seconds>(time).time_since_epoch().count();
}

Money sumOf(const std::vector<Money> &amounts)
{
    return std::accumulate(amounts.begin(), amounts.end(), Money());
}

/// The column's name is one of ours, never a person's text.
QString selectBy(Dimension dimension)
{
    return u"SELECT (slot - ?1) / ?2 AS step, name.text, sum(cost) FROM rollup "
           u"JOIN attribution ON attribution.id = rollup.attribution "
           u"JOIN name ON name.id = attribution.\"%1\" "
           u"WHERE granularity IN (?3, ?4) AND slot >= ?1 AND slot < ?5 "
           u"GROUP BY step, name.id"_s.arg(
               QString::fromLatin1(dimensionName(dimension).toByteArray()));
}

using Lines = QHash<QByteArray, std::vector<Money>>;

/// The dearest lines, and the rest in one.
SpendHistory historyOf(const SpendHistoryQuery &query, Lines spent, std::vector<Money> rest)
{
    SpendHistory history{query, {}, std::move(rest)};
    for (auto it = spent.begin(); it != spent.end(); ++it) {
        history.lines.push_back({it.key(), std::move(it.value())});
    }
    std::sort(history.lines.begin(), history.lines.end(), [](const auto &a, const auto &b) {
        const Money ofA = sumOf(a.spent);
        const Money ofB = sumOf(b.spent);
        return ofA != ofB ? ofA > ofB : a.name < b.name;
    });
    while (history.lines.size() > query.most) {
        const auto &line = history.lines.back().spent;
        std::transform(
            line.begin(), line.end(), history.rest.begin(), history.rest.begin(), std::plus());
        history.lines.pop_back();
    }
    return history;
}
} // namespace

struct SpendHistoryReader::Private
{
    std::unique_ptr<Connection> connection;
};

SpendHistoryReader::SpendHistoryReader(std::unique_ptr<Private> parts)
    : d(std::move(parts))
{}

SpendHistoryReader::~SpendHistoryReader() = default;

Result<std::unique_ptr<SpendHistoryReader>> SpendHistoryReader::open(const QString &ledgerFile)
{
    Result<std::unique_ptr<Connection>> connection = Connection::openToRead(ledgerFile);
    if (!connection) {
        return connection.error();
    }
    auto parts = std::make_unique<Private>(Private{std::move(*connection)});
    return std::unique_ptr<SpendHistoryReader>(new SpendHistoryReader(std::move(parts)));
}

Result<SpendHistory> SpendHistoryReader::read(SpendHistoryQuery query)
{
    const qint64 step = std::max<qint64>(query.step.count(), Minute);
    const qint64 from = secondsOf(query.from) / Minute * Minute;
    const qint64 steps = (secondsOf(query.to) - from + step - 1) / step;
    if (steps < 1 || steps > MostSteps) {
        return Error{ErrorCode::InvalidInput,
                     u"%1 steps cannot be shown."_s.arg(steps),
                     u"Ask for 1 to 1,000 steps."_s};
    }
    // Hours are those of UTC: a zone that is half an hour off needs the quarters.
    const bool isOfHours = step % Hour == 0 && from % Hour == 0;
    const qint64 fine = isOfHours ? Hour : Minute;
    const qint64 faded = isOfHours ? Hour : Quarter;
    Statement rows(*d->connection, selectBy(query.by));
    if (!rows.run(from, step, fine, faded, from + steps * step)) {
        return d->connection->error();
    }
    Lines spent;
    const std::vector<Money> nothing(static_cast<std::size_t>(steps));
    while (rows.next()) {
        auto line = spent.find(rows.bytes(1));
        if (line == spent.end()) {
            line = spent.insert(rows.bytes(1), nothing);
        }
        (*line)[static_cast<std::size_t>(rows.integer(0))] += Money::fromNanos(rows.integer(2));
    }
    if (!rows.sawAll()) {
        return d->connection->error();
    }
    return historyOf(query, std::move(spent), nothing);
}

} // namespace core
