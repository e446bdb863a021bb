// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/records.h"

#include <QHash>
#include <QString>

#include <optional>
#include <set>
#include <vector>

namespace e2e {

struct SettledRow
{
    QByteArray id; ///< as X-Request-Id carried it to the upstream
    core::TokenUsage usage;
    core::Money cost;
    core::Ending ending = core::Ending::Complete;
    core::Amounts bound; ///< of its hold
    bool stream = false;
    int attempt = 1;
    QByteArray provider;
    core::Decision decision = core::Decision::Allow;
};

/// What stands in the ledger's file, read beside the running owner: plain SQL, so that the test
/// does not believe the code that it tests.
struct LedgerRows
{
    std::vector<SettledRow> settlements;
    std::set<QByteArray> holds; ///< ids of all holds, whatever became of them
    std::set<QByteArray> released;
    qint64 openHolds = 0;
    qint64 refusals = 0;
    qint64 alerts = 0;
    std::vector<QByteArray> reasons; ///< of all holds that have one, JSON
    core::Money bucketTotals;        ///< of all buckets in money, lifetime ones among them

    [[nodiscard]] core::Money sum() const;
    [[nodiscard]] QHash<QByteArray, SettledRow> byId() const;
};

/// Nullopt when the file cannot be read.
[[nodiscard]] std::optional<LedgerRows> readLedger(const QString &file);

/// Ledger::verify() on a ledger that nobody runs; a sentence when it cannot be opened.
[[nodiscard]] std::vector<QString> verify(const QString &file);

} // namespace e2e
