// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/requestid.h"
#include "core/base/result.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

#include <memory>
#include <type_traits>

class QSqlError;

namespace core {

enum class Durability : quint8;

/// The one SQLite connection of the ledger, and what last went wrong on it. Functions answer true
/// for success; after a false, error() says why. One thread, the one that opened it.
class Connection
{
public:
    /// Unavailable when the file cannot be opened or made. Made files are for their owner only.
    [[nodiscard]] static Result<std::unique_ptr<Connection>> open(const QString &path);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    /// WAL, how often the disk is waited for, and the other settings that live in the connection.
    [[nodiscard]] bool configure(Durability durability);

    [[nodiscard]] bool begin();
    [[nodiscard]] bool commit();
    void rollback();

    [[nodiscard]] bool execute(const QString &sql); ///< one statement, once
    /// The first column of the first row; 0 when there is none.
    [[nodiscard]] Result<qint64> integer(const QString &sql);

    void fail(const QSqlError &error); ///< keeps it; returns nothing
    [[nodiscard]] Error error() const { return m_error; }
    [[nodiscard]] const QSqlDatabase &database() const { return m_database; }
    [[nodiscard]] const QString &path() const { return m_path; }

private:
    Connection(QString path, QString name);

    QString m_path;
    QString m_name; ///< Qt's name of the connection
    QSqlDatabase m_database;
    std::unique_ptr<QSqlQuery> m_begin; ///< prepared once: they run with every batch
    std::unique_ptr<QSqlQuery> m_commit;
    std::unique_ptr<QSqlQuery> m_rollback;
    Error m_error;
};

/// A statement prepared at its first use and kept: preparing costs more than running it.
class Statement
{
public:
    Statement(Connection &connection, QString sql);

    /// Binds by position and runs. For a SELECT go on with next().
    template <class... Values>
    [[nodiscard]] bool run(const Values &...values)
    {
        if (!prepared()) {
            return false;
        }
        [[maybe_unused]] int position = 0;
        (m_query.bindValue(position++, variant(values)), ...);
        return execute();
    }

    /// False at the end, which also ends the read that would hold up the WAL, and after an error.
    [[nodiscard]] bool next();
    /// After next() said false: whether those were all rows, and not an error in the middle.
    [[nodiscard]] bool sawAll() const { return m_sawAll; }
    void finish() { m_query.finish(); } ///< when not all rows were wanted
    [[nodiscard]] qint64 integer(int column) const { return m_query.value(column).toLongLong(); }
    [[nodiscard]] QByteArray bytes(int column) const { return m_query.value(column).toByteArray(); }
    [[nodiscard]] QString text(int column) const { return m_query.value(column).toString(); }
    [[nodiscard]] Time time(int column) const { return Time(Duration(integer(column))); }
    [[nodiscard]] RequestId requestId(int firstColumn) const;
    [[nodiscard]] bool changedSomething() const { return m_query.numRowsAffected() > 0; }
    [[nodiscard]] qint64 insertedId() const { return m_query.lastInsertId().toLongLong(); }

private:
    [[nodiscard]] bool prepared();
    [[nodiscard]] bool execute();

    template <class Value>
    [[nodiscard]] static QVariant variant(const Value &value)
    {
        if constexpr (std::is_same_v<Value, QByteArray>) {
            // A null array would be bound as NULL, which no column of ours takes.
            return value.isNull() ? QVariant(QByteArray("", 0)) : QVariant(value);
        } else if constexpr (std::is_same_v<Value, QString>) {
            return value;
        } else if constexpr (std::is_same_v<Value, Time>) {
            return qint64{value.time_since_epoch().count()};
        } else if constexpr (std::is_same_v<Value, Duration>) {
            return qint64{value.count()};
        } else {
            return static_cast<qint64>(value);
        }
    }

    Connection &m_connection;
    QString m_sql;
    QSqlQuery m_query;
    bool m_isPrepared = false;
    bool m_sawAll = false;
};

} // namespace core
