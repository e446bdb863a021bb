// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/ledgerfile.h"

#include "core/ledger/connection.h"
#include "core/ledger/verification.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace core::ledgerfile {
using namespace Qt::StringLiterals;

namespace {
Error owned(const QString &path, const QLockFile &lock)
{
    if (lock.error() == QLockFile::LockFailedError) {
        qint64 pid = 0;
        QString host;
        QString application;
        lock.getLockInfo(&pid, &host, &application);
        return {
            ErrorCode::Unavailable,
            u"The ledger %1 is in use by process %2 (%3)."_s.arg(path).arg(pid).arg(application),
            u"Quit that Capstan, or use another data folder."_s};
    }
    return {ErrorCode::Unavailable,
            u"The lock file %1.lock cannot be made."_s.arg(path),
            u"Give this user write permission to its folder."_s};
}

Error because(const QString &message, const QString &remedy)
{
    const QString why = QString::fromLocal8Bit(std::strerror(errno));
    return {ErrorCode::Unavailable, u"%1: %2."_s.arg(message, why), remedy};
}

/// What is wrong with the pages themselves.
Outcome checkPages(Connection &connection)
{
    Statement check(connection, u"PRAGMA integrity_check(1)"_s);
    if (!check.run()) {
        return connection.error();
    }
    const QString said = check.next() ? check.text(0) : QString();
    check.finish();
    if (said == "ok"_L1) {
        return Done{};
    }
    return Error{ErrorCode::Internal,
                 u"The ledger %1 is damaged: %2."_s.arg(connection.path(), said),
                 u"Put a backup in its place: capstan restore FILE."_s};
}

/// Waits until the disk has a file or folder.
Outcome synchronise(const QString &path)
{
    const int file = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    const bool ok = file >= 0 && ::fsync(file) == 0;
    Outcome outcome = ok ? Outcome(Done{})
                         : because(u"The disk did not take %1"_s.arg(path), u"Check that disk."_s);
    if (file >= 0) {
        ::close(file);
    }
    return outcome;
}

/// Made before SQLite sees it, because SQLite would follow the umask.
Outcome makeEmpty(const QString &path)
{
    QFile::remove(path);
    const int file =
        ::open(QFile::encodeName(path).constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0) {
        return because(u"The file %1 cannot be made"_s.arg(path),
                       u"Give a folder that this user may write to."_s);
    }
    ::close(file);
    return Done{};
}

/// What was said in calls waits for its destination in the ledger only, never in a copy.
Outcome removeContent(const QString &path)
{
    const auto connection = Connection::open(path);
    if (!connection) {
        return connection.error();
    }
    const auto waiting = (*connection)->integer(u"SELECT count(*) FROM outbox_content"_s);
    if (!waiting) {
        return waiting.error();
    }
    if (*waiting > 0 && !((*connection)->execute(u"PRAGMA secure_delete = ON"_s) &&
                          (*connection)->execute(u"DELETE FROM outbox_content"_s))) {
        return (*connection)->error();
    }
    return Done{};
}

/// A compact copy of what the connection sees, on the disk, but for what was said in calls.
Outcome copy(Connection &connection, const QString &target)
{
    if (Outcome made = makeEmpty(target); !made) {
        return made;
    }
    Statement vacuum(connection, u"VACUUM INTO ?"_s);
    if (!vacuum.run(target)) {
        Error error = connection.error();
        error.message = u"The copy %1 was not made: %2"_s.arg(target, error.message);
        QFile::remove(target);
        return error;
    }
    if (Outcome silent = removeContent(target); !silent) {
        QFile::remove(target);
        return silent;
    }
    return synchronise(target);
}

Outcome rename(const QString &from, const QString &to)
{
    if (::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) != 0) {
        return because(u"The file %1 cannot be moved to %2"_s.arg(from, to),
                       u"Nothing was replaced. Give this user write permission to the folder."_s);
    }
    return Done{};
}

QString preparedName(const QString &path)
{
    return path + u".to-restore"_s;
}

/// What stands in the WAL goes into the file itself, where that can still be done.
void foldWal(const QString &path)
{
    const auto connection = Connection::open(path);
    if (connection) {
        // Of a damaged file the WAL is kept beside it.
        static_cast<void>((*connection)->execute(u"PRAGMA wal_checkpoint(TRUNCATE)"_s));
    }
}

