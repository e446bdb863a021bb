// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "samplesnapshot.h"

#include "app/viewmodels/reports/reportsmodel.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using core::Money;

namespace {

/// October in Berlin, as the desk asked for it: $41.87 and 10 % on top are $46.06 (46.057).
core::Invoice october(qint64 number = 0)
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

} // namespace

/// Issue 6, "Billing": invoices in the window.
class InvoiceDeskTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void passesOverAnAnswerToAnotherQuestion()
    {
        Desk office;
        office.show();
        const quint64 first = office.wanted.constLast().constFirst().toULongLong();
        office.desk.tenant()->clear(); // nothing is asked now
        office.desk.take(first, october());
        QVERIFY(!office.desk.isReady());
        office.desk.refuse(first, u"The ledger cannot be read."_s);
        QCOMPARE(office.desk.errorText(), QString());
    }
    void saysWhoseWishWasNotDone()
    {
        Desk office;
        office.show();
        office.answer(october());
        office.desk.askToClose();
        office.desk.close();
        office.desk.tenant()->choose(u"support-bot"_s);
        core::Invoice other = october();
        other.tenant = "support-bot";
        office.answer(other);
        const auto asked = office.wanted.size();
        office.desk.closed(u"The disk is full."_s);
        QCOMPARE(office.desk.errorText(), u"research, 2026-10: The disk is full."_s);
        QVERIFY(office.desk.isReady()); // the one that is shown stays
        QCOMPARE(office.wanted.size(), asked);
    }
    void asksAgainAfterARestart()
    {
        Desk office;
        office.show();
        const auto asked = office.wanted.size();
        office.reports.reset();
        QTRY_COMPARE(office.wanted.size(), asked + 1);
        office.answer(october());
        QVERIFY(office.desk.isReady());
    }
    // Issue 3: what other terms would come to, before they are changed.
    void saysWhatOtherTermsWouldComeTo()
    {
        Desk office;
        QSignalSpy terms(&office.desk, &InvoiceDesk::termsWanted);
        office.show();
        office.answer(october());
        QCOMPARE(office.desk.percent(), u"10"_s);
        QVERIFY(!office.desk.areTermsReady());
        office.desk.setPercent(u"-5"_s); // $41.87 less 5 % are $39.78 (39.7765)
        QCOMPARE(office.desk.termsText(), u"To pay: $39.78 instead of $46.06"_s);
        QVERIFY(office.desk.areTermsReady());
        QVERIFY(terms.isEmpty()); // only said so far
        office.desk.keepTerms();
        QCOMPARE(terms.size(), 1);
        QCOMPARE(terms.constFirst().constFirst().toByteArray(), "research"_ba);
        const auto asked = office.wanted.size();
        office.desk.termsKept({});
        QCOMPARE(office.wanted.size(), asked + 1); // with the new terms
        office.answer(october());
        office.desk.setPercent(u"much"_s);
        QVERIFY(!office.desk.areTermsReady());
        QVERIFY(!office.desk.termsText().isEmpty());
    }

    void aClosedInvoiceKeepsItsTerms()
    {
        Desk office;
        office.show();
        office.answer(october(12));
        office.desk.setPercent(u"20"_s);
        QCOMPARE(office.desk.termsText(), u"From the next invoice on; this one is closed."_s);
    }

    void asksForTheMonthThatIsOver()
    {
        Desk office;
        office.show();
        QCOMPARE(office.desk.month()->chosen(), u"2026-10"_s);
        QCOMPARE(office.desk.month()->choices().size(), InvoiceDesk::Months + 1); // and other days
        QCOMPARE(office.wanted.count(), 1);
        const auto period = office.wanted.constLast().at(2).value<core::Span>();
        QCOMPARE(period.begins, october().period.begins);
        QCOMPARE(period.ends, october().period.ends);
        QVERIFY(!office.desk.isReady());
    }

    void saysWhatStandsOnIt()
    {
        Desk office;
        office.show();
        office.answer(october());
        QCOMPARE(office.desk.title(), u"Draft"_s);
        QCOMPARE(office.desk.payable(), u"$46.06"_s);
        QCOMPARE(office.desk.summary(), u"1,204 calls, $41.87 as metered; terms 10 %"_s);
    }

    // S4-26
    void savesItsLines()
    {
        Desk office;
        office.desk.saveCsv(); // there is nothing yet
        QCOMPARE(office.desk.savedText(), QString());
        office.show();
        office.answer(october());
        office.desk.saveCsv();
        const QString path = office.folder.filePath(u"invoice-research-2026-10-draft.csv"_s);
        QCOMPARE(office.desk.savedText(), u"Saved as %1"_s.arg(path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains(",41.87,46.057,"));
    }

    void printsToAPathThatIsFree()
    {
        Desk office;
        QSignalSpy printed(&office.desk, &InvoiceDesk::printWanted);
        office.show();
        office.answer(october(12));
        QCOMPARE(office.desk.title(), u"CAP-000012, closed"_s);
        const QString path = office.folder.filePath(u"invoice-research-2026-10-cap-000012.pdf"_s);
        QFile taken(path);
        QVERIFY(taken.open(QIODevice::WriteOnly));
        office.desk.savePdf();
        QCOMPARE(printed.constLast().at(1).toString(),
                 QString(path).replace(u".pdf"_s, u"-2.pdf"_s));
        office.desk.printed(path, u"The disk is full."_s);
        QCOMPARE(office.desk.savedText(), u"The disk is full."_s);
    }

    void closesAMonthOnceAndAsksFirst()
    {
        Desk office;
        QSignalSpy closing(&office.desk, &InvoiceDesk::closeWanted);
        office.show();
        office.answer(october());
        office.desk.close(); // nobody was asked
        office.desk.askToClose();
        QVERIFY(office.desk.isAsking());
        office.desk.keepOpen();
        office.desk.close();
        QCOMPARE(closing.count(), 0);
        office.desk.askToClose();
        office.desk.close();
        QCOMPARE(closing.count(), 1);
        QCOMPARE(closing.constLast().constFirst().toByteArray(), "research");
        const auto asked = office.wanted.count();
        office.desk.closed({});
        QCOMPARE(office.wanted.count(), asked + 1);
        office.answer(october(1));
        QVERIFY(!office.desk.isClosable());
        office.desk.closed(u"Another one came first."_s);
        QCOMPARE(office.desk.errorText(), u"Another one came first."_s);
    }

    // Issue 3: the consequence first.
    void saysWhatClosingDoes()
    {
        Desk office;
        office.show();
        office.answer(october());
        QCOMPARE(office.desk.closingText(), QString());
        office.desk.askToClose();
        QVERIFY(office.desk.closingText().startsWith(u"research is to pay $46.06."_s));
        office.desk.keepOpen();
        QCOMPARE(office.desk.closingText(), QString());
    }

    void asksForOtherDays()
    {
        Desk office;
        office.show();
        const auto begins = [&office] {
            return office.wanted.constLast().at(2).value<core::Span>();
        };
        QVERIFY(!office.desk.month()->chooseRange(u"1 October"_s, {}).isEmpty());
        QVERIFY(!office.desk.month()->chooseRange(u"2026-10-02"_s, u"2026-10-01"_s).isEmpty());
        QCOMPARE(office.desk.month()->chosen(), u"2026-10"_s);
        QCOMPARE(office.desk.month()->chooseRange(u"2026-10-01"_s, u"2026-10-14"_s), QString());
        QCOMPARE(begins(), *core::billingPeriod("2026-10-01..2026-10-15", "Europe/Berlin"));
        QCOMPARE(office.desk.month()->label(), u"Period: 2026-10-01 to 2026-10-14"_s);
        office.desk.zone()->choose(u"Asia/Tokyo"_s);
        QCOMPARE(begins(), *core::billingPeriod("2026-10-01..2026-10-15", "Asia/Tokyo"));
        QCOMPARE(office.desk.month()->chooseRange(u"2026-10-05"_s, {}), QString());
        QCOMPARE(begins(), *core::billingPeriod("2026-10-05", "Asia/Tokyo"));
    }

    void showsAClosedOneAgain()
    {
        Desk office;
        QSignalSpy listed(&office.desk, &InvoiceDesk::closedWanted);
        office.show();
        QCOMPARE(listed.count(), 1);
        core::Invoice half = october(8);
        half.tenant = "support-bot";
        half.period = *core::billingPeriod("2026-09-01..2026-09-16", "Europe/Berlin");
        office.desk.takeClosed({october(7), half});
        QCOMPARE(office.desk.closedOnes()->choices(),
                 QStringList({u"CAP-000008 · support-bot · 2026-09-01 to 2026-09-15 · $46.06"_s,
                              u"CAP-000007 · research · 2026-10 · $46.06"_s}));
        office.desk.closedOnes()->choose(office.desk.closedOnes()->choices().constFirst());
        QCOMPARE(office.desk.tenant()->chosen(), u"support-bot"_s);
        QCOMPARE(office.wanted.constLast().at(1).toByteArray(), "support-bot");
        QCOMPARE(office.wanted.constLast().at(2).value<core::Span>(), half.period);
        office.answer(half);
        office.desk.saveCsv();
        QVERIFY(office.desk.savedText().endsWith(
            u"invoice-support-bot-2026-09-01-to-2026-09-15-cap-000008.csv"_s));
        office.desk.tenant()->choose(u"research"_s); // another invoice again
        QVERIFY(!office.desk.closedOnes()->isActive());
        office.desk.month()->choose(u"2026-10"_s);
        QCOMPARE(office.wanted.constLast().at(2).value<core::Span>(), october().period);
        const auto asked = listed.count();
        office.desk.closed({});
        QCOMPARE(listed.count(), asked + 1); // there is one more
    }

    void closesNoMonthThatGoesOn()
    {
        Desk office;
        office.show();
        office.desk.month()->choose(u"2026-11"_s);
        core::Invoice invoice = october();
        invoice.period = *core::billingPeriod("2026-11", "Europe/Berlin");
        office.answer(invoice);
        QVERIFY(office.desk.isReady());
        QVERIFY(!office.desk.isClosable());
        office.desk.askToClose();
        QVERIFY(!office.desk.isAsking());
    }

    void forgetsTheAnswerToAnOlderQuestion()
    {
        Desk office;
        office.show();
        office.desk.month()->choose(u"2026-09"_s);
        office.desk.take(office.wanted.constFirst().constFirst().toULongLong(), october());
        QVERIFY(!office.desk.isReady());
        office.desk.refuse(office.wanted.constLast().constFirst().toULongLong(), u"Overlaps."_s);
        QCOMPARE(office.desk.errorText(), u"Overlaps."_s);
    }
};

QTEST_GUILESS_MAIN(InvoiceDeskTest)
#include "tst_invoicedesk.moc"
