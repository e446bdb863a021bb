// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/schemakeys.h"

namespace core::schema {
using namespace Qt::StringLiterals;

// json: the facts. The key itself is nowhere; hash is SHA-256 of it.
QList<QString> keysStep()
{
    return {u"CREATE TABLE virtual_key (position INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, "
            "hash BLOB NOT NULL UNIQUE, json TEXT NOT NULL, last_used_at INTEGER NOT NULL) "
            "STRICT"_s};
}

} // namespace core::schema
