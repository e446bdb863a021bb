// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/schemareports.h"

namespace core::schema {

namespace {
// The indexes on what became of a call are partial: a plain call that was allowed and completed,
// which is nearly all of them, pays for none.
constexpr const char *Statements[] = {
    "ALTER TABLE rollup ADD COLUMN largest INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE rollup ADD COLUMN latency INTEGER NOT NULL DEFAULT 0",
    "CREATE INDEX settlement_by_attribution ON settlement (attribution, admitted_at)",
    "CREATE INDEX settlement_by_ending ON settlement (ending, admitted_at) WHERE ending <> 0",
    "CREATE INDEX hold_by_decision ON hold (decision, admitted_at) WHERE decision <> 0",
    "CREATE INDEX refusal_by_attribution ON refusal (attribution, at, decision)",
    "CREATE INDEX refusal_by_id ON refusal (id_high, id_low)",
    // As Rollups would have kept them; a slot's entries are found by the index made above.
    R"(UPDATE rollup SET (largest, latency) = (
        SELECT max(cost), sum(total) FROM settlement
        WHERE settlement.attribution = rollup.attribution
            AND admitted_at >= slot * 1000000 AND admitted_at < (slot + granularity) * 1000000))",
    // When a released call was admitted; a trigger, because an upstream that is down releases
    // whatever it is sent, and only then is there anything to write.
    R"(CREATE TABLE release_time (
        admitted_at INTEGER NOT NULL,
        id_high INTEGER NOT NULL, id_low INTEGER NOT NULL, attempt INTEGER NOT NULL,
        PRIMARY KEY (admitted_at, id_high, id_low, attempt)) STRICT, WITHOUT ROWID)",
    R"(INSERT INTO release_time SELECT admitted_at, id_high, id_low, attempt
        FROM released JOIN hold USING (id_high, id_low, attempt))",
    R"(CREATE TRIGGER released_at AFTER INSERT ON released BEGIN
        INSERT INTO release_time SELECT admitted_at, id_high, id_low, attempt FROM hold
        WHERE (id_high, id_low, attempt) = (NEW.id_high, NEW.id_low, NEW.attempt); END)",
};
} // namespace

QList<QString> reportsStep()
{
    QList<QString> list;
    for (const char *statement : Statements) {
        list.append(QString::fromLatin1(statement));
    }
    return list;
}

} // namespace core::schema
