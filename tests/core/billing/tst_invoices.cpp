// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples.h"

#include "core/billing/invoicejson.h"
#include "core/billing/invoices.h"
#include "core/reports/reportformat.h"

using namespace samples;
using namespace Qt::StringLiterals;

namespace {
const Span November = billingPeriod("2026-11", {}).value();
const Span December = billingPeriod("2026-12", {}).value();
const Time AfterNovember = November.ends + 1h;

struct Books : Fixture
{
    void call(quint64 number, const QByteArray &tenant, Time at, qint64 nanos)
    {
        const HoldRecord record = hold(number, at, by(tenant));
        if (!write({record, settlement(record, nanos)})) {
            qFatal("not written");
        }
    }
    /// A call that was charged at its bound after a crash.
    void recover(quint64 number, const QByteArray &tenant, Time at, qint64 nanos)
    {
        const HoldRecord record = hold(number, at, by(tenant));
        SettlementRecord end = settlement(record, nanos);
        end.ending = Ending::Recovered;
        if (!write({record, end})) {
            qFatal("not written");
        }
    }
    void correct(quint64 number, qint64 nanos)
    {
        const auto call = ledger->recoveredCall({number, ~number}, 1).value();
        CorrectionRecord record;
        record.id = call.id;
        record.attempt = call.attempt;
        record.at = AfterNovember + 1h;
        record.usage = call.usage;
        record.cost = Money::fromNanos(nanos);
        record.by = "owner";
        record.reason = "the provider's invoice";
        record.admittedAt = call.admittedAt;
        record.attribution = call.attribution;
        record.moreCost = record.cost - call.costNow();
        if (!write({record})) {
            qFatal("not written");
        }
    }
    Invoice close(const QByteArray &tenant, Span period, Time now)
    {
        const InvoiceRecord record = closingOf(path, tenant, period, now).value();
        if (!write({record})) {
            qFatal("not written");
        }
        return invoiceFor(path, tenant, period).value();
    }
};
} // namespace

class TestInvoices : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void billsATenantsPeriod();
    void addsAMarkupOrTakesADiscount();
    void roundsAMarkupHalfEvenOnce();
    void keepsAClosedPeriodAsItIs();
    void putsCorrectionsOnTheNextInvoice();
    void putsALateCallOnTheNextInvoice();
    void closesAPeriodOnce();
    void closesOnlyWhatIsOver();
    void keepsInvoicesFromBeingChanged();
    void numbersInvoicesInARow();
    void readsPeriods_data();
    void readsPeriods();
    void refusesWhatIsNoPercentage();
    void survivesItsJson();
    void printsCsv();
};

// S4-26: what was admitted in the period, of that tenant only.
void TestInvoices::billsATenantsPeriod()
{
    Books books;
    books.call(1, "a", Noon, 100'000'000);
    books.call(2, "a", Noon + 1h, 200'000'000);
    books.call(3, "b", Noon, 400'000'000);
    books.call(4, "a", November.ends, 800'000'000);
    const Invoice invoice = invoiceFor(books.path, "a", November).value();
    QCOMPARE(invoice.lines.size(), 1U);
    QCOMPARE(invoice.lines[0].model, "llama-8b");
    QCOMPARE(invoice.lines[0].calls, 2);
    QCOMPARE(invoice.lines[0].input, 66); // 2 x (30 + 3)
    QCOMPARE(invoice.lines[0].cachedInput, 8);
    QCOMPARE(invoice.lines[0].output, 40);
    QCOMPARE(invoice.amount(), Money::fromNanos(300'000'000));
    QCOMPARE(invoice.numberText(), "draft");
}

// $0.30 and 12.5 % are $0.3375, which is paid as $0.34; 5 % less are $0.285, paid as $0.28.
void TestInvoices::addsAMarkupOrTakesADiscount()
{
    Books books;
    books.call(1, "a", Noon, 300'000'000);
    QVERIFY(books.write({storedTerms("a", BillingTerms::fromPercent("12.5").value())}));
    Invoice invoice = invoiceFor(books.path, "a", November).value();
    QCOMPARE(invoice.cost(), Money::fromNanos(300'000'000));
    QCOMPARE(invoice.amount(), Money::fromNanos(337'500'000));
    QCOMPARE(invoice.payable(), Money::fromNanos(340'000'000));
    QVERIFY(books.write({storedTerms("a", BillingTerms::fromPercent("-5").value())}));
    invoice = invoiceFor(books.path, "a", November).value();
    QCOMPARE(invoice.amount(), Money::fromNanos(285'000'000));
    QCOMPARE(invoice.payable(), Money::fromNanos(280'000'000));
    QVERIFY(books.write({storedTerms("a", {})}));
    QCOMPARE(invoiceFor(books.path, "a", November)->terms, BillingTerms{});
}

