// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/schemafindings.h"

namespace core::schema {

namespace {
constexpr const char *Statements[] = {
    // facts: JSON [{"policy_id", "reason"}, ...], as core/policy/policy.h writes it. An entry like
    // the others: chained, never changed, and taken by retention only
    // (core/ledger/schemaaudit.cpp).
    R"(CREATE TABLE finding (
        id_high INTEGER NOT NULL, id_low INTEGER NOT NULL, attempt INTEGER NOT NULL,
        admitted_at INTEGER NOT NULL, at INTEGER NOT NULL, facts BLOB NOT NULL,
        PRIMARY KEY (id_high, id_low, attempt)) STRICT, WITHOUT ROWID)",
    "CREATE TRIGGER finding_no_UPDATE BEFORE UPDATE ON finding BEGIN "
    "SELECT RAISE(ABORT, 'the ledger is append-only'); END",
    "CREATE TRIGGER finding_no_DELETE BEFORE DELETE ON finding WHEN NOT EXISTS "
    "(SELECT 1 FROM watermark WHERE stepping = 1 AND old.admitted_at <= until) BEGIN "
    "SELECT RAISE(ABORT, 'the ledger is append-only'); END",
};
} // namespace

QList<QString> findingsStep()
{
    QList<QString> list;
    for (const char *statement : Statements) {
        list.append(QString::fromLatin1(statement));
    }
    return list;
}

} // namespace core::schema
