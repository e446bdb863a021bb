// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/schemapacked.h"

namespace core::schema {

namespace {
constexpr const char *Statements[] = {
    // sums: of all attributions, packed; NULL until that is done.
    R"(CREATE TABLE slot_sum (
        granularity INTEGER NOT NULL, slot INTEGER NOT NULL, sums BLOB,
        PRIMARY KEY (granularity, slot)) STRICT, WITHOUT ROWID)",
    "CREATE INDEX slot_sum_due ON slot_sum (slot, granularity) WHERE sums IS NULL",
    R"(INSERT INTO slot_sum
        SELECT DISTINCT max(granularity, 900), (slot / 900 - (slot % 900 < 0)) * 900, NULL
        FROM rollup)",
    // The list of calls by time needs the first four columns; latencies are read from the index.
    "DROP INDEX settlement_by_admission",
    "CREATE INDEX settlement_by_admission ON settlement "
    "(admitted_at, id_high, id_low, attempt, attribution, total)",
    // Minutes are packed as quarters of an hour, others begin at one; nothing is stale for a
    // moment.
    // Most roll-ups that change are there already, and an UPDATE that finds nothing costs least.
    R"(CREATE TRIGGER slot_sum_after_INSERT AFTER INSERT ON rollup BEGIN
        INSERT INTO slot_sum VALUES (max(NEW.granularity, 900),
                                     (NEW.slot / 900 - (NEW.slot % 900 < 0)) * 900, NULL)
        ON CONFLICT DO UPDATE SET sums = NULL WHERE sums IS NOT NULL; END)",
    R"(CREATE TRIGGER slot_sum_after_UPDATE AFTER UPDATE ON rollup BEGIN
        UPDATE slot_sum SET sums = NULL
        WHERE granularity = max(NEW.granularity, 900)
            AND slot = (NEW.slot / 900 - (NEW.slot % 900 < 0)) * 900
            AND sums IS NOT NULL; END)",
};
} // namespace

QList<QString> packedStep()
{
    QList<QString> list;
    for (const char *statement : Statements) {
        list.append(QString::fromLatin1(statement));
    }
    return list;
}

} // namespace core::schema