void TestInvoices::roundsAMarkupHalfEvenOnce()
{
    const BillingTerms half{500'000};
    QCOMPARE(half.applyTo(Money::fromNanos(1)), Money::fromNanos(2));   // 1.5
    QCOMPARE(half.applyTo(Money::fromNanos(3)), Money::fromNanos(4));   // 4.5
    QCOMPARE(half.applyTo(Money::fromNanos(-3)), Money::fromNanos(-4)); // -4.5
    QCOMPARE(BillingTerms{-1'000'000}.applyTo(Money::maximum()), Money());
    QCOMPARE(BillingTerms{1}.applyTo(Money::maximum()), Money::maximum());
}

// Issue 6, Billing: closed periods don't change any more.
void TestInvoices::keepsAClosedPeriodAsItIs()
{
    Books books;
    books.recover(1, "a", Noon, 500);
    const Invoice closed = books.close("a", November, AfterNovember);
    QCOMPARE(closed.numberText(), "CAP-000001");
    books.correct(1, 200);
    QVERIFY(books.write({storedTerms("a", BillingTerms::fromPercent("50").value())}));
    QCOMPARE(invoiceFor(books.path, "a", November).value(), closed);
    QCOMPARE(closed.amount(), Money::fromNanos(500));
}

// Charged 500, used 200: 300 less on the next invoice, with the terms of the first one (10 %).
void TestInvoices::putsCorrectionsOnTheNextInvoice()
{
    Books books;
    QVERIFY(books.write({storedTerms("a", BillingTerms::fromPercent("10").value())}));
    books.recover(1, "a", Noon, 500);
    const Invoice first = books.close("a", November, AfterNovember);
    QCOMPARE(first.amount(), Money::fromNanos(550));
    QVERIFY(books.write({storedTerms("a", {})}));
    books.correct(1, 200);
    books.call(2, "a", November.ends + 1h, 1'000);
    const Invoice second = books.close("a", December, December.ends);
    QCOMPARE(second.lines.size(), 2U);
    QCOMPARE(second.lines[1].corrects, 1);
    QCOMPARE(second.lines[1].period, November);
    QCOMPARE(second.lines[1].calls, 0);
    QCOMPARE(second.lines[1].cost, Money::fromNanos(-300));
    QCOMPARE(second.lines[1].amount, Money::fromNanos(-330));
    QCOMPARE(second.amount(), Money::fromNanos(1'000 - 330));
    // Once it was billed it is not billed again.
    const Span january = billingPeriod("2027-01", {}).value();
    QVERIFY(invoiceFor(books.path, "a", january)->lines.empty());
}

// Admitted in November, ended after November was closed.
void TestInvoices::putsALateCallOnTheNextInvoice()
{
    Books books;
    books.call(1, "a", Noon, 100);
    (void)books.close("a", November, AfterNovember);
    books.call(2, "a", November.ends - 1s, 70);
    const Invoice next = invoiceFor(books.path, "a", December).value();
    QCOMPARE(next.lines.size(), 1U);
    QCOMPARE(next.lines[0].corrects, 1);
    QCOMPARE(next.lines[0].calls, 1);
    QCOMPARE(next.amount(), Money::fromNanos(70));
}

void TestInvoices::closesAPeriodOnce()
{
    Books books;
    (void)books.close("a", November, AfterNovember);
    const auto again = closingOf(books.path, "a", November, AfterNovember);
    QCOMPARE(again.error().code, ErrorCode::Conflict);
    const Span week = billingPeriod("2026-11-28..2026-12-05", {}).value();
    QCOMPARE(invoiceFor(books.path, "a", week).error().code, ErrorCode::Conflict);
    QVERIFY(invoiceFor(books.path, "b", week).ok());
    // Two who closed at the same moment: the second finds another invoice in its place.
    const InvoiceRecord one = closingOf(books.path, "b", November, AfterNovember).value();
    InvoiceRecord other = closingOf(books.path, "c", November, AfterNovember).value();
    QVERIFY(books.write({one, other}));
    QVERIFY(checkKept(books.path, one).ok());
    QCOMPARE(checkKept(books.path, other).error().code, ErrorCode::Conflict);
}

void TestInvoices::closesOnlyWhatIsOver()
{
    Books books;
    const auto early = closingOf(books.path, "a", November, November.ends - 1s);
    QCOMPARE(early.error().code, ErrorCode::Conflict);
    QVERIFY(early.error().message.contains("not over yet"_L1));
}

void TestInvoices::keepsInvoicesFromBeingChanged()
{
    Books books;
    (void)books.close("a", November, AfterNovember);
    const auto connection = Connection::open(books.path).value();
    QVERIFY(!connection->execute(u"UPDATE invoice SET content = x'7b7d'"_s));
    QVERIFY(!connection->execute(u"DELETE FROM invoice"_s));
}

void TestInvoices::numbersInvoicesInARow()
{
    Books books;
    QCOMPARE(books.close("a", November, AfterNovember).number, 1);
    QCOMPARE(books.close("b", November, AfterNovember).number, 2);
    const auto all = closedInvoices(books.path, {}).value();
    QCOMPARE(all.size(), 2U);
    QCOMPARE(closedInvoices(books.path, "b").value(), std::vector{all[1]});
}

void TestInvoices::readsPeriods_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<int>("hours"); // 0: it is none
    QTest::newRow("month") << QByteArray("2026-11") << QByteArray() << 30 * 24;
    QTest::newRow("month with an hour more")
        << QByteArray("2026-10") << QByteArray("Europe/Berlin") << 31 * 24 + 1;
    QTest::newRow("day") << QByteArray("2026-11-05") << QByteArray() << 24;
    QTest::newRow("range") << QByteArray("2026-11-05..2026-11-08") << QByteArray() << 72;
    QTest::newRow("backwards") << QByteArray("2026-11-08..2026-11-05") << QByteArray() << 0;
    QTest::newRow("no month") << QByteArray("2026-13") << QByteArray() << 0;
    QTest::newRow("no zone") << QByteArray("2026-11") << QByteArray("Mars/Base") << 0;
    QTest::newRow("nothing") << QByteArray() << QByteArray() << 0;
    QTest::newRow("too many dots") << QByteArray("2026-11-05..06..07") << QByteArray() << 0;
}

void TestInvoices::readsPeriods()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, zone);
    QFETCH(int, hours);
    const auto period = billingPeriod(text, zone);
    QCOMPARE(period.ok(), hours != 0);
    if (period.ok()) {
        QCOMPARE(period->ends - period->begins, Duration(std::chrono::hours(hours)));
    }
}

void TestInvoices::refusesWhatIsNoPercentage()
{
    for (const char *text : {"", "ten", "-100.0001", "1000.1", "1.00001", "5%"}) {
        QVERIFY2(!BillingTerms::fromPercent(text).ok(), text);
    }
    QCOMPARE(BillingTerms::fromPercent("0.0001")->markup, 1);
    QCOMPARE(BillingTerms::fromPercent("-100")->percent(), "-100");
}

void TestInvoices::survivesItsJson()
{
    Books books;
    books.call(1, "te\"n,ant", Noon, 123'456'789);
    const Invoice invoice = books.close("te\"n,ant", November, AfterNovember);
    QCOMPARE(invoiceFromJson(toJson(invoice)).value(), invoice);
    QCOMPARE(invoiceFromJson("{\"number\":1}").error().code, ErrorCode::Internal);
}

void TestInvoices::printsCsv()
{
    Books books;
    books.call(1, "a", Noon, 100'000'000);
    const Invoice invoice = books.close("a", November, AfterNovember);
    QCOMPARE(toCsv(reportOf(invoice)),
             "invoice,tenant_id,period_begins,period_ends,provider,model,request_count,"
             "input_tokens,cached_input_tokens,output_tokens,cost_usd,amount_usd,"
             "corrects_invoice\r\n"
             "CAP-000001,a,2026-11-01T00:00:00Z,2026-12-01T00:00:00Z,,llama-8b,1,33,4,20,0.1,0.1,"
             "\r\n");
}

QTEST_GUILESS_MAIN(TestInvoices)
#include "tst_invoices.moc"
