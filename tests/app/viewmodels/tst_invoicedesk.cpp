// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "invoicedeskcase.h"

#include "core/billing/invoicejson.h"
#include "core/reports/reportformat.h"

#include <QFile>

using namespace invoicedesk;

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

    // As capstan invoice --format json, and as it prints it without.
    void savesItForProgramsAndReaders()
    {
        Desk office;
        office.desk.saveJson(); // there is nothing yet
        office.desk.saveTable();
        QCOMPARE(office.desk.savedText(), QString());
        office.show();
        office.answer(october());
        office.desk.saveJson();
        const QString stem = office.folder.filePath(u"invoice-research-2026-10-draft"_s);
        QCOMPARE(office.desk.savedText(), u"Saved as %1.json"_s.arg(stem));
        QFile json(stem + u".json"_s);
        QVERIFY(json.open(QIODevice::ReadOnly));
        QCOMPARE(json.readAll(), core::toJson(october()) + '\n');
        office.desk.saveTable();
        QFile table(stem + u".txt"_s);
        QVERIFY(table.open(QIODevice::ReadOnly));
        QCOMPARE(table.readAll(), core::toTable(core::reportOf(october())));
    }
};

QTEST_GUILESS_MAIN(InvoiceDeskTest)
#include "tst_invoicedesk.moc"
