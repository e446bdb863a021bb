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

/// Puts a backup in the place of the ledger, which nobody may own. A backup that is not sound
/// changes nothing. Answers under which name the former ledger was kept; empty: there was none.
[[nodiscard]] Result<QString> restore(const QString &path, const QString &backup, Time now);

} // namespace core::ledgerfile
