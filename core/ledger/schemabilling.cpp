// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/schemabilling.h"

namespace core::schema {

namespace {
constexpr const char *Statements[] = {
    // Calls that did not complete: they outlive the detail, which retention takes.
    "ALTER TABLE rollup ADD COLUMN failed INTEGER NOT NULL DEFAULT 0",
    R"(UPDATE rollup SET failed = found.failed FROM (
        SELECT seconds AS granularity, attribution, count(*) AS failed,
               (admitted_at / (seconds * 1000000)
                   - (admitted_at % (seconds * 1000000) < 0)) * seconds AS slot
        FROM settlement, (SELECT 60 AS seconds UNION SELECT 900 UNION SELECT 3600
                          UNION SELECT 86400)
        WHERE ending <> 0 GROUP BY seconds, slot, attribution) AS found
        WHERE (rollup.granularity, rollup.slot, rollup.attribution) =
            (found.granularity, found.slot, found.attribution))",
    // Counted by whom without looking at the holds; in the order of the list of calls as before.
    "DROP INDEX hold_by_decision",
    "CREATE INDEX hold_by_decision ON hold (decision, admitted_at, id_high, id_low, attempt, "
    "attribution) "
    "WHERE decision <> 0",
    // As rollup, for calls with tags, by all tags of a call together; hours and days only, because
    // a tag may be new with every call.
    R"(CREATE TABLE tag_rollup (
        granularity INTEGER NOT NULL, slot INTEGER NOT NULL, tags INTEGER NOT NULL REFERENCES name,
        attribution INTEGER NOT NULL REFERENCES attribution,
        calls INTEGER NOT NULL, cost INTEGER NOT NULL, tokens INTEGER NOT NULL,
        PRIMARY KEY (granularity, slot, tags, attribution)) STRICT, WITHOUT ROWID)",
    R"(INSERT INTO tag_rollup
        SELECT seconds, (admitted_at / (seconds * 1000000)
                   - (admitted_at % (seconds * 1000000) < 0)) * seconds AS slot,
               tags, attribution, count(*), sum(cost),
               sum(input + cached_input + cache_write + output)
        FROM settlement, (SELECT 3600 AS seconds UNION SELECT 86400)
        WHERE tags <> 0 GROUP BY seconds, slot, tags, attribution)",
    // A period that was closed: what was billed stays as it is, whatever is corrected later.
    // tenant: name; period and time of closing in microseconds.
    R"(CREATE TABLE invoice (
        number INTEGER PRIMARY KEY, tenant INTEGER NOT NULL REFERENCES name,
        begins INTEGER NOT NULL, ends INTEGER NOT NULL, closed_at INTEGER NOT NULL,
        content BLOB NOT NULL, UNIQUE (tenant, begins)) STRICT)",
    "CREATE TRIGGER invoice_no_UPDATE BEFORE UPDATE ON invoice BEGIN "
    "SELECT RAISE(ABORT, 'an invoice does not change'); END",
    "CREATE TRIGGER invoice_no_DELETE BEFORE DELETE ON invoice BEGIN "
    "SELECT RAISE(ABORT, 'an invoice does not change'); END",
};
} // namespace

QList<QString> billingStep()
{
    QList<QString> list;
    for (const char *statement : Statements) {
        list.append(QString::fromLatin1(statement));
    }
    return list;
}

} // namespace core::schema
