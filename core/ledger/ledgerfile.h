// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <QLockFile>
#include <QString>

#include <memory>
#include <vector>

/// The ledger as a file: who owns it, whether it is sound, and copies of it.
namespace core::ledgerfile {

/// The lock of a ledger's owner. Unavailable when another process has it, naming its pid.
[[nodiscard]] Result<std::unique_ptr<QLockFile>> claim(const QString &path);

/// Reads the whole ledger, beside its owner, as it stands at one moment. A sentence for each thing
/// that is wrong; empty is good. NotFound without a file; Conflict when it is of another version.
[[nodiscard]] Result<std::vector<QString>> verify(const QString &path);

/// A copy, beside the owner, as the ledger stands at one moment: compact, for its owner only, and
/// on the disk when this answers. Conflict when `target` is there already.
[[nodiscard]] Outcome backUp(const QString &path, const QString &target);

/// Whether some process has claimed the ledger.
[[nodiscard]] bool isOwned(const QString &path);

/// Copies a backup beside the ledger, to the file that finishRestore() takes; the owner may run. A
/// backup that is not sound changes nothing. Answers the copy's name: removing it calls all off.
[[nodiscard]] Result<QString> prepareRestore(const QString &path, const QString &backup);
[[nodiscard]] bool isRestorePrepared(const QString &path);
/// Calls off what was prepared, if anything.
[[nodiscard]] Outcome cancelRestore(const QString &path);
/// Puts what was prepared, if anything, in the place of the ledger, which nobody may own. Answers
/// under which name the former ledger was kept; empty: nothing was prepared, or there was none.
[[nodiscard]] Result<QString> finishRestore(const QString &path, Time now);

} // namespace core::ledgerfile
