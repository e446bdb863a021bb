// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/ledger.h"
#include "core/reports/usageimport.h"

#include <utility>
#include <vector>

namespace core {

/// What a log of usage would add to a ledger.
struct UsagePreview
{
    Ledger::Sum all;   ///< each call once, however often the log names it
    Ledger::Sum isNew; ///< those that the ledger does not have
    Time first{};      ///< when the oldest call was made
    Time last{};
    std::vector<std::pair<QByteArray, Ledger::Sum>> tenants; ///< of the new ones; dearest first
    qint64 skipped = 0;
    std::vector<SkippedLine> skippedLines; ///< the first of them
};

/// Asks the ledger which of the calls it has, beside its owner.
[[nodiscard]] Result<UsagePreview> previewOf(const ImportedUsage &usage, const QString &ledgerFile);

} // namespace core