/// Gives the ledger a second name, so that there is never a moment without one.
Result<QString> keepAside(const QString &path, Time now)
{
    if (!QFileInfo::exists(path)) {
        return QString();
    }
    foldWal(path);
    const qint64 milliseconds =
        std::chrono::duration_cast<std::chrono::milliseconds>(now.time_since_epoch()).count();
    const QString stamp =
        QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC).toString(u"yyyyMMdd-HHmmss-zzz"_s);
    const QString aside = u"%1.before-restore-%2"_s.arg(path, stamp);
    if (::link(QFile::encodeName(path).constData(), QFile::encodeName(aside).constData()) != 0) {
        return because(u"The ledger %1 cannot be kept as %2"_s.arg(path, aside),
                       u"Nothing was replaced. Give this user write permission to the folder."_s);
    }
    if (QFileInfo::exists(path + u"-wal"_s)) {
        if (const Outcome moved = rename(path + u"-wal"_s, aside + u"-wal"_s); !moved) {
            return moved.error();
        }
    }
    QFile::remove(path + u"-shm"_s);
    return aside;
}
} // namespace

Result<std::unique_ptr<QLockFile>> claim(const QString &path)
{
    auto lock = std::make_unique<QLockFile>(path + u".lock"_s);
    // Never stale by age: an owner may run for months. One whose process is gone is taken over.
    lock->setStaleLockTime(0);
    if (!lock->tryLock(0)) {
        return owned(path, *lock);
    }
    return lock;
}

Result<std::vector<QString>> verify(const QString &path)
{
    const auto connection = Connection::openToRead(path);
    if (!connection) {
        return connection.error();
    }
    // One moment for all questions: the owner goes on writing meanwhile.
    if (!(*connection)->execute(u"BEGIN"_s)) {
        return (*connection)->error();
    }
    if (const Outcome sound = checkPages(**connection); !sound) {
        return sound.error();
    }
    return verification::differences(**connection);
}

Outcome backUp(const QString &path, const QString &target)
{
    if (QFileInfo::exists(target)) {
        return Error{ErrorCode::Conflict,
                     u"%1 is there already."_s.arg(target),
                     u"Give the name of a new file; backups are never overwritten."_s};
    }
    const auto connection = Connection::openToRead(path);
    if (!connection) {
        return connection.error();
    }
    const QString unfinished = target + u".part"_s;
    if (Outcome copied = copy(**connection, unfinished); !copied) {
        return copied;
    }
    if (Outcome named = rename(unfinished, target); !named) {
        return named;
    }
    return synchronise(QFileInfo(target).absolutePath());
}

bool isOwned(const QString &path)
{
    QLockFile lock(path + u".lock"_s);
    lock.setStaleLockTime(0);
    return !lock.tryLock(0) && lock.error() == QLockFile::LockFailedError;
}

Result<QString> prepareRestore(const QString &path, const QString &backup)
{
    const Result<std::vector<QString>> wrong = verify(backup);
    if (!wrong) {
        return wrong.error();
    }
    if (!wrong->empty()) {
        return Error{ErrorCode::Conflict,
                     u"The backup %1 is not sound: %2"_s.arg(backup, wrong->front()),
                     u"Nothing was changed. Choose another backup."_s};
    }
    const auto connection = Connection::openToRead(backup);
    if (!connection) {
        return connection.error();
    }
    const QString unfinished = path + u".restoring"_s;
    if (const Outcome copied = copy(**connection, unfinished); !copied) {
        return copied.error();
    }
    const QString prepared = preparedName(path);
    if (const Outcome named = rename(unfinished, prepared); !named) {
        return named.error();
    }
    const Outcome durable = synchronise(QFileInfo(path).absolutePath());
    return durable ? Result<QString>(prepared) : Result<QString>(durable.error());
}

bool isRestorePrepared(const QString &path)
{
    return QFileInfo::exists(preparedName(path));
}

Outcome cancelRestore(const QString &path)
{
    QFile prepared(preparedName(path));
    if (prepared.exists() && !prepared.remove()) {
        return Error{
            ErrorCode::Unavailable,
            u"%1 cannot be removed: %2."_s.arg(prepared.fileName(), prepared.errorString()),
            u"Remove it before Capstan starts again, or it takes the ledger's place."_s};
    }
    return Done{};
}

Result<QString> finishRestore(const QString &path, Time now)
{
    const QString prepared = preparedName(path);
    if (!QFileInfo::exists(prepared)) {
        return QString();
    }
    const auto lock = claim(path);
    if (!lock) {
        return lock.error();
    }
    Result<QString> aside = keepAside(path, now);
    if (!aside) {
        return aside;
    }
    if (const Outcome replaced = rename(prepared, path); !replaced) {
        return replaced.error();
    }
    const Outcome durable = synchronise(QFileInfo(path).absolutePath());
    return durable ? aside : Result<QString>(durable.error());
}

} // namespace core::ledgerfile
