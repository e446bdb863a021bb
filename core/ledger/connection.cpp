// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/connection.h"

#include "core/ledger/ledger.h"

#include <QFile>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

namespace core {
using namespace Qt::StringLiterals;

namespace {
/// Nobody else writes (the lock file sees to that); a person's sqlite3 shell may for a moment.
constexpr int BusyMilliseconds = 2'000;
/// What the WAL may keep on disk after a burst.
constexpr int WalBytesKept = 64 * 1024 * 1024;
/// Page cache: the right edges of all indexes and the roll-ups of some days, with room to spare.
constexpr int CacheKibibytes = 16 * 1024;

Error damaged(const QString &path, const QString &detail)
{
    return {ErrorCode::Internal,
            u"The ledger %1 is damaged: %2."_s.arg(path, detail),
            u"Nothing was changed. Put a backup in its place, or move the file away to start a "
            u"new ledger."_s};
}

Error described(const QString &path, int code, const QString &detail)
{
    switch (code & 0xff) { // the primary code; the rest of an extended one says where
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return damaged(path, detail);
    case SQLITE_FULL:
    case SQLITE_IOERR:
        return {ErrorCode::Unavailable,
                u"The ledger %1 cannot be written: %2."_s.arg(path, detail),
                u"Free space on that disk; Capstan tries again by itself."_s};
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
        return {ErrorCode::Unavailable,
                u"The ledger %1 cannot be opened for writing: %2."_s.arg(path, detail),
                u"Give this user write permission to the file and its folder."_s};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {ErrorCode::Unavailable,
                u"The ledger %1 is locked by another program: %2."_s.arg(path, detail),
                u"Close the program that has the file open; ask Capstan's own commands instead."_s};
    default:
        return {ErrorCode::Internal,
                u"The ledger %1 refused a statement: %2."_s.arg(path, detail),
                u"Please report this with the message."_s};
    }
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

struct Connection::Kept
{
    explicit Kept(Connection &connection)
        // IMMEDIATE: a lock that another program holds is met here, before anything was done.
        : begin(connection, u"BEGIN IMMEDIATE"_s)
        , commit(connection, u"COMMIT"_s)
        , rollback(connection, u"ROLLBACK"_s)
    {}
    Statement begin;
    Statement commit;
    Statement rollback;
};

Connection::Connection(QString path)
    : m_path(std::move(path))
    , m_kept(std::make_unique<Kept>(*this))
{}

Connection::~Connection()
{
    m_kept.reset();
    sqlite3_close(m_database);
}

Result<std::unique_ptr<Connection>> Connection::open(const QString &path)
{
    if (const Outcome made = makeFile(path); !made) {
        return made.error();
    }
    std::unique_ptr<Connection> connection(new Connection(path));
    const int code = sqlite3_open_v2(path.toUtf8().constData(),
                                     &connection->m_database,
                                     SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX,
                                     nullptr);
    if (code != SQLITE_OK) {
        return described(path, code, QString::fromUtf8(sqlite3_errstr(code)));
    }
    sqlite3_extended_result_codes(connection->m_database, 1);
    sqlite3_busy_timeout(connection->m_database, BusyMilliseconds);
    return connection;
}

bool Connection::configure(Durability durability)
{
    const bool full = durability == Durability::Power;
    watchWal();
    return execute(u"PRAGMA journal_mode = WAL"_s) &&
           execute(full ? u"PRAGMA synchronous = FULL"_s : u"PRAGMA synchronous = NORMAL"_s) &&
           execute(u"PRAGMA foreign_keys = ON"_s) &&
           execute(u"PRAGMA journal_size_limit = %1"_s.arg(WalBytesKept)) &&
           execute(u"PRAGMA cache_size = -%1"_s.arg(CacheKibibytes)) &&
           execute(u"PRAGMA temp_store = MEMORY"_s);
}

bool Connection::execute(const QString &sql)
{
    if (sqlite3_exec(m_database, sql.toUtf8().constData(), nullptr, nullptr, nullptr) !=
        SQLITE_OK) {
        keepError();
        return false;
    }
    return true;
}

Result<qint64> Connection::integer(const QString &sql)
{
    Statement statement(*this, sql);
    if (!statement.run()) {
        return m_error;
    }
    return statement.next() ? statement.integer(0) : 0;
}

void Connection::keepError()
{
    m_error = described(m_path,
                        sqlite3_extended_errcode(m_database),
                        QString::fromUtf8(sqlite3_errmsg(m_database)));
}

bool Connection::begin()
{
    return m_kept->begin.run();
}

bool Connection::commit()
{
    return m_kept->commit.run();
}

void Connection::rollback()
{
    // May fail when SQLite has rolled back by itself (a full disk); the outcome is the same.
    const Error cause = m_error;
    static_cast<void>(m_kept->rollback.run());
    m_error = cause;
}

} // namespace core
