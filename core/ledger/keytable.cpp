// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/keytable.h"

#include <QJsonDocument>

#include <algorithm>

namespace core {
using namespace Qt::StringLiterals;

KeyTable::KeyTable(Connection &connection)
    : m_connection(connection)
    , m_upsert(connection,
               u"INSERT INTO virtual_key (id, hash, json, last_used_at) VALUES (?, ?, ?, ?) "
               u"ON CONFLICT (id) DO UPDATE SET json = excluded.json"_s)
    , m_use(connection,
            u"UPDATE virtual_key SET last_used_at = max(last_used_at, ?) WHERE id = ?"_s)
{}

bool KeyTable::write(const KeyUpsert &upsert)
{
    const KeyFacts &facts = upsert.key.facts;
    const QByteArray json = QJsonDocument(facts.toJson()).toJson(QJsonDocument::Compact);
    return m_upsert.run(facts.id, upsert.key.hash, QString::fromUtf8(json), facts.lastUsedAt);
}

bool KeyTable::write(const KeyUse &use)
{
    return m_use.run(use.at, use.keyId);
}

Outcome KeyTable::read(std::vector<VirtualKey> &keys)
{
    Statement rows(m_connection,
                   u"SELECT id, hash, json, last_used_at FROM virtual_key ORDER BY position"_s);
    if (!rows.run()) {
        return m_connection.error();
    }
    while (rows.next()) {
        const QByteArray json = rows.text(2).toUtf8();
        Result<KeyFacts> facts = KeyFacts::fromJson(QJsonDocument::fromJson(json).object());
        if (!facts) {
            return Error{ErrorCode::Internal,
                         u"The ledger's key %1 cannot be read: %2"_s.arg(
                             QString::fromUtf8(rows.bytes(0)), facts.error().message),
                         u"The file is damaged; restore it from a backup."_s};
        }
        facts->lastUsedAt = std::max(facts->lastUsedAt, rows.time(3));
        keys.push_back({*std::move(facts), rows.bytes(1)});
    }
    return rows.sawAll() ? Outcome(Done{}) : Outcome(m_connection.error());
}

} // namespace core
