// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The half of the desk that changes what a tenant pays on top.
#include "app/viewmodels/formatting.h"
#include "app/viewmodels/reports/invoicedesk.h"

namespace {

/// The same calls with other terms; lines that correct an older invoice keep that one's.
core::Invoice withTerms(core::Invoice invoice, const core::BillingTerms &terms)
{
    invoice.terms = terms;
    for (core::InvoiceLine &line : invoice.lines) {
        if (line.corrects == 0) {
            line.amount = terms.applyTo(line.cost);
        }
    }
    return invoice;
}

} // namespace

void InvoiceDesk::setPercent(const QString &percent)
{
    if (percent != m_percent) {
        m_percent = percent;
        Q_EMIT changed();
    }
}

bool InvoiceDesk::areTermsReady() const
{
    const auto terms = core::BillingTerms::fromPercent(m_percent.trimmed().toLatin1());
    return m_invoice && terms.ok() && *terms != m_invoice->terms;
}

QString InvoiceDesk::termsText() const
{
    const auto terms = core::BillingTerms::fromPercent(m_percent.trimmed().toLatin1());
    if (!m_invoice || m_percent.trimmed().isEmpty()) {
        return {};
    }
    if (!terms.ok()) {
        return tr("Give percent from -100 to 1000, as 12.5.");
    }
    if (*terms == m_invoice->terms) {
        return {};
    }
    // A closed one stays what it is; the next ones are another matter.
    return m_invoice->number > 0
               ? tr("From the next invoice on; this one is closed.")
               : tr("To pay: %1 instead of %2")
                     .arg(formatting::dollars(withTerms(*m_invoice, *terms).payable()), payable());
}

void InvoiceDesk::keepTerms()
{
    if (areTermsReady()) {
        tookWish();
        Q_EMIT termsWanted(m_invoice->tenant,
                           *core::BillingTerms::fromPercent(m_percent.trimmed().toLatin1()));
    }
}
