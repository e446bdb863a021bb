// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QList>
#include <QString>

namespace core {

class Connection;

/// The ledger's tables as a ladder: step n takes a database of version n to n + 1, and the version
/// stands in `PRAGMA user_version`. A step that was released is never edited; add one.
namespace schema {

/// "CAPS", in the file's header: says that a database is ours.
inline constexpr qint64 ApplicationId = 0x43415053;

[[nodiscard]] int newestVersion();
[[nodiscard]] QList<QString> statementsOfStep(int step); ///< 0 <= step < newestVersion()

/// Reads the file's first 100 bytes, before SQLite may touch it. An error for a file that is not a
/// database, belongs to another program, or was written by a newer Capstan; fine when it is absent
/// or empty.
[[nodiscard]] Outcome inspect(const QString &path);

/// Before anything is written: a small file is checked for damage, a newer version is refused (it
/// may stand in the WAL only), an empty file becomes ours.
[[nodiscard]] Outcome claim(Connection &connection);

/// Climbs to `version`, each step in a transaction of its own.
[[nodiscard]] Outcome migrate(Connection &connection, int version = newestVersion());

} // namespace schema
} // namespace core
