// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "invoicedeskcase.h"

using namespace invoicedesk;

/// Invoices that are closed, and what a tenant pays on top.
class InvoiceClosingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
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
};

QTEST_GUILESS_MAIN(InvoiceClosingTest)
#include "tst_invoiceclosing.moc"
