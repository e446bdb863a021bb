// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alerts/alertmarks.h"
#include "core/ledger/entries.h"
#include "core/ledger/invoicetable.h"
#include "core/ledger/keytable.h"
#include "core/ledger/ledger.h"
#include "core/ledger/names.h"
#include "core/ledger/packedsums.h"
#include "core/ledger/retention.h"
#include "core/ledger/rollups.h"
#include "core/ledger/standing.h"
#include "core/telemetry/outbox.h"

#include <QLockFile>

#include <functional>

namespace core {

/// The ledger's parts. The lock outlives the connection, so that nobody opens what is being closed.
struct Ledger::Private
{
    Private(std::unique_ptr<QLockFile> lockFile, std::unique_ptr<Connection> opened)
        : lock(std::move(lockFile))
        , connection(std::move(opened))
    {}

    [[nodiscard]] bool writeAll(const std::vector<LedgerRecord> &batch);
    [[nodiscard]] bool appendLinks() { return chain.append() && nameChain.append(); }
    /// Rolls back, and forgets what the transaction would have made true.
    void undo();
    [[nodiscard]] bool readRecovered(Statement &rows, std::vector<RecoveredCall> &calls);
    /// Chains what an earlier version wrote.
    [[nodiscard]] Outcome adopt();

    /// The charges admitted in [from, to), added up per value of `column`, an expression
    /// over `attribution`: whole days, hours and minutes from the roll-ups, the rest from the
    /// entries. False when the connection failed.
    using Add = std::function<void(qint64 value, const Sum &sum)>;
    [[nodiscard]] bool addUp(const QString &column, Time from, Time to, const Add &add);
    [[nodiscard]] bool
    addUp(const QString &column, Time from, Time to, std::size_t level, const Add &add);
    [[nodiscard]] bool
    addRollups(const QString &column, qint64 granularity, Span span, const Add &add);
    [[nodiscard]] bool addEntries(const QString &column, Time from, Time to, const Add &add);

    std::unique_ptr<QLockFile> lock;
    std::unique_ptr<Connection> connection;
    Chain chain{*connection, Chain::OfEntries};
    Chain nameChain{*connection, Chain::OfNames};
    Names names{*connection, &nameChain};
    Rollups rollups{*connection, names};
    Outbox outbox{*connection};
    Entries entries{*connection, names, rollups, chain, outbox};
    Standing standing{*connection, names, rollups};
    KeyTable keys{*connection};
    InvoiceTable invoices{*connection, names};
    Pruning pruning{*connection};
    PackedSums packedSums{*connection};
    AlertMarks alertMarks{*connection};
};

} // namespace core
