// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/ledger.h"

#include <optional>
#include <vector>

namespace core {

/// What a ledger holds, as far as a person compares it with another one.
struct LedgerContents
{
    std::optional<Time> lastCall{}; ///< when the latest settled call was admitted
    Ledger::Sum all{};
    Ledger::Sum sinceMonth{}; ///< since the moments that were asked for
    Ledger::Sum sinceDay{};
    std::vector<Budget> budgets{};
    std::vector<VirtualKey> keys{}; ///< revoked ones, too
};

/// Reads it beside its owner, as it stands at one moment. NotFound without a file, Conflict when it
/// is of another version.
[[nodiscard]] Result<LedgerContents>
contentsOfLedger(const QString &path, Time monthBegan, Time dayBegan);

/// What becomes another one when `then` takes the place of `now`.
struct LedgerChanges
{
    qint64 callsMissing = 0; ///< below zero: so many more
    Money costMissing;
    int capsChanged = 0; ///< those that are gone or back among them
    int keysEnded = 0;   ///< in force now, and not any more
    int keysRevived = 0; ///< in force again
};
[[nodiscard]] LedgerChanges changesBetween(const LedgerContents &now, const LedgerContents &then);

} // namespace core
