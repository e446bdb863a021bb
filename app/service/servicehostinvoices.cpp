// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/servicehost.h"
#include "core/billing/invoices.h"
#include "proxy/reportdesk.h"

namespace app {

/// In the order that keeps the money right: all calls are written, the invoice is made of them, it
/// is kept, and the ledger is asked whether it was this one that it kept.
void ServiceHost::closeInvoice(const QByteArray &tenant, const core::Span &period)
{
    const auto answer = [this](const core::Outcome &outcome) {
        const QString problem =
            outcome.ok() ? QString() : outcome.error().message + u' ' + outcome.error().remedy;
        QMetaObject::invokeMethod(
            this, [this, problem] { Q_EMIT invoiceClosed(problem); }, Qt::QueuedConnection);
    };
    proxy::Accounts &accounts = m_service.accounts();
    proxy::ReportDesk &desk = m_service.reports();
    const auto keep =
        [&accounts, &desk, answer, tenant, period, now = m_clock.now()](const QString &file) {
            const auto record = core::closingOf(file, tenant, period, now);
            if (!record.ok()) {
                answer(record.error());
                return;
            }
            accounts.keep(*record, [&desk, answer, kept = *record](const core::Outcome &outcome) {
                if (!outcome.ok()) {
                    answer(outcome);
                    return;
                }
                desk.run([answer, kept](const QString &ledger) {
                    answer(core::checkKept(ledger, kept));
                });
            });
        };
    accounts.whenWritten([&desk, keep] { desk.run(keep); });
}

void ServiceHost::setTerms(const QByteArray &tenant, const core::BillingTerms &terms)
{
    m_service.accounts().keep(core::storedTerms(tenant, terms), [this](const auto &outcome) {
        const QString problem =
            outcome.ok() ? QString() : outcome.error().message + u' ' + outcome.error().remedy;
        QMetaObject::invokeMethod(
            this, [this, problem] { Q_EMIT termsKept(problem); }, Qt::QueuedConnection);
    });
}

} // namespace app
