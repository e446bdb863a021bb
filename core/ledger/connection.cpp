// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/connection.h"

#include "core/ledger/ledger.h"

#include <QFile>
#include <QSqlError>

#include <atomic>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace core {
using namespace Qt::StringLiterals;

namespace {
/// Nobody else writes (the lock file sees to that); a person's sqlite3 shell may for a moment.
constexpr int BusyMilliseconds = 2'000;
/// Pages of 4 KiB in the WAL before they are moved into the database: 16 MiB, so that the two
/// fsyncs of a checkpoint are shared by some ten thousand calls.
constexpr int CheckpointPages = 4'000;
/// What the WAL may keep on disk after a burst.
constexpr int WalBytesKept = 64 * 1024 * 1024;
/// Page cache: the right edges of all indexes and the roll-ups of some days, with room to spare.
constexpr int CacheKibibytes = 16 * 1024;

/// SQLite's primary result codes (sqlite.org/rescode.html); Qt reports them, extended, as text.
enum class Code {
    Busy = 5,
    Locked = 6,
    ReadOnly = 8,
    Io = 10,
    Corrupt = 11,
    Full = 13,
    CannotOpen = 14,
    NotADatabase = 26
};

Error damaged(const QString &path, const QString &detail)
{
    return {ErrorCode::Internal,
            u"The ledger %1 is damaged: %2."_s.arg(path, detail),
            u"Nothing was changed. Put a backup in its place, or move the file away to start a "
            u"new ledger."_s};
}

Error described(const QString &path, const QSqlError &error)
{
    const auto code = static_cast<Code>(error.nativeErrorCode().toInt() & 0xff);
    const QString detail = error.databaseText().isEmpty() ? error.text() : error.databaseText();
    switch (code) {
    case Code::Corrupt:
    case Code::NotADatabase:
        return damaged(path, detail);
    case Code::Full:
    case Code::Io:
        return {ErrorCode::Unavailable,
                u"The ledger %1 cannot be written: %2."_s.arg(path, detail),
                u"Free space on that disk; Capstan tries again by itself."_s};
    case Code::ReadOnly:
    case Code::CannotOpen:
        return {ErrorCode::Unavailable,
                u"The ledger %1 cannot be opened for writing: %2."_s.arg(path, detail),
                u"Give this user write permission to the file and its folder."_s};
    case Code::Busy:
    case Code::Locked:
        return {ErrorCode::Unavailable,
                u"The ledger %1 is locked by another program: %2."_s.arg(path, detail),
                u"Close the program that has the file open; ask Capstan's own commands instead."_s};
    }
    return {ErrorCode::Internal,
            u"The ledger %1 refused a statement: %2."_s.arg(path, detail),
            u"Please report this with the message."_s};
}

/// Made before SQLite sees it, because SQLite would follow the umask; its WAL copies the mode.
Outcome makeFile(const QString &path)
{
    const int file =
        ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0) {
        return Error{ErrorCode::Unavailable,
                     u"The ledger %1 cannot be opened: %2."_s.arg(
                         path, QString::fromLocal8Bit(std::strerror(errno))),
                     u"Give this user write permission to the file and its folder."_s};
    }
    ::fchmod(file, 0600);
    ::close(file);
    return Done{};
}
} // namespace

Connection::Connection(QString path, QString name)
    : m_path(std::move(path))
    , m_name(std::move(name))
    , m_database(QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name))
{}

Connection::~Connection()
{
    m_begin.reset();
    m_commit.reset();
    m_rollback.reset();
    m_database.close();
    m_database = {};
    QSqlDatabase::removeDatabase(m_name);
}

Result<std::unique_ptr<Connection>> Connection::open(const QString &path)
{
    if (const Outcome made = makeFile(path); !made) {
        return made.error();
    }
    static std::atomic<int> count = 0;
    const QString name = u"capstan-ledger-%1"_s.arg(++count);
    std::unique_ptr<Connection> connection(new Connection(path, name));
    connection->m_database.setDatabaseName(path);
    connection->m_database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=%1"_s.arg(BusyMilliseconds));
    if (!connection->m_database.open()) {
        return described(path, connection->m_database.lastError());
    }
    return connection;
}

bool Connection::configure(Durability durability)
{
    const bool full = durability == Durability::Power;
    return execute(u"PRAGMA journal_mode = WAL"_s) &&
           execute(full ? u"PRAGMA synchronous = FULL"_s : u"PRAGMA synchronous = NORMAL"_s) &&
           execute(u"PRAGMA foreign_keys = ON"_s) &&
           execute(u"PRAGMA wal_autocheckpoint = %1"_s.arg(CheckpointPages)) &&
           execute(u"PRAGMA journal_size_limit = %1"_s.arg(WalBytesKept)) &&
           execute(u"PRAGMA cache_size = -%1"_s.arg(CacheKibibytes)) &&
           execute(u"PRAGMA temp_store = MEMORY"_s);
}

bool Connection::execute(const QString &sql)
{
    QSqlQuery query(m_database);
    if (!query.exec(sql)) {
        fail(query.lastError());
        return false;
    }
    return true;
}

Result<qint64> Connection::integer(const QString &sql)
{
    QSqlQuery query(m_database);
    if (!query.exec(sql)) {
        fail(query.lastError());
        return m_error;
    }
    return query.next() ? query.value(0).toLongLong() : 0;
}

void Connection::fail(const QSqlError &error)
{
    m_error = described(m_path, error);
}

namespace {
bool runKept(std::unique_ptr<QSqlQuery> &query, const QSqlDatabase &database, const QString &sql)
{
    if (!query) {
        query = std::make_unique<QSqlQuery>(database);
        if (!query->prepare(sql)) {
            return false;
        }
    }
    return query->exec();
}
} // namespace

bool Connection::begin()
{
    // IMMEDIATE: a lock that another program holds is met here, before anything was done.
    if (!runKept(m_begin, m_database, u"BEGIN IMMEDIATE"_s)) {
        fail(m_begin->lastError());
        return false;
    }
    return true;
}

bool Connection::commit()
{
    if (!runKept(m_commit, m_database, u"COMMIT"_s)) {
        fail(m_commit->lastError());
        return false;
    }
    return true;
}

void Connection::rollback()
{
    // May fail when SQLite has rolled back by itself (a full disk); the outcome is the same.
    runKept(m_rollback, m_database, u"ROLLBACK"_s);
}

Statement::Statement(Connection &connection, QString sql)
    : m_connection(connection)
    , m_sql(std::move(sql))
    , m_query(connection.database())
{
    m_query.setForwardOnly(true);
}

bool Statement::prepared()
{
    if (!m_isPrepared) {
        m_isPrepared = m_query.prepare(m_sql);
        if (!m_isPrepared) {
            m_connection.fail(m_query.lastError());
        }
    }
    return m_isPrepared;
}

bool Statement::execute()
{
    if (!m_query.exec()) {
        m_connection.fail(m_query.lastError());
        return false;
    }
    return true;
}

bool Statement::next()
{
    if (m_query.next()) {
        return true;
    }
    m_sawAll = !m_query.lastError().isValid();
    if (!m_sawAll) {
        m_connection.fail(m_query.lastError());
    }
    m_query.finish();
    return false;
}

RequestId Statement::requestId(int firstColumn) const
{
    return {static_cast<quint64>(integer(firstColumn)),
            static_cast<quint64>(integer(firstColumn + 1))};
}

} // namespace core
