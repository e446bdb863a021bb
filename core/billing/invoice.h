// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/billing/billingterms.h"
#include "core/budget/window.h"
#include "core/reports/report.h"

#include <vector>

namespace core {

/// What one model cost a tenant in a period; or what an earlier invoice has to be corrected by.
struct InvoiceLine
{
    QByteArray provider;
    QByteArray model;
    Span period{};       ///< in which the calls were admitted
    qint64 corrects = 0; ///< number of the invoice that said something else; 0: none
    qint64 calls = 0;
    qint64 input = 0; ///< tokens; written to the cache included
    qint64 cachedInput = 0;
    qint64 output = 0;
    Money cost;   ///< as the ledger has it
    Money amount; ///< with the mark-up of the invoice, or of the one that it corrects

    friend bool operator==(const InvoiceLine &, const InvoiceLine &) = default;
};

/// What a tenant owes for a period. A closed one has a number and does not change any more; what
/// is corrected afterwards stands on a later invoice as lines of its own.
struct Invoice
{
    qint64 number = 0; ///< from 1; 0: not closed, figures of now
    QByteArray tenant;
    Span period{};
    Time closedAt{};
    BillingTerms terms;
    std::vector<InvoiceLine> lines;

    [[nodiscard]] Money cost() const;
    [[nodiscard]] Money amount() const;
    /// amount() in whole cents, rounded half-even: what is paid.
    [[nodiscard]] Money payable() const;
    [[nodiscard]] QByteArray numberText() const; ///< "CAP-000012", or "draft"

    friend bool operator==(const Invoice &, const Invoice &) = default;
};

/// The lines as a table, for CSV and the terminal.
[[nodiscard]] Report reportOf(const Invoice &invoice);

/// "2026-10" (a month), "2026-10-05" (a day) or "2026-10-01..2026-10-15" (its first day, and the
/// first one after it), in an IANA zone; empty is UTC. InvalidInput for anything else.
[[nodiscard]] Result<Span> billingPeriod(const QByteArray &text, const QByteArray &zone);

} // namespace core
