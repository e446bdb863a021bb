// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/checkpoint.h"

#include "core/ledger/connection.h"

#include <sqlite3.h>

namespace core {
using namespace Qt::StringLiterals;

namespace {
/// 64 MiB: reached only when nobody checkpoints; then the commit that passes it waits for the disk.
constexpr int LargestWalPages = 16'000;
} // namespace

bool Connection::checkpoint()
{
    const int code =
        sqlite3_wal_checkpoint_v2(m_database, nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
    if (code == SQLITE_OK || code == SQLITE_BUSY) { // busy: another connection is at it
        return true;
    }
    keepError();
    return false;
}

/// Takes the place of SQLite's own hook, which checkpoints in the middle of a commit.
void Connection::watchWal()
{
    const auto committed = [](void *self, sqlite3 *, const char *, int pages) {
        auto &connection = *static_cast<Connection *>(self);
        connection.m_walPages = pages;
        if (pages >= LargestWalPages) {
            // What fails here is tried again with the next commit, and harms nobody until then.
            static_cast<void>(connection.checkpoint());
        }
        return SQLITE_OK;
    };
    sqlite3_wal_hook(m_database, committed, this);
}

Checkpoint::Checkpoint(std::unique_ptr<Connection> connection)
    : m_connection(std::move(connection))
{}

Checkpoint::~Checkpoint() = default;

Result<std::unique_ptr<Checkpoint>> Checkpoint::open(const QString &path)
{
    Result<std::unique_ptr<Connection>> opened = Connection::open(path);
    if (!opened) {
        return opened.error();
    }
    // SQLite knows of the WAL only once it has read something.
    if (const auto version = (*opened)->integer(u"PRAGMA user_version"_s); !version) {
        return version.error();
    }
    return std::unique_ptr<Checkpoint>(new Checkpoint(std::move(opened).value()));
}

Outcome Checkpoint::run()
{
    if (!m_connection->checkpoint()) {
        return m_connection->error();
    }
    return Done{};
}

} // namespace core
