// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reportspagecase.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace reportspage;

/// Issue 6, sentence 6: charts, export, a bar on what takes over a second, cancel.
class ReportsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksNothingForAPageThatIsNotShown();
    void listsEveryReportWithItsQuestion();
    void showsABarAfterASecondOnly();
    void cancelsAndForgetsTheAnswer();
    void dropsTheAnswerToAnOlderQuestion();
    void asksAgainAfterARestart();
    void saysWhyThereIsNoAnswer();
    void savesWhatIsShown();
    void asksForTheRowsThatItDoesNotHold();
    void saysWhenAFileCannotBeWritten();
};

void ReportsTest::asksNothingForAPageThatIsNotShown()
{
    ReportsModel reports;
    QSignalSpy asked(&reports, &ReportsModel::reportWanted);
    reports.apply(sample::snapshot());
    reports.setCurrent(Cost);
    QCOMPARE(asked.count(), 0);
    reports.setShown(true);
    QCOMPARE(asked.count(), 1);
    reports.setShown(false);
    reports.setShown(true); // nothing was chosen in between: the answer stands
    QCOMPARE(asked.count(), 1);
}

// S3-20 ... S3-24, by name
void ReportsTest::listsEveryReportWithItsQuestion()
{
    const ReportsModel reports;
    QCOMPARE(reports.titles().size(), std::ssize(core::reportDescriptions()));
    QCOMPARE(reports.titles().first(), u"Cost by tenant and feature"_s);
    QCOMPARE(reports.questions().first(), u"Which tenant or feature burns the most per request?"_s);
    QVERIFY(!reports.questions().contains(QString()));
}

void ReportsTest::showsABarAfterASecondOnly()
{
    Page page(true);
    QVERIFY(page.reports.isBusy());
    QVERIFY(!page.reports.isSlow());
    QTRY_VERIFY(page.reports.isSlow());
    page.answers.answer();
    QVERIFY(!page.reports.isSlow());
    QVERIFY(!page.reports.isBusy());
    QVERIFY(page.reports.isAnswered());
}

void ReportsTest::cancelsAndForgetsTheAnswer()
{
    Page page(true);
    page.reports.cancel();
    QCOMPARE(page.answers.cancelled, 1);
    QVERIFY(!page.reports.isBusy());
    QCOMPARE(page.reports.errorText(), u"Cancelled."_s);
    page.answers.answer(); // it was under way
    QVERIFY(!page.reports.isAnswered());
    page.reports.run();
    page.answers.answer();
    QVERIFY(page.reports.isAnswered());
    QVERIFY(page.reports.errorText().isEmpty());
    page.reports.cancel(); // of nothing
    QCOMPARE(page.answers.cancelled, 1);
}

void ReportsTest::dropsTheAnswerToAnOlderQuestion()
{
    Page page(true);
    const auto [first, query] = page.answers.asked.back();
    page.reports.setCurrent(Cost);
    page.reports.take(first, sample::report(query, 3));
    QVERIFY(!page.reports.isAnswered());
    QVERIFY(page.reports.isBusy());
}

void ReportsTest::asksAgainAfterARestart()
{
    Page page(true);
    const auto [first, query] = page.answers.asked.back();
    page.reports.reset();
    QVERIFY(!page.reports.isBusy());
    QCOMPARE(page.answers.asked.size(), 1U); // the new service has still to start
    QTRY_COMPARE(page.answers.asked.size(), 2U);
    page.reports.take(first, sample::report(query, 3)); // of the one that is gone
    QVERIFY(page.reports.isBusy());
    page.reports.take(page.answers.asked.back().first, sample::report(query, 3));
    QVERIFY(page.reports.isAnswered());
    page.reports.reset();
    QTest::qWait(0);
    QCOMPARE(page.answers.asked.size(), 2U); // nothing was waited for
}

void ReportsTest::saysWhyThereIsNoAnswer()
{
    Page page(true);
    page.answers.fail(u"The ledger cannot be read."_s);
    QCOMPARE(page.reports.errorText(), u"The ledger cannot be read."_s);
    QVERIFY(!page.reports.isBusy());
}

void ReportsTest::savesWhatIsShown()
{
    Page page;
    page.reports.saveCsv();
    page.reports.saveCsv();
    page.reports.saveJson();
    const QString stem =
        page.answers.folder.filePath(u"capstan-cost_by_tenant_and_feature-2026-11-21"_s);
    QCOMPARE(page.reports.saving()->text(), u"Saved as %1.json"_s.arg(stem));
    QVERIFY(QFile::exists(stem + u"-2.csv"_s)); // nothing is overwritten
    QFile csv(stem + u".csv"_s);
    QVERIFY(csv.open(QIODevice::ReadOnly));
    QCOMPARE(csv.readLine(), "tenant_id,feature_id,total_cost_usd,avg_cost_usd,request_count\r\n");
    QFile json(stem + u".json"_s);
    QVERIFY(json.open(QIODevice::ReadOnly));
    QCOMPARE(QJsonDocument::fromJson(json.readAll()).array().size(), 12);
    page.reports.choose(u"forecast"_s);
    QVERIFY(page.reports.saving()->text().isEmpty()); // that was the other report
}

void ReportsTest::asksForTheRowsThatItDoesNotHold()
{
    Page page(true);
    QSignalSpy wanted(&page.reports, &ReportsModel::fileWanted);
    const auto &[ticket, query] = page.answers.asked.back();
    core::Report first = sample::report(query, 12);
    first.total = 13; // one more than the window holds
    page.reports.take(ticket, first);
    page.reports.saveCsv();
    const QString path =
        page.answers.folder.filePath(u"capstan-cost_by_tenant_and_feature-2026-11-21.csv"_s);
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted.constFirst().at(0).toString(), path);
    QCOMPARE(wanted.constFirst().at(1).value<core::ReportFormat>(), core::ReportFormat::Csv);
    const auto all = wanted.constFirst().at(2).value<core::ReportQuery>();
    QCOMPARE(all.name, query.name);
    QCOMPARE(all.from, query.from);
    QCOMPARE(all.limit, std::numeric_limits<qint64>::max());
    QVERIFY(!QFile::exists(path));
    QVERIFY(page.reports.saving()->isBusy());
    page.reports.saving()->end(path);
    QCOMPARE(page.reports.saving()->text(), u"Saved as "_s + path);
}

void ReportsTest::saysWhenAFileCannotBeWritten()
{
    Page page;
    page.reports.setFolder(u"/proc/nowhere"_s);
    page.reports.saveCsv();
    QVERIFY2(page.reports.saving()->text().contains("cannot be written"_L1),
             qPrintable(page.reports.saving()->text()));
    QVERIFY(page.reports.saving()->hasFailed());
}

QTEST_GUILESS_MAIN(ReportsTest)
#include "tst_reportspage.moc"
