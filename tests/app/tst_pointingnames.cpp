// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Issue 3: whoever and whatever there has been is chosen by pointing, with real mouse and keys: a
// tenant of two months ago for an invoice, a feature for its margin, both for a budget.
#include "tests/app/windowcase.h"
#include "tests/support/httpclient.h"

#include <QDate>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

class TstPointingNames : public WindowCase
{
    Q_OBJECT

    /// A day that any zone has in the same month.
    static QDate longAgo()
    {
        const QDate day = QDate::currentDate().addMonths(-2);
        return {day.year(), day.month(), 11};
    }

private Q_SLOTS:
    void initTestCase()
    {
        begin();
        QCOMPARE(call(), 200); // by research, today
        QTRY_COMPARE(counted().calls, 1);
        const QJsonObject past{{u"timestamp"_s, longAgo().toString(Qt::ISODate) + u"T12:00:00Z"_s},
                               {u"request_id"_s, u"r-1"_s},
                               {u"tenant_id"_s, u"archive"_s},
                               {u"feature_id"_s, u"scans"_s},
                               {u"tokens_in"_s, 100},
                               {u"tokens_out"_s, 50},
                               {u"status"_s, u"success"_s},
                               {u"estimated_cost_usd"_s, 0.25}};
        const QByteArray log = QJsonDocument(past).toJson(QJsonDocument::Compact) + '\n';
        QVERIFY(m_hand->click(u"page settings"_s));
        QVERIFY(m_hand->press(u"askForUsage"_s));
        QVERIFY(m_hand->enter(u"importFile"_s, written(u"usage.jsonl"_s, log)));
        QVERIFY(m_hand->press(u"bringIn"_s));
        QTRY_COMPARE_WITH_TIMEOUT(counted().calls, 2, Patience);
        m_hand->strike(Qt::Key_Escape);
    }
    void cleanupTestCase() { end(); }

    void writesTheInvoiceOfATenantOfLongAgo()
    {
        const InvoiceDesk &desk = *centre().reports()->invoices();
        QVERIFY(m_hand->click(u"page reports"_s));
        QVERIFY(m_hand->press(u"Invoice"_s));
        QVERIFY(m_hand->choose(u"invoiceTenant"_s, u"archive"_s));
        QVERIFY(m_hand->choose(u"invoiceDays"_s, longAgo().toString(u"yyyy-MM"_s)));
        QTRY_COMPARE_WITH_TIMEOUT(desk.payable(), u"$0.25"_s, Patience);
        QVERIFY(m_hand->press(u"invoiceJson"_s));
        QTRY_VERIFY2(desk.savedText().endsWith(u".json"_s), qPrintable(desk.savedText()));
        QVERIFY(m_hand->press(u"Hide invoice"_s));
    }

    // $0.75 a call, of which one cost $0.25: half a dollar is left, two thirds.
    void tellsTheMarginOfAFeature()
    {
        const ReportsModel &reports = *centre().reports();
        QVERIFY(m_hand->click(u"page reports"_s));
        QVERIFY(m_hand->choose(u"reportTime"_s, u"everything"_s));
        QVERIFY(m_hand->press(u"reportRevenue"_s));
        QVERIFY(m_hand->choose(u"revenueKnown"_s, u"scans"_s));
        QVERIFY(m_hand->enterAnew(u"revenueAmount0"_s, u"0.75"_s));
        m_hand->strike(Qt::Key_Escape);
        ReportTable &table = *centre().reports()->table();
        QTRY_VERIFY_WITH_TIMEOUT(table.titles().contains(u"Margin"_s), Patience);
        QTRY_VERIFY(!reports.isBusy());
        table.sortBy(0); // archive stands before research
        const QStringList cells = table.data(table.index(0), ReportTable::Cells).toStringList();
        QCOMPARE(cells.first(), u"archive"_s);
        QCOMPARE(cells.at(table.titles().indexOf(u"Margin"_s)), u"$0.5000"_s);
    }

    // As capstan budget set tenant:archive 3 --window day --id archive-day.
    void capsATenantOfLongAgoUnderAnIdOfItsOwn()
    {
        QVERIFY(m_hand->click(u"page tenants"_s));
        m_hand->strike(Qt::Key_N, Qt::ControlModifier);
        QTRY_VERIFY(centre().newBudget()->isOpen());
        QVERIFY(m_hand->choose(u"budgetDimension"_s, u"tenant"_s));
        QVERIFY(m_hand->choose(u"knownValues"_s, u"archive"_s));
        QCOMPARE(centre().newBudget()->value(), u"archive"_s);
        QVERIFY(m_hand->enterAnew(u"budgetAmount"_s, u"3"_s));
        QVERIFY(m_hand->press(u"moreOptions"_s));
        QVERIFY(m_hand->enterAnew(u"budgetId"_s, u"archive-day"_s));
        QTRY_VERIFY_WITH_TIMEOUT(centre().newBudget()->canSave(), Patience);
        QVERIFY(m_hand->press(u"saveBudget"_s));
        test::HttpClient client(port());
        QTRY_VERIFY_WITH_TIMEOUT(
            client.get("/api/admin/budgets").body().contains("\"archive-day\""), Patience);
        QVERIFY(client.get("/api/admin/budgets").body().contains("tenant:archive"));
    }
};

int main(int argc, char **argv)
{
    return runAlone(
        []() -> std::unique_ptr<QObject> { return std::make_unique<TstPointingNames>(); },
        argc,
        argv);
}
#include "tst_pointingnames.moc"
