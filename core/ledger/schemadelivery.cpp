// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/schemadelivery.h"

namespace core::schema {
using namespace Qt::StringLiterals;

QList<QString> deliveryStep()
{
    QList<QString> list{
        // Of what waits, as its payload says; calls: 1, or 0 for a refusal.
        u"ALTER TABLE outbox ADD COLUMN cost INTEGER NOT NULL DEFAULT 0"_s,
        u"ALTER TABLE outbox ADD COLUMN calls INTEGER NOT NULL DEFAULT 0"_s,
        u"UPDATE outbox SET cost = coalesce(json_extract(CAST(payload AS TEXT), '$.cost'), 0), "
        u"calls = json_extract(CAST(payload AS TEXT), '$.kind') = 0"_s,
    };
    // since: what the ledger had when the destination was added; then since + told + rejected +
    // dropped + what waits is what the ledger has.
    for (const QString &sum : {u"since"_s, u"told"_s, u"rejected"_s, u"dropped"_s}) {
        for (const QString &unit : {u"cost"_s, u"calls"_s}) {
            list.append(
                u"ALTER TABLE outbox_cursor ADD COLUMN %1_%2 INTEGER NOT NULL DEFAULT 0"_s.arg(
                    sum, unit));
        }
    }
    list.append(
        u"UPDATE outbox_cursor SET since_cost = "
        u"(SELECT coalesce(sum(cost), 0) FROM rollup WHERE granularity = 86400) - "
        u"(SELECT coalesce(sum(cost), 0) FROM outbox WHERE position > outbox_cursor.position), "
        u"since_calls = "
        u"(SELECT coalesce(sum(calls), 0) FROM rollup WHERE granularity = 86400) - "
        u"(SELECT coalesce(sum(calls), 0) FROM outbox WHERE position > outbox_cursor.position)"_s);
    list.append(u"CREATE TABLE outbox_content (destination BLOB NOT NULL, "
                u"position INTEGER NOT NULL, content BLOB NOT NULL, "
                u"PRIMARY KEY (destination, position)) STRICT, WITHOUT ROWID"_s);
    return list;
}

} // namespace core::schema
