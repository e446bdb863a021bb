// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/requestid.h"
#include "core/base/result.h"

#include <QAnyStringView>
#include <QByteArray>
#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <type_traits>

struct sqlite3;
struct sqlite3_stmt;

namespace core {

enum class Durability : quint8;

/// The one SQLite connection of the ledger, and what last went wrong on it. Functions answer true
/// for success; after a false, error() says why. One thread, the one that opened it.
///
/// SQLite's own interface, because QSqlQuery's binding took two thirds of the writer's time
/// (tests/bench/ledger.cpp); only connection.cpp, statement.cpp and checkpoint.cpp include it.
class Connection
{
public:
    /// Unavailable when the file cannot be opened or made. Made files are for their owner only.
    [[nodiscard]] static Result<std::unique_ptr<Connection>> open(const QString &path);
    /// A second connection beside the owner's, for questions: it sees what was committed when a
    /// statement begins, waits for nobody and can change nothing. NotFound when there is no file.
    [[nodiscard]] static Result<std::unique_ptr<Connection>> openToRead(const QString &path);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    /// WAL, how often the disk is waited for, and the other settings that live in the connection.
    [[nodiscard]] bool configure(Durability durability);

    [[nodiscard]] bool begin();
    [[nodiscard]] bool commit();
    void rollback();

    [[nodiscard]] bool execute(const QString &sql); ///< without parameters and rows
    /// The first column of the first row; 0 when there is none.
    [[nodiscard]] Result<qint64> integer(const QString &sql);

    /// Pages of 4 KiB in the WAL at the last commit, whether they stand in the database too or not.
    [[nodiscard]] int walPages() const { return m_walPages; }
    /// Moves what can be moved of them without waiting for anybody, and waits for the disk.
    [[nodiscard]] bool checkpoint();

    /// Asked every thousand steps of a statement, well below a millisecond: true ends it with an
    /// error. Empty: nothing ends a statement any more.
    void stopWhen(std::function<bool()> isUnwanted);

    [[nodiscard]] Error error() const { return m_error; }
    [[nodiscard]] const QString &path() const { return m_path; }

private:
    friend class Statement;
    struct Kept; ///< statements of every batch

    explicit Connection(QString path);
    void keepError(); ///< of the call that just failed
    void watchWal();  ///< keeps walPages(), and checkpoints when nobody else does

    QString m_path;
    sqlite3 *m_database = nullptr;
    int m_walPages = 0;
    std::function<bool()> m_isUnwanted;
    std::unique_ptr<Kept> m_kept;
    Error m_error;
};

/// A statement prepared at its first use and kept: preparing costs more than running it.
class Statement
{
public:
    Statement(Connection &connection, QAnyStringView sql);
    ~Statement();
    Statement(const Statement &) = delete;
    Statement &operator=(const Statement &) = delete;

    /// Binds by position and runs. For a SELECT go on with next().
    template <class... Values>
    [[nodiscard]] bool run(const Values &...values)
    {
        if (!ready()) {
            return false;
        }
        [[maybe_unused]] int position = 0;
        (bind(++position, values), ...);
        return execute();
    }

    /// The next row. False at the end, which also ends the read that would hold up the WAL, and
    /// after an error.
    [[nodiscard]] bool next();
    /// After next() said false: whether those were all rows, and not an error in the middle.
    [[nodiscard]] bool sawAll() const { return m_state == State::AtEnd; }
    void finish(); ///< when not all rows were wanted

    [[nodiscard]] qint64 integer(int column) const;
    [[nodiscard]] QByteArray bytes(int column) const;
    [[nodiscard]] std::optional<QByteArray> givenBytes(int column) const; ///< nothing: NULL
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] Time time(int column) const { return Time(Duration(integer(column))); }
    [[nodiscard]] RequestId requestId(int firstColumn) const;

    [[nodiscard]] bool changedSomething() const; ///< directly after run()
    [[nodiscard]] qint64 insertedId() const;     ///< directly after run()

private:
    enum class State : quint8 { Idle, AtFirst, AtRow, AtEnd, Failed };

    [[nodiscard]] bool ready();
    [[nodiscard]] bool execute();
    void bindInteger(int position, qint64 value);
    void bindBytes(int position, const QByteArray &value);
    void bindText(int position, const QByteArray &value);
    void bindNothing(int position); ///< NULL

    template <class Value>
    void bind(int position, const Value &value)
    {
        if constexpr (std::is_same_v<Value, QByteArray>) {
            bindBytes(position, value);
        } else if constexpr (std::is_same_v<Value, QString>) {
            bindText(position, value.toUtf8());
        } else if constexpr (std::is_same_v<Value, std::optional<QByteArray>>) {
            value ? bindBytes(position, *value) : bindNothing(position);
        } else if constexpr (std::is_same_v<Value, Time>) {
            bindInteger(position, value.time_since_epoch().count());
        } else if constexpr (std::is_same_v<Value, Duration>) {
            bindInteger(position, value.count());
        } else {
            bindInteger(position, static_cast<qint64>(value));
        }
    }

    Connection &m_connection;
    QByteArray m_sql;
    sqlite3_stmt *m_statement = nullptr;
    State m_state = State::Idle;
};

} // namespace core
