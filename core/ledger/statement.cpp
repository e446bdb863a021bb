// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/connection.h"

#include <sqlite3.h>

namespace core {

Statement::Statement(Connection &connection, QAnyStringView sql)
    : m_connection(connection)
    , m_sql(sql.toString().toUtf8())
{}

Statement::~Statement()
{
    sqlite3_finalize(m_statement);
}

bool Statement::ready()
{
    if (m_statement != nullptr) {
        sqlite3_reset(m_statement);
        return true;
    }
    const int code = sqlite3_prepare_v3(m_connection.m_database,
                                        m_sql.constData(),
                                        static_cast<int>(m_sql.size()),
                                        SQLITE_PREPARE_PERSISTENT,
                                        &m_statement,
                                        nullptr);
    if (code != SQLITE_OK) {
        m_connection.keepError();
        return false;
    }
    return true;
}

bool Statement::execute()
{
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW) {
        m_state = State::AtFirst;
        return true;
    }
    m_state = code == SQLITE_DONE ? State::AtEnd : State::Failed;
    if (m_state == State::Failed) {
        m_connection.keepError();
    }
    sqlite3_reset(m_statement);
    return m_state == State::AtEnd;
}

bool Statement::next()
{
    if (m_state == State::AtFirst) {
        m_state = State::AtRow;
        return true;
    }
    // At the end SQLite would start again from the first row.
    return m_state == State::AtRow && execute() && m_state == State::AtFirst && next();
}

void Statement::finish()
{
    sqlite3_reset(m_statement);
    m_state = State::Idle;
}

void Statement::bindInteger(int position, qint64 value)
{
    sqlite3_bind_int64(m_statement, position, value);
}

// Copied, because a SELECT goes on reading after its arguments are gone. Empty is not NULL.
void Statement::bindBytes(int position, const QByteArray &value)
{
    sqlite3_bind_blob64(m_statement,
                        position,
                        value.isNull() ? "" : value.constData(),
                        static_cast<sqlite3_uint64>(value.size()),
                        SQLITE_TRANSIENT);
}

void Statement::bindText(int position, const QByteArray &value)
{
    sqlite3_bind_text64(m_statement,
                        position,
                        value.isNull() ? "" : value.constData(),
                        static_cast<sqlite3_uint64>(value.size()),
                        SQLITE_TRANSIENT,
                        SQLITE_UTF8);
}

void Statement::bindNothing(int position)
{
    sqlite3_bind_null(m_statement, position);
}

qint64 Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

QByteArray Statement::bytes(int column) const
{
    // In this order: the second call may not convert what the first returned.
    const auto *data = static_cast<const char *>(sqlite3_column_blob(m_statement, column));
    return {data, sqlite3_column_bytes(m_statement, column)};
}

std::optional<QByteArray> Statement::givenBytes(int column) const
{
    const bool isGiven = sqlite3_column_type(m_statement, column) != SQLITE_NULL;
    return isGiven ? std::optional(bytes(column)) : std::nullopt;
}

QString Statement::text(int column) const
{
    const auto *data = reinterpret_cast<const char *>(sqlite3_column_text(m_statement, column));
    return QString::fromUtf8(data, sqlite3_column_bytes(m_statement, column));
}

RequestId Statement::requestId(int firstColumn) const
{
    return {static_cast<quint64>(integer(firstColumn)),
            static_cast<quint64>(integer(firstColumn + 1))};
}

bool Statement::changedSomething() const
{
    return sqlite3_changes(m_connection.m_database) > 0;
}

qint64 Statement::insertedId() const
{
    return sqlite3_last_insert_rowid(m_connection.m_database);
}

} // namespace core
