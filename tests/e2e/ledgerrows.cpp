// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledgerrows.h"

#include "core/ledger/ledger.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

namespace e2e {
using namespace Qt::StringLiterals;

namespace {

const QString ConnectionName = u"ledger-rows"_s;

QByteArray idIn(const QSqlQuery &row)
{
    const core::RequestId id{static_cast<quint64>(row.value(0).toLongLong()),
                             static_cast<quint64>(row.value(1).toLongLong())};
    return id.toText();
}

SettledRow settledRow(const QSqlQuery &row)
{
    const auto number = [&row](int column) {
        return row.value(column).toLongLong();
    };
    SettledRow settled;
    settled.id = idIn(row);
    settled.usage.input = number(2);
    settled.usage.cachedInput = number(3);
    settled.usage.cacheWrite = number(4);
    settled.usage.output = number(5);
    settled.usage.quality = static_cast<core::CountQuality>(number(6));
    settled.cost = core::Money::fromNanos(number(7));
    settled.ending = static_cast<core::Ending>(number(8));
    settled.bound.cost = core::Money::fromNanos(number(9));
    settled.bound.tokens = number(10);
    settled.stream = number(11) != 0;
    settled.attempt = static_cast<int>(number(12));
    settled.provider = row.value(13).toByteArray();
    settled.decision = static_cast<core::Decision>(number(14));
    return settled;
}

void readSettlements(QSqlQuery &query, LedgerRows &rows)
{
    query.exec(u"SELECT id_high, id_low, input, cached_input, cache_write, output, quality, cost, "
               "ending, bound_cost, bound_tokens, stream, attempt, name.text, "
               "decision "
               "FROM settlement JOIN hold USING (id_high, id_low, attempt) "
               "JOIN attribution ON attribution.id = settlement.attribution "
               "JOIN name ON name.id = attribution.provider "
               "ORDER BY id_high, id_low, attempt"_s);
    while (query.next()) {
        rows.settlements.push_back(settledRow(query));
    }
}

void readIds(QSqlQuery &query, const QString &table, std::set<QByteArray> &into)
{
    query.exec(u"SELECT id_high, id_low FROM "_s + table);
    while (query.next()) {
        into.insert(idIn(query));
    }
}

qint64 numberOf(QSqlQuery &query, const QString &question)
{
    return query.exec(question) && query.next() ? query.value(0).toLongLong() : -1;
}

} // namespace

core::Money LedgerRows::sum() const
{
    core::Money total;
    for (const SettledRow &row : settlements) {
        total += row.cost;
    }
    return total;
}

QHash<QByteArray, SettledRow> LedgerRows::byId() const
{
    QHash<QByteArray, SettledRow> found;
    for (const SettledRow &row : settlements) {
        found.insert(row.id, row);
    }
    return found;
}

std::optional<LedgerRows> readLedger(const QString &file)
{
    std::optional<LedgerRows> rows;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, ConnectionName);
        database.setDatabaseName(file);
        database.setConnectOptions(u"QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=10000"_s);
        if (database.open() && database.transaction()) {
            rows.emplace();
            QSqlQuery query(database);
            readSettlements(query, *rows);
            readIds(query, u"hold"_s, rows->holds);
            query.exec(u"SELECT coalesce(name.text, reason) FROM hold LEFT JOIN name "
                       u"ON substr(reason, 1, 1) = x'23' AND "
                       u"name.id = CAST(CAST(substr(reason, 2) AS TEXT) AS INTEGER) "
                       u"WHERE reason <> x''"_s);
            while (query.next()) {
                rows->reasons.push_back(query.value(0).toByteArray());
            }
            readIds(query, u"released"_s, rows->released);
            rows->openHolds = numberOf(query, u"SELECT count(*) FROM open_hold"_s);
            rows->refusals = numberOf(query, u"SELECT count(*) FROM refusal"_s);
            rows->alerts = numberOf(query, u"SELECT count(*) FROM alert"_s);
            rows->bucketTotals = core::Money::fromNanos(
                numberOf(query, u"SELECT coalesce(sum(amount), 0) FROM bucket_total"_s));
        }
    }
    QSqlDatabase::removeDatabase(ConnectionName);
    return rows;
}

std::vector<QString> verify(const QString &file)
{
    auto ledger = core::Ledger::open(file, core::Durability::Process);
    if (!ledger.ok()) {
        return {ledger.error().message};
    }
    const auto differences = (*ledger)->verify();
    return differences.ok() ? *differences : std::vector<QString>{differences.error().message};
}

} // namespace e2e
