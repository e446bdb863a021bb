// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/connection.h"
#include "core/ledger/entrykinds.h"

#include <vector>

namespace core {

/// What one batch added, as a link of the chain: which rows, a digest of each, and a hash over
/// that and the link before. Whoever changes, adds or removes a row, or a link, breaks the chain
/// from there on. (It shows accidents and clumsy hands; who rewrites every link is not seen.)
struct ChainLink
{
    qint64 number = 0;
    Time at{};       ///< the newest time in its rows
    QByteArray hash; ///< of the link before, `number`, `at` and `list`
    QByteArray list; ///< kind, key and digest of each row, one after the other

    static constexpr qsizetype DigestBytes = 8;

    struct Row
    {
        const EntryTable *table = nullptr;
        std::array<qint64, 3> key{};
        QByteArray digest;
    };
    /// What the list says; stops at what it cannot read, and then says so with a null table.
    [[nodiscard]] std::vector<Row> rows() const;
    [[nodiscard]] QByteArray hashAfter(const QByteArray &former) const;
    [[nodiscard]] static QByteArray digestOf(const QByteArray &content);
};

/// Reads the links of a chain, oldest first.
class ChainReader
{
public:
    ChainReader(Connection &connection, QLatin1StringView table);

    /// False at the end and after an error: then the connection knows why, and !sawAll().
    [[nodiscard]] bool next(ChainLink &link);
    [[nodiscard]] bool sawAll() const { return m_links.sawAll(); }
    void finish() { m_links.finish(); }
    [[nodiscard]] const Connection &connection() const { return m_connection; }

private:
    Connection &m_connection;
    Statement m_links;
    bool m_isRunning = false;
};

/// Writes links. Names and attributions, which are kept for good, have a chain of their own.
///
/// Failure: false, and the connection knows why; the caller rolls back and clears.
class Chain
{
public:
    static constexpr auto OfEntries = QLatin1StringView("chain");
    static constexpr auto OfNames = QLatin1StringView("name_chain");

    Chain(Connection &connection, QLatin1StringView table);

    /// A row that was just inserted: its columns as the EntryTable has them.
    template <class... Values>
    void add(EntryKind kind, Time at, const Values &...values)
    {
        EntryContent content;
        (content.append(values), ...);
        addContent(*entryTable(kind), at, content.bytes());
    }
    void addContent(const EntryTable &table, Time at, const QByteArray &content);

    [[nodiscard]] bool append(); ///< writes what was gathered as one link
    void clear();                ///< also after a rollback: forgets what it knew of the last link

    /// Chains rows that were written before there was a chain. Only when it is empty.
    [[nodiscard]] bool adopt();

private:
    [[nodiscard]] bool readLast();
    [[nodiscard]] bool adopt(const EntryTable &table);

    Connection &m_connection;
    QLatin1StringView m_table;
    Statement m_last;
    Statement m_insert;
    bool m_isKnown = false; ///< m_link is the last one written
    ChainLink m_link;
    QByteArray m_list; ///< of the link to come
    Time m_at{};
};

} // namespace core
