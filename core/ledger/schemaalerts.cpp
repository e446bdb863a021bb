// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/schemaalerts.h"

namespace core::schema {
using namespace Qt::StringLiterals;

QList<QString> alertsStep()
{
    return {
        u"CREATE INDEX alert_by_budget ON alert (budget, position)"_s,
        u"CREATE TABLE alert_acknowledged (alert INTEGER PRIMARY KEY REFERENCES alert "
        u"ON DELETE CASCADE, at INTEGER NOT NULL) STRICT"_s,
        // position: done with every alert up to there. The receiver "owner" has acknowledged them.
        u"CREATE TABLE alert_cursor (receiver BLOB PRIMARY KEY NOT NULL, "
        u"position INTEGER NOT NULL, sent INTEGER NOT NULL DEFAULT 0, "
        u"passed_over INTEGER NOT NULL DEFAULT 0, at INTEGER NOT NULL DEFAULT 0) "
        u"STRICT, WITHOUT ROWID"_s,
    };
}

} // namespace core::schema
