// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/ledger.h"
#include "core/telemetry/outbox.h"

#include <QString>

#include <vector>

namespace core {

/// One number in several places, and where it is not: each place's sums of everything that was
/// ever settled, and a sentence for each difference.
struct Reconciliation
{
    struct Place
    {
        QString name; ///< "memory", "ledger", ...
        Ledger::Sum sum;
    };
    std::vector<Place> places;        ///< the first is what the others are compared with
    std::vector<OutboxStanding> told; ///< each destination of telemetry
    std::vector<QString> differences; ///< empty: all agree, to the nano-dollar

    [[nodiscard]] bool agrees() const { return differences.empty(); }
    /// Adds a place; a sentence for each figure in which it differs from the first.
    void add(const QString &name, const Ledger::Sum &sum);
    /// Adds a destination: what it acknowledged, what it lacks and why, and what the ledger had
    /// before it was added have to make up the first place's sum.
    void add(const OutboxStanding &standing);
    [[nodiscard]] QByteArray toJson() const;
};

/// Adds the places that the ledger's file has: its entries and its roll-ups, what destinations were
/// told, and what Ledger::verify() says of each of its parts.
[[nodiscard]] Outcome addLedger(Reconciliation &reconciliation, Ledger &ledger);

} // namespace core
