// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/ledgerprivate.h"

namespace core {
using namespace Qt::StringLiterals;

namespace {
/// A question that has no answer in a sound ledger, and the sentence for each row it has.
struct Check
{
    const char *sql;
    const char *sentence; ///< %1, %2 ... are the row's columns
};

// `summed` is what the entries say. Both directions: a row that is missing, and one too many. The
// floor division keeps times before 1970 in their slot.
constexpr Check Checks[] = {
    {R"(WITH granularity (seconds) AS (VALUES (60), (3600), (86400)),
        summed AS (
            SELECT seconds AS granularity,
                   (admitted_at / (seconds * 1000000)
                       - (admitted_at % (seconds * 1000000) < 0)) * seconds AS slot,
                   attribution, count(*) AS calls, sum(cost) AS cost, sum(input) AS input,
                   sum(cached_input) AS cached_input, sum(cache_write) AS cache_write,
                   sum(output) AS output, sum(reasoning) AS reasoning,
                   max(cost) AS largest, sum(total) AS latency
            FROM settlement, granularity GROUP BY 1, 2, 3),
        different AS (
            SELECT granularity, slot, attribution FROM (
                SELECT * FROM summed EXCEPT SELECT * FROM rollup)
            UNION
            SELECT granularity, slot, attribution FROM (
                SELECT * FROM rollup EXCEPT SELECT * FROM summed))
        SELECT granularity, datetime(slot, 'unixepoch'), CAST(name.text AS TEXT),
               ifnull(rollup.cost, 0), ifnull(summed.cost, 0),
               ifnull(rollup.calls, 0), ifnull(summed.calls, 0)
        FROM different
            LEFT JOIN rollup USING (granularity, slot, attribution)
            LEFT JOIN summed USING (granularity, slot, attribution)
            LEFT JOIN attribution ON attribution.id = different.attribution
            LEFT JOIN name ON name.id = attribution.tenant)",
     "The roll-up of %1 seconds from %2 UTC for tenant '%3' says %4 nano-dollars in %6 calls, its "
     "entries say %5 in %7."},
    {R"(WITH summed AS (
            SELECT json_extract(value, '$[1]') AS slot, json_extract(value, '$[0]') AS bucket,
                   sum(json_extract(value, '$[2]')) AS amount
            FROM settlement, json_each(CAST(deltas AS TEXT)) GROUP BY 1, 2),
        stored AS (
            SELECT slot, bucket, amount - opening AS amount FROM bucket_total),
        either AS (SELECT slot, bucket FROM summed UNION SELECT slot, bucket FROM stored)
        SELECT CAST(name.text AS TEXT), slot, ifnull(stored.amount, 0), ifnull(summed.amount, 0)
        FROM either LEFT JOIN stored USING (slot, bucket) LEFT JOIN summed USING (slot, bucket)
            LEFT JOIN name ON name.id = bucket
        WHERE ifnull(stored.amount, 0) <> ifnull(summed.amount, 0))",
     "The stored total of bucket '%1' (slot %2) has %3 from settlements, the entries say %4."},
    {R"(SELECT printf('%016x%016x', id_high, id_low), attempt
        FROM hold
            LEFT JOIN open_hold AS o USING (id_high, id_low, attempt)
            LEFT JOIN settlement AS s USING (id_high, id_low, attempt)
            LEFT JOIN released AS r USING (id_high, id_low, attempt)
        WHERE (o.attempt IS NULL) = (s.attempt IS NULL AND r.attempt IS NULL))",
     "The hold of request %1, attempt %2, should be either open or ended, and is not."},
    {R"(SELECT printf('%016x%016x', id_high, id_low), attempt
        FROM open_hold LEFT JOIN hold USING (id_high, id_low, attempt)
        WHERE hold.admitted_at IS NULL)",
     "Request %1, attempt %2, is listed as open but has no hold."},
};
constexpr int MostColumns = 7;

bool run(Connection &connection, const Check &check, std::vector<QString> &sentences)
{
    Statement rows(connection, QString::fromLatin1(check.sql));
    if (!rows.run()) {
        return false;
    }
    while (rows.next()) {
        QString sentence = QString::fromLatin1(check.sentence);
        for (int column = 0; column < MostColumns; ++column) {
            sentence.replace(u"%%1"_s.arg(column + 1), rows.text(column));
        }
        sentences.push_back(sentence);
    }
    return rows.sawAll();
}
} // namespace

Result<std::vector<QString>> Ledger::verify()
{
    std::vector<QString> sentences;
    for (const Check &check : Checks) {
        if (!run(*d->connection, check, sentences)) {
            return d->connection->error();
        }
    }
    return sentences;
}

} // namespace core
