// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/chain.h"

#include <QCryptographicHash>

#include <algorithm>

namespace core {
using namespace Qt::StringLiterals;

namespace {
/// Rows of one link of what is adopted: about what a busy second writes.
constexpr qsizetype AdoptedBytes = qsizetype{64} * 33;

qint64 integerAt(const QByteArray &bytes, qsizetype position)
{
    return qFromBigEndian<qint64>(bytes.constData() + position);
}
} // namespace

QByteArray ChainLink::digestOf(const QByteArray &content)
{
    return QCryptographicHash::hash(content, QCryptographicHash::Blake2b_160).first(DigestBytes);
}

QByteArray ChainLink::hashAfter(const QByteArray &former) const
{
    EntryContent content;
    content.append(former);
    content.append(number);
    content.append(at);
    content.append(list);
    return QCryptographicHash::hash(content.bytes(), QCryptographicHash::Blake2b_256);
}

std::vector<ChainLink::Row> ChainLink::rows() const
{
    std::vector<Row> rows;
    for (qsizetype at = 0; at < list.size();) {
        Row &row = rows.emplace_back();
        const EntryTable *table = entryTable(static_cast<EntryKind>(list.at(at++)));
        if (!table || at + table->keyBytes() + DigestBytes > list.size()) {
            return rows;
        }
        row.table = table;
        for (int i = 0; i < table->keys; ++i) {
            row.key.at(static_cast<std::size_t>(i)) = integerAt(list, at);
            at += 8;
        }
        row.digest = list.mid(at, DigestBytes);
        at += DigestBytes;
    }
    return rows;
}

ChainReader::ChainReader(Connection &connection, QLatin1StringView table)
    : m_connection(connection)
    , m_links(connection, u"SELECT number, at, hash, list FROM %1 ORDER BY number"_s.arg(table))
{}

bool ChainReader::next(ChainLink &link)
{
    if (!m_isRunning && !m_links.run()) {
        return false;
    }
    m_isRunning = true;
    if (!m_links.next()) {
        return false;
    }
    link = {m_links.integer(0), m_links.time(1), m_links.bytes(2), m_links.bytes(3)};
    return true;
}

Chain::Chain(Connection &connection, QLatin1StringView table)
    : m_connection(connection)
    , m_table(table)
    // What was pruned left the number and hash of its last link.
    , m_last(
          connection,
          u"SELECT * FROM (SELECT number, at, hash FROM %1 ORDER BY number DESC LIMIT 1) "
          u"UNION ALL SELECT number, until, hash FROM watermark WHERE name = '%1' AND number > 0 LIMIT 1"_s
              .arg(table))
    , m_insert(connection,
               u"INSERT INTO %1 (number, at, hash, list) VALUES (?, ?, ?, ?)"_s.arg(table))
{}

void Chain::addContent(const EntryTable &table, Time at, const QByteArray &content)
{
    m_list.append(static_cast<char>(table.kind));
    m_list.append(content.constData(), table.keyBytes());
    m_list.append(ChainLink::digestOf(content));
    m_at = std::max(m_at, at);
}

bool Chain::readLast()
{
    m_link = {};
    if (!m_last.run()) {
        return false;
    }
    if (m_last.next()) {
        m_link = {m_last.integer(0), m_last.time(1), m_last.bytes(2), {}};
    }
    m_last.finish();
    m_isKnown = true;
    return true;
}

bool Chain::append()
{
    if (m_list.isEmpty()) {
        return true;
    }
    if (!m_isKnown && !readLast()) {
        return false;
    }
    // A batch of releases only has no time of its own.
    ChainLink link{m_link.number + 1, m_at == Time{} ? m_link.at : m_at, {}, m_list};
    link.hash = link.hashAfter(m_link.hash);
    if (!m_insert.run(link.number, link.at, link.hash, link.list)) {
        return false;
    }
    m_link = std::move(link);
    m_list.clear();
    m_at = {};
    return true;
}

void Chain::clear()
{
    m_list.clear();
    m_at = {};
    m_isKnown = false;
}

bool Chain::adopt()
{
    if (!readLast() || m_link.number > 0) {
        return m_isKnown;
    }
    const bool namesOnly = m_table == OfNames;
    return std::ranges::all_of(entryTables(), [&](const EntryTable &table) {
        return isName(table.kind) != namesOnly || adopt(table);
    });
}

bool Chain::adopt(const EntryTable &table)
{
    // Where the row's time stands; a name has none.
    const int times = isName(table.kind) || table.kind == EntryKind::Release ? -1
                      : table.kind == EntryKind::Refusal                     ? 0
                                                                             : 3;
    Statement rows(m_connection, table.selectAll());
    if (!rows.run()) {
        return false;
    }
    while (rows.next()) {
        addContent(table, times < 0 ? Time{} : rows.time(times), table.contentOf(rows));
        if (m_list.size() > AdoptedBytes && !append()) {
            return false;
        }
    }
    return rows.sawAll() && append();
}

} // namespace core
