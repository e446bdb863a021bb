// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/connection.h"
#include "core/ledger/schema.h"

#include <QFile>

#include <sqlite3.h>

namespace core {
using namespace Qt::StringLiterals;

namespace {
/// A reader meets a lock only while the owner opens, or recovers, the file.
constexpr int BusyMilliseconds = 2'000;
/// Page cache of a reader: the roll-ups of a month.
constexpr int CacheKibibytes = 32 * 1024;
/// Pages are read through the page cache of the system: a report touches many, once.
/// As much as SQLite maps of a file (SQLITE_MAX_MMAP_SIZE): the ledger of ten million calls.
constexpr qint64 MappedBytes = 0x7fff0000;

/// Of SQLite's virtual machine, between two questions whether a statement is still wanted.
constexpr int StepsPerLook = 1'000;

Error unreadable(const QString &path, const QString &why)
{
    return {ErrorCode::Unavailable,
            u"The ledger %1 cannot be read: %2."_s.arg(path, why),
            u"Give this user permission to read the file, and to write to its folder."_s};
}

/// Tables of a version that we do not know must not be guessed at.
Outcome checkVersion(Connection &connection)
{
    const Result<qint64> version = connection.integer(u"PRAGMA user_version"_s);
    if (!version) {
        return version.error();
    }
    if (*version != schema::newestVersion()) {
        return Error{
            ErrorCode::Conflict,
            u"The ledger %1 has version %2; this Capstan reads version %3."_s.arg(connection.path())
                .arg(*version)
                .arg(schema::newestVersion()),
            u"Start Capstan once, so that it brings the ledger up to date."_s};
    }
    return Done{};
}
} // namespace

Result<std::unique_ptr<Connection>> Connection::openToRead(const QString &path)
{
    if (!QFile::exists(path)) {
        return Error{ErrorCode::NotFound,
                     u"There is no ledger %1."_s.arg(path),
                     u"Start Capstan once, or name its data folder."_s};
    }
    if (const Outcome ours = schema::inspect(path); !ours) {
        return ours.error();
    }
    std::unique_ptr<Connection> connection(new Connection(path));
    const int code = sqlite3_open_v2(path.toUtf8().constData(),
                                     &connection->m_database,
                                     SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX,
                                     nullptr);
    if (code != SQLITE_OK) {
        return unreadable(path, QString::fromUtf8(sqlite3_errstr(code)));
    }
    sqlite3_extended_result_codes(connection->m_database, 1);
    sqlite3_busy_timeout(connection->m_database, BusyMilliseconds);
    if (!connection->execute(u"PRAGMA cache_size = -%1"_s.arg(CacheKibibytes)) ||
        !connection->execute(u"PRAGMA mmap_size = %1"_s.arg(MappedBytes)) ||
        !connection->execute(u"PRAGMA temp_store = MEMORY"_s)) {
        return connection->error();
    }
    if (const Outcome known = checkVersion(*connection); !known) {
        return known.error();
    }
    return connection;
}

void Connection::stopWhen(std::function<bool()> isUnwanted)
{
    m_isUnwanted = std::move(isUnwanted);
    const auto ask = [](void *connection) {
        return static_cast<Connection *>(connection)->m_isUnwanted() ? 1 : 0;
    };
    sqlite3_progress_handler(
        m_database, StepsPerLook, m_isUnwanted ? +ask : nullptr, m_isUnwanted ? this : nullptr);
}

} // namespace core
