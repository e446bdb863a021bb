// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "samplesnapshot.h"

#include "app/viewmodels/reports/reportsmodel.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

/// An invoice of October, and the desk that it lies on.
namespace invoicedesk {

using namespace Qt::StringLiterals;
using core::Money;

/// October in Berlin, as the desk asked for it: $41.87 and 10 % on top are $46.06 (46.057).
inline core::Invoice october(qint64 number = 0)
{
    core::Invoice invoice;
    invoice.number = number;
    invoice.tenant = "research";
    invoice.period = *core::billingPeriod("2026-10", "Europe/Berlin");
    invoice.terms = *core::BillingTerms::fromPercent("10");
    core::InvoiceLine line;
    line.model = "llama-8b";
    line.calls = 1'204;
    line.cost = Money::fromNanos(41'870'000'000);
    line.amount = invoice.terms.applyTo(line.cost);
    invoice.lines = {line};
    return invoice;
}

struct Desk
{
    Desk()
    {
        reports.setFolder(folder.path());
        reports.apply(sample::snapshot()); // 21 November 2026, 14:32 in Berlin
    }
    void show()
    {
        desk.setShown(true);
        desk.tenant()->choose(u"research"_s);
    }
    void answer(const core::Invoice &invoice)
    {
        desk.take(wanted.constLast().constFirst().toULongLong(), invoice);
    }

    QTemporaryDir folder;
    ReportsModel reports;
    InvoiceDesk &desk = *reports.invoices();
    QSignalSpy wanted{&desk, &InvoiceDesk::invoiceWanted};
};

} // namespace invoicedesk
