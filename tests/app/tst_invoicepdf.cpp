// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/billing/invoicepdf.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {
core::Invoice invoiceOf(int lines)
{
    core::Invoice invoice;
    invoice.number = 7;
    invoice.tenant = "research";
    invoice.period = core::billingPeriod("2026-10", {}).value();
    invoice.terms = {125'000};
    for (int i = 0; i < lines; ++i) {
        core::InvoiceLine line;
        line.model = "meta-llama/Llama-3.1-8B-Instruct-" + QByteArray::number(i);
        line.period = invoice.period;
        line.calls = 1'000 + i;
        line.cost = core::Money::fromNanos(1'234'567'890);
        line.amount = invoice.terms.applyTo(line.cost);
        line.corrects = i % 10 == 9 ? 3 : 0;
        invoice.lines.push_back(line);
    }
    return invoice;
}

QByteArray printed(const core::Invoice &invoice, const QString &file)
{
    const core::Outcome outcome = app::printInvoice(invoice, file);
    QFile pdf(file);
    return outcome.ok() && pdf.open(QIODevice::ReadOnly) ? pdf.readAll() : QByteArray();
}
} // namespace

// S4-26.
class TestInvoicePdf : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void printsOnOnePage()
    {
        const QTemporaryDir folder;
        const QByteArray pdf = printed(invoiceOf(3), folder.filePath(u"one.pdf"_s));
        QVERIFY(pdf.startsWith("%PDF-"));
        QVERIFY(pdf.contains("/Count 1\n"));
    }

    void goesOnOnFurtherPages()
    {
        const QTemporaryDir folder;
        const QByteArray pdf = printed(invoiceOf(100), folder.filePath(u"three.pdf"_s));
        QVERIFY(pdf.contains("/Count 3\n")); // some 45 lines a page
    }

    void saysWhenTheFileCannotBeWritten()
    {
        const auto outcome = app::printInvoice(invoiceOf(1), u"/nowhere/invoice.pdf"_s);
        QCOMPARE(outcome.error().code, core::ErrorCode::Unavailable);
    }
};

QTEST_MAIN(TestInvoicePdf)
#include "tst_invoicepdf.moc"
