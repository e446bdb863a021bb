// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/schemaaudit.h"

namespace core::schema {

namespace {
// An alert is told once in each window; a rolling one has another beginning each time. Of older
// rows the window is not known: the largest time keeps them for good.
constexpr const char *Alerts[] = {
    R"(CREATE TABLE alert_by_window (
        position INTEGER PRIMARY KEY, bucket INTEGER NOT NULL REFERENCES name,
        mark INTEGER NOT NULL, "limit" INTEGER NOT NULL, at INTEGER NOT NULL,
        budget BLOB NOT NULL, label BLOB NOT NULL, settled INTEGER NOT NULL, hard INTEGER NOT NULL,
        window_begins INTEGER NOT NULL, window_ends INTEGER NOT NULL,
        UNIQUE (bucket, mark, "limit", window_begins)) STRICT)",
    "INSERT INTO alert_by_window SELECT *, 0, 9223372036854775807 FROM alert",
    "DROP TABLE alert",
    "ALTER TABLE alert_by_window RENAME TO alert",
};
} // namespace

QList<QString> auditStep()
{
    QList<QString> list;
    for (const char *statement : Alerts) {
        list.append(QString::fromLatin1(statement));
    }
    return list;
}

} // namespace core::schema
