// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/schematelemetry.h"

namespace core::schema {
using namespace Qt::StringLiterals;

QList<QString> telemetryStep()
{
    return {
        // AUTOINCREMENT: a position is never given twice, also after all rows were sent and
        // deleted, because the cursors count by it. ends_at: bytes of all payloads up to this one
        // since the table was made, so that the size of any stretch is a difference.
        u"CREATE TABLE outbox (position INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, "
        u"ends_at INTEGER NOT NULL, payload BLOB NOT NULL) STRICT"_s,
        // position: the last one that this destination is done with.
        u"CREATE TABLE outbox_cursor (destination BLOB PRIMARY KEY NOT NULL, "
        u"position INTEGER NOT NULL, sent INTEGER NOT NULL DEFAULT 0, "
        u"rejected INTEGER NOT NULL DEFAULT 0, dropped INTEGER NOT NULL DEFAULT 0, "
        u"acknowledged_at INTEGER NOT NULL DEFAULT 0) STRICT, WITHOUT ROWID"_s,
    };
}

} // namespace core::schema
