// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QByteArray>
#include <QString>
#include <QtEndian>

#include <array>
#include <optional>
#include <span>
#include <type_traits>

namespace core {

class Statement;

/// Tables whose rows are never changed, and are therefore chained. The value stands in the chain.
enum class EntryKind : quint8 {
    Name = 1,
    Attribution,
    Hold,
    Settlement,
    Release,
    Refusal,
    Correction,
    Finding,
};

/// How a row of such a table is read. The first columns are its key.
struct EntryTable
{
    EntryKind kind;
    const char *table;
    const char *columns;
    /// Per column: i integer, b bytes, o bytes or NULL, which stands last and counts for nothing:
    /// a column that came later leaves the digests of older rows as they are.
    QByteArrayView types;
    int keys = 3; ///< how many columns are the key; all are integers

    [[nodiscard]] qsizetype keyBytes() const { return qsizetype{8} * keys; }
    [[nodiscard]] QString selectAll() const;
    [[nodiscard]] QString selectOne() const; ///< by its key
    [[nodiscard]] QString byKey() const;     ///< "WHERE id_high = ? AND ..."
    /// The row that stands in the statement, as Chain::add() was given it.
    [[nodiscard]] QByteArray contentOf(const Statement &row) const;
};
[[nodiscard]] std::span<const EntryTable> entryTables();
[[nodiscard]] const EntryTable *entryTable(EntryKind kind); ///< null: no such kind
[[nodiscard]] bool isName(EntryKind kind);                  ///< is kept for good

/// A row as bytes that differ whenever a value does: integers in eight bytes, the rest with its
/// length before it.
class EntryContent
{
public:
    EntryContent() { m_bytes.reserve(256); } // most rows, in one allocation

    template <class Value>
    void append(const Value &value)
    {
        if constexpr (std::is_same_v<Value, QByteArray>) {
            appendInteger(value.size());
            m_bytes.append(value);
        } else if constexpr (std::is_same_v<Value, Time>) {
            appendInteger(value.time_since_epoch().count());
        } else if constexpr (std::is_same_v<Value, Duration>) {
            appendInteger(value.count());
        } else if constexpr (std::is_same_v<Value, std::optional<QByteArray>>) {
            if (value) {
                append(*value);
            }
        } else {
            appendInteger(static_cast<qint64>(value));
        }
    }
    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }

private:
    void appendInteger(qint64 value)
    {
        const qint64 big = qToBigEndian(value);
        m_bytes.append(reinterpret_cast<const char *>(&big), sizeof big);
    }

    QByteArray m_bytes;
};

} // namespace core
