// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/verification.h"

#include "core/ledger/chain.h"

namespace core::verification {
using namespace Qt::StringLiterals;

namespace {
/// A question that has no answer in a sound ledger, and the sentence for each row it has.
struct Check
{
    const char *sql;
    const char *sentence; ///< %1, %2 ... are the row's columns
};

// `summed` is what the entries say. Both directions: a row that is missing, and one too many. The
// floor division keeps times before 1970 in their slot. A correction is no call of its own.
// Days of which entries were pruned are compared as a whole, and their hours with the day.
constexpr Check Checks[] = {
    {R"(WITH granularity (seconds) AS (VALUES (60), (3600), (86400)),
        entry AS (
            SELECT admitted_at, attribution, 1 AS calls, cost, input, cached_input, cache_write,
                   output, reasoning, cost AS largest, total AS latency, ending <> 0 AS failed
            FROM settlement
            UNION ALL
            SELECT admitted_at, attribution, 0, more_cost, more_input, more_cached_input,
                   more_cache_write, more_output, more_reasoning, 0, 0, 0
            FROM correction),
        every AS (
            SELECT seconds AS granularity,
                   (admitted_at / (seconds * 1000000)
                       - (admitted_at % (seconds * 1000000) < 0)) * seconds AS slot,
                   attribution, sum(calls) AS calls, sum(cost) AS cost, sum(input) AS input,
                   sum(cached_input) AS cached_input, sum(cache_write) AS cache_write,
                   sum(output) AS output, sum(reasoning) AS reasoning,
                   max(largest) AS largest, sum(latency) AS latency,
                   sum(failed) AS failed
            FROM entry, granularity GROUP BY 1, 2, 3),
        whole AS (SELECT * FROM rollup WHERE granularity <> 900),
        summed AS (SELECT * FROM every WHERE %CHECKED%),
        stored AS (SELECT * FROM whole WHERE %CHECKED%),
        different AS (
            SELECT granularity, slot, attribution FROM (
                SELECT * FROM summed EXCEPT SELECT * FROM stored)
            UNION
            SELECT granularity, slot, attribution FROM (
                SELECT * FROM stored EXCEPT SELECT * FROM summed))
        SELECT granularity, datetime(slot, 'unixepoch'), CAST(name.text AS TEXT),
               ifnull(stored.cost, 0), ifnull(summed.cost, 0),
               ifnull(stored.calls, 0), ifnull(summed.calls, 0)
        FROM different
            LEFT JOIN stored USING (granularity, slot, attribution)
            LEFT JOIN summed USING (granularity, slot, attribution)
            LEFT JOIN attribution ON attribution.id = different.attribution
            LEFT JOIN name ON name.id = attribution.tenant)",
     "The roll-up of %1 seconds from %2 UTC for tenant '%3' says %4 nano-dollars in %6 calls, its "
     "entries say %5 in %7."},
    {R"(WITH entry AS (
            SELECT admitted_at / 1000000 AS second, 1 AS calls, cost, input, cached_input,
                   cache_write, output, reasoning FROM settlement
            UNION ALL
            SELECT admitted_at / 1000000, 0, more_cost, more_input, more_cached_input,
                   more_cache_write, more_output, more_reasoning FROM correction
            UNION ALL
            SELECT * FROM pruned),
        summed AS (
            SELECT (second / 86400 - (second % 86400 < 0)) * 86400 AS day, sum(calls) AS calls,
                   sum(cost) AS cost, sum(input) AS input, sum(cached_input) AS cached_input,
                   sum(cache_write) AS cache_write, sum(output) AS output,
                   sum(reasoning) AS reasoning
            FROM entry GROUP BY 1),
        stored AS (
            SELECT slot AS day, sum(calls) AS calls, sum(cost) AS cost, sum(input) AS input,
                   sum(cached_input) AS cached_input, sum(cache_write) AS cache_write,
                   sum(output) AS output, sum(reasoning) AS reasoning
            FROM rollup WHERE granularity = 86400 GROUP BY 1)
        SELECT date(day, 'unixepoch'), ifnull(stored.cost, 0), ifnull(stored.calls, 0),
               summed.cost, summed.calls
        FROM summed LEFT JOIN stored USING (day)
        WHERE day IN (SELECT day FROM pruned) AND
            (summed.calls, summed.cost, summed.input, summed.cached_input, summed.cache_write,
             summed.output, summed.reasoning) IS NOT
            (stored.calls, stored.cost, stored.input, stored.cached_input, stored.cache_write,
             stored.output, stored.reasoning))",
     "The roll-up of %1 UTC says %2 nano-dollars in %3 calls; its entries, with those that were "
     "pruned, say %4 in %5."},
    {R"(WITH hours AS (
            SELECT (slot / 86400 - (slot % 86400 < 0)) * 86400 AS slot, attribution,
                   sum(calls) AS calls, sum(cost) AS cost, sum(input + cached_input + cache_write
                   + output) AS tokens
            FROM rollup WHERE granularity = 3600 GROUP BY 1, 2),
        days AS (
            SELECT slot, attribution, calls, cost, input + cached_input + cache_write + output
            FROM rollup WHERE granularity = 86400)
        SELECT DISTINCT date(slot, 'unixepoch') FROM (
            SELECT * FROM (SELECT * FROM hours EXCEPT SELECT * FROM days)
            UNION ALL SELECT * FROM (SELECT * FROM days EXCEPT SELECT * FROM hours))
        WHERE slot IN (SELECT day FROM pruned))",
     "The roll-ups of the hours of %1 UTC do not add up to that day."},
    {R"(WITH fine AS (
            SELECT (slot / 3600 - (slot % 3600 < 0)) * 3600 AS slot, attribution,
                   sum(calls) AS calls, sum(cost) AS cost, sum(input + cached_input + cache_write
                   + output) AS tokens
            FROM rollup WHERE granularity IN (60, 900) GROUP BY 1, 2),
        hours AS (
            SELECT slot, attribution, calls, cost, input + cached_input + cache_write + output
            FROM rollup WHERE granularity = 3600)
        SELECT DISTINCT datetime(slot, 'unixepoch') FROM (
            SELECT * FROM (SELECT * FROM fine EXCEPT SELECT * FROM hours)
            UNION ALL SELECT * FROM (SELECT * FROM hours EXCEPT SELECT * FROM fine))
        WHERE slot < (SELECT minutes_from FROM watermark) OR
            (slot / 86400 - (slot % 86400 < 0)) * 86400 IN (SELECT day FROM pruned))",
     "The roll-ups of minutes and quarters from %1 UTC do not add up to that hour."},
    {R"(WITH granularity (seconds) AS (VALUES (3600), (86400)),
        summed AS (
            SELECT seconds AS granularity,
                   (admitted_at / (seconds * 1000000)
                       - (admitted_at % (seconds * 1000000) < 0)) * seconds AS slot,
                   tags, attribution, sum(calls) AS calls, sum(cost) AS cost, sum(tokens) AS tokens
            FROM (
                SELECT admitted_at, tags, attribution, 1 AS calls, cost,
                       input + cached_input + cache_write + output AS tokens FROM settlement
                UNION ALL
                SELECT correction.admitted_at, settlement.tags, correction.attribution, 0,
                       more_cost,
                       more_input + more_cached_input + more_cache_write + more_output
                FROM correction JOIN settlement USING (id_high, id_low, attempt)), granularity
            WHERE tags <> 0 GROUP BY 1, 2, 3, 4),
        different AS (
            SELECT granularity, slot FROM (SELECT * FROM summed EXCEPT SELECT * FROM tag_rollup)
            UNION
            SELECT granularity, slot FROM (SELECT * FROM tag_rollup EXCEPT SELECT * FROM summed))
        SELECT granularity, datetime(slot, 'unixepoch') FROM different
        WHERE (slot / 86400 - (slot % 86400 < 0)) * 86400 NOT IN (SELECT day FROM pruned))",
     "The roll-up by tag of %1 seconds from %2 UTC is not what its entries say."},
    {R"(WITH hours AS (
            SELECT (slot / 86400 - (slot % 86400 < 0)) * 86400 AS slot, tags, attribution,
                   sum(calls), sum(cost), sum(tokens)
            FROM tag_rollup WHERE granularity = 3600 GROUP BY 1, 2, 3),
        days AS (
            SELECT slot, tags, attribution, calls, cost, tokens
            FROM tag_rollup WHERE granularity = 86400)
        SELECT DISTINCT date(slot, 'unixepoch') FROM (
            SELECT * FROM (SELECT * FROM hours EXCEPT SELECT * FROM days)
            UNION ALL SELECT * FROM (SELECT * FROM days EXCEPT SELECT * FROM hours))
        WHERE slot IN (SELECT day FROM pruned))",
     "The roll-ups by tag of the hours of %1 UTC do not add up to that day."},
    {R"(SELECT DISTINCT granularity, datetime(slot, 'unixepoch') FROM (
            SELECT max(granularity, 900) AS granularity,
                   (slot / 900 - (slot % 900 < 0)) * 900 AS slot FROM rollup)
        WHERE (granularity, slot) NOT IN (SELECT granularity, slot FROM slot_sum))",
     "Reports do not find the roll-ups of %1 seconds from %2 UTC."},
    {R"(WITH delta AS (
            SELECT json_extract(value, '$[1]') AS slot, json_extract(value, '$[0]') AS bucket,
                   json_extract(value, '$[2]') AS amount
            FROM settlement, json_each(CAST(deltas AS TEXT))
            UNION ALL
            SELECT json_extract(value, '$[1]'), json_extract(value, '$[0]'),
                   json_extract(value, '$[2]')
            FROM correction, json_each(CAST(deltas AS TEXT))
            UNION ALL
            SELECT slot, bucket, amount FROM pruned_total),
        summed AS (SELECT slot, bucket, sum(amount) AS amount FROM delta GROUP BY 1, 2),
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
        WHERE (o.attempt IS NULL) = (s.attempt IS NULL AND r.attempt IS NULL)
            AND hold.admitted_at > (SELECT until FROM watermark))",
     "The hold of request %1, attempt %2, should be either open or ended, and is not."},
    {R"(SELECT printf('%016x%016x', id_high, id_low), attempt
        FROM open_hold LEFT JOIN hold USING (id_high, id_low, attempt)
        WHERE hold.admitted_at IS NULL)",
     "Request %1, attempt %2, is listed as open but has no hold."},
};
/// For %CHECKED%: slots of which every entry is there. Minutes that became quarters are left out.
constexpr auto Checked = R"(
    (slot / 86400 - (slot % 86400 < 0)) * 86400 NOT IN (SELECT day FROM pruned)
    AND (granularity > 60 OR slot >= (SELECT minutes_from FROM watermark)))"_L1;
constexpr int MostColumns = 7;

bool run(Connection &connection, const Check &check, std::vector<QString> &sentences)
{
    Statement rows(connection, QString::fromLatin1(check.sql).replace("%CHECKED%"_L1, Checked));
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

Result<std::vector<QString>> differences(Connection &connection)
{
    std::vector<QString> sentences;
    for (const Check &check : Checks) {
        if (!run(connection, check, sentences)) {
            return connection.error();
        }
    }
    if (!checkPacked(connection, sentences) ||
        !checkChain(connection, Chain::OfEntries, sentences) ||
        !checkChain(connection, Chain::OfNames, sentences)) {
        return connection.error();
    }
    return sentences;
}

} // namespace core::verification
