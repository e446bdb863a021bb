// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The log as a file: what the page asks for, and what it says of it.
#include "askedactivity.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class FileSavingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksForWhatTheFiltersHave();
    void overwritesNothing();
    void savesOneFileAtATime();
    void saysWhereItStands();
    void saysNothingOfItUnderOtherFilters();
    void saysWhyItDoesNot();
    void tellsHowFarItIsOnceItTakesASecond();
    void canBeCancelled();
};

// At 14:31:58 UTC on 21 November 2026 by the sample.
void FileSavingTest::asksForWhatTheFiltersHave()
{
    const QTemporaryDir folder;
    Asked page;
    page.model.setFolder(folder.path());
    QSignalSpy wanted(&page.model, &ActivityModel::fileWanted);
    page.model.outcome()->choose(u"refused"_s);
    page.model.saveCsv();
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted.constFirst().at(0).toString(),
             folder.filePath(u"capstan-log-2026-11-21.csv"_s));
    QCOMPARE(wanted.constFirst().at(1).value<core::ReportFormat>(), core::ReportFormat::Csv);
    QCOMPARE(wanted.constFirst().at(2).value<core::ActivityFilter>(),
             page.questions.back().filter); // the one that the list has
}

void FileSavingTest::overwritesNothing()
{
    const QTemporaryDir folder;
    QFile former(folder.filePath(u"capstan-log-2026-11-21.json"_s));
    QVERIFY(former.open(QIODevice::WriteOnly));
    Asked page;
    page.model.setFolder(folder.path());
    QSignalSpy wanted(&page.model, &ActivityModel::fileWanted);
    page.model.saveJson();
    QCOMPARE(wanted.constFirst().at(0).toString(),
             folder.filePath(u"capstan-log-2026-11-21-2.json"_s));
    QCOMPARE(wanted.constFirst().at(1).value<core::ReportFormat>(), core::ReportFormat::Json);
}

void FileSavingTest::savesOneFileAtATime()
{
    Asked page;
    QSignalSpy wanted(&page.model, &ActivityModel::fileWanted);
    page.model.saveCsv();
    page.model.saveJson();
    QCOMPARE(wanted.count(), 1);
    page.model.saving()->end(u"/tmp/log.csv"_s);
    page.model.saveJson();
    QCOMPARE(wanted.count(), 2);
}

void FileSavingTest::saysWhereItStands()
{
    FileSaving saving;
    saving.begin();
    QVERIFY(saving.isBusy());
    QVERIFY(saving.text().isEmpty());
    saving.end(u"/home/ada/log.csv"_s);
    QCOMPARE(saving.text(), u"Saved as /home/ada/log.csv"_s);
    QVERIFY(!saving.isBusy());
    QVERIFY(!saving.hasFailed());
    saving.begin();
    QVERIFY(saving.text().isEmpty()); // that was the file before
}

void FileSavingTest::saysNothingOfItUnderOtherFilters()
{
    Asked page;
    FileSaving &saving = *page.model.saving();
    saving.begin();
    page.model.outcome()->choose(u"refused"_s);
    QVERIFY(saving.isBusy()); // it goes on as it was asked for
    saving.end(u"/tmp/log.csv"_s);
    QVERIFY(!saving.text().isEmpty());
    page.model.clearFilters();
    QVERIFY(saving.text().isEmpty());
}

void FileSavingTest::saysWhyItDoesNot()
{
    FileSaving saving;
    saving.begin();
    saving.refuse(u"The file /x.csv cannot be written: No space left on device. Make room there, "
                  "or let this user write there."_s);
    QVERIFY(saving.hasFailed());
    QVERIFY(!saving.isBusy());
    QVERIFY2(saving.text().endsWith(u"Make room there, or let this user write there."_s),
             qPrintable(saving.text()));
}

void FileSavingTest::tellsHowFarItIsOnceItTakesASecond()
{
    FileSaving saving;
    saving.begin();
    saving.setRows(12'000);
    QVERIFY(!saving.isSlow());
    QTRY_VERIFY(saving.isSlow());
    QVERIFY2(saving.progressText().startsWith(u"Saving, 12,000 request"_s),
             qPrintable(saving.progressText()));
    saving.end(u"/tmp/log.csv"_s);
    QVERIFY(!saving.isSlow());
    saving.begin();
    QCOMPARE(saving.progressText(), u"Saving…"_s);
}

void FileSavingTest::canBeCancelled()
{
    FileSaving saving;
    QSignalSpy cancelled(&saving, &FileSaving::cancelWanted);
    saving.cancel(); // there is nothing yet
    QVERIFY(cancelled.isEmpty());
    saving.begin();
    saving.cancel();
    QCOMPARE(cancelled.count(), 1);
    QCOMPARE(saving.text(), u"Cancelled. No file was saved."_s);
    QVERIFY(!saving.hasFailed());
    saving.end(u"/tmp/late.csv"_s); // passed over
    QCOMPARE(saving.text(), u"Cancelled. No file was saved."_s);
}

QTEST_GUILESS_MAIN(FileSavingTest)
#include "tst_filesaving.moc"
