// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/billing/invoice.h"
#include "core/reports/attributions.h"
#include "core/reports/costsums.h"

namespace core {

/// Invoices from the ledger, through a connection that only reads.
///
/// 1. Until a period is closed, its invoice is what the roll-ups say now.
/// 2. Closing keeps that as it is (an InvoiceRecord). Periods of a tenant do not overlap.
/// 3. What the ledger says later of a closed period - a correction, a call that ended late -
///    stands as lines of its own on the tenant's next invoice, with the terms of the closed one.
///
/// Failure: the connection's error; Internal when a closed invoice cannot be read.
class Invoices
{
public:
    explicit Invoices(Connection &connection)
        : m_connection(connection)
        , m_attributions(connection)
        , m_sums(connection)
    {}

    /// Oldest first; of one tenant, or of all when it is empty.
    [[nodiscard]] Result<std::vector<Invoice>> closed(const QByteArray &tenant);
    [[nodiscard]] Result<BillingTerms> terms(const QByteArray &tenant);
    /// The closed invoice of exactly this period, else what it would be now. Conflict when the
    /// period overlaps one that is closed.
    [[nodiscard]] Result<Invoice> of(const QByteArray &tenant, Span period);
    /// What closes a period. Conflict when it is closed already or not over yet.
    [[nodiscard]] Result<InvoiceRecord> closing(const QByteArray &tenant, Span period, Time now);

private:
    [[nodiscard]] Result<std::vector<InvoiceLine>> lines(const QByteArray &tenant, Span period);
    [[nodiscard]] Result<std::vector<InvoiceLine>> corrections(const Invoice &invoice,
                                                               const std::vector<Invoice> &all);

    Connection &m_connection;
    Attributions m_attributions;
    CostSums m_sums;
};

/// The records that keep terms and closed periods; to be asked with a ledger's file.
[[nodiscard]] Result<Invoice>
invoiceFor(const QString &ledgerFile, const QByteArray &tenant, Span period);
[[nodiscard]] Result<InvoiceRecord>
closingOf(const QString &ledgerFile, const QByteArray &tenant, Span period, Time now);
[[nodiscard]] Result<std::vector<Invoice>> closedInvoices(const QString &ledgerFile,
                                                          const QByteArray &tenant);
/// Whether the ledger keeps exactly this: after writing it. Conflict when another came first.
[[nodiscard]] Outcome checkKept(const QString &ledgerFile, const InvoiceRecord &record);

} // namespace core
