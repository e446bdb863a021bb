// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/chain.h"

#include <list>
#include <map>

namespace core {

/// How long the ledger keeps detail: holds, settlements, releases, refusals, corrections, alerts,
/// and roll-ups of single minutes (which become quarters of an hour, the smallest step between time
/// zones). Totals are kept for good. The last day is kept whatever the size.
struct Retention
{
    int days = 400;   ///< a year, and a month to look back on it; 0: for ever
    qint64 bytes = 0; ///< in use in the database file; 0: any

    friend bool operator==(const Retention &, const Retention &) = default;
};

/// Forgets, oldest link first: in one transaction it adds what goes to the pruned sums, deletes the
/// rows and their link, and moves the watermark.
///
/// Failure: an error, and nothing was changed.
class Pruning
{
public:
    explicit Pruning(Connection &connection);

    /// One small step, a few milliseconds. True when there may be more to do.
    [[nodiscard]] Result<bool> step(const Retention &rules, Time now);

private:
    [[nodiscard]] Result<std::vector<ChainLink>> due(const Retention &rules, Time now);
    [[nodiscard]] Result<bool> isTooLarge(const Retention &rules);
    [[nodiscard]] bool isOpen(const ChainLink &link, bool &open);
    /// Runs `change` as one transaction.
    template <class Change>
    [[nodiscard]] Result<bool> transact(Change &&change);
    [[nodiscard]] bool take(const std::vector<ChainLink> &links);
    [[nodiscard]] bool take(const ChainLink::Row &row);
    [[nodiscard]] Result<bool> takeMinutes(Time before);
    [[nodiscard]] bool takeAlerts(Time before);

    Connection &m_connection;
    Statement m_oldest;
    Statement m_isOpen;
    std::map<EntryKind, std::list<Statement>> m_takes; ///< what takes a row of that kind away
};

} // namespace core
