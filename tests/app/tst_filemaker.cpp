// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The log from a real ledger into a file, in the maker's thread.
#include "../core/ledger/samples.h"

#include "app/service/filemaker.h"
#include "core/base/filecontent.h"
#include "core/reports/reports.h"

#include <QSignalSpy>

using namespace samples;
using namespace Qt::StringLiterals;
using app::FileMaker;
using core::ReportFormat;

namespace {

/// Three pages of the ledger.
constexpr quint64 Calls = 2'100;

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class FileMakerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void savesInItsOwnThreadAndTellsHowFarItIs();
    void leavesNothingOfWhatIsStopped();
    void savesOneAtATime();
    void savesAllRowsOfAReport();
    void savesAReportOfALog();
    void endsWithoutAnAnswer();
    void saysThatThereIsNoLedger();
    void saysWhatToDoAboutAFolder();

private:
    Fixture m_ledger;
};

void FileMakerTest::initTestCase()
{
    std::vector<LedgerRecord> records;
    for (quint64 number = 1; number <= Calls; ++number) {
        const HoldRecord call = hold(number, Noon + std::chrono::seconds(number));
        records.emplace_back(call);
        records.emplace_back(settlement(call, 100));
    }
    QVERIFY(m_ledger.write(records));
}

void FileMakerTest::savesInItsOwnThreadAndTellsHowFarItIs()
{
    const QTemporaryDir folder;
    FileMaker maker(m_ledger.path);
    QSignalSpy saved(&maker, &FileMaker::saved);
    QSignalSpy progressed(&maker, &FileMaker::progressed);
    const QString path = folder.filePath(u"log.csv"_s);
    maker.saveLog(path, ReportFormat::Csv, {});
    QVERIFY(saved.isEmpty()); // the window goes on
    QTRY_COMPARE(saved.count(), 1);
    QCOMPARE(saved.constFirst().constFirst().toString(), path);
    QCOMPARE(progressed.count(), 3); // after 1,000, 2,000 and 2,100
    QCOMPARE(progressed.at(0).constFirst().toLongLong(), 1'000);
    QCOMPARE(progressed.at(2).constFirst().toLongLong(), qint64{Calls});
    QCOMPARE(contentOf(path).count("\r\n"), Calls + 1);
}

void FileMakerTest::leavesNothingOfWhatIsStopped()
{
    const QTemporaryDir folder;
    FileMaker maker(m_ledger.path);
    QSignalSpy saved(&maker, &FileMaker::saved);
    QSignalSpy refused(&maker, &FileMaker::refused);
    maker.saveLog(folder.filePath(u"log.csv"_s), ReportFormat::Csv, {});
    maker.stop();
    const QString other = folder.filePath(u"other.csv"_s);
    maker.saveLog(other, ReportFormat::Csv, {}); // behind it in the thread
    QTRY_COMPARE(saved.count(), 1);
    QCOMPARE(saved.constFirst().constFirst().toString(), other);
    QVERIFY(refused.isEmpty());
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList(u"other.csv"_s));
}

void FileMakerTest::savesOneAtATime()
{
    const QTemporaryDir folder;
    FileMaker maker(m_ledger.path);
    QSignalSpy saved(&maker, &FileMaker::saved);
    maker.saveLog(folder.filePath(u"first.csv"_s), ReportFormat::Csv, {});
    maker.saveLog(folder.filePath(u"second.json"_s), ReportFormat::Json, {});
    QTRY_COMPARE(saved.count(), 1);
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList(u"second.json"_s));
}

void FileMakerTest::savesAllRowsOfAReport()
{
    const QTemporaryDir folder;
    FileMaker maker(m_ledger.path);
    QSignalSpy saved(&maker, &FileMaker::saved);
    ReportQuery query{.name = "cost", .from = Noon, .to = Noon + 24h};
    query.perMinute = true;
    query.now = Noon + 24h;
    const QString path = folder.filePath(u"cost.csv"_s);
    maker.saveReport(path, ReportFormat::Csv, query, {});
    QTRY_COMPARE(saved.count(), 1);
    const auto reports = Reports::open(m_ledger.path).value();
    QCOMPARE(contentOf(path), toCsv(reports->run(query).value()));
    QCOMPARE(contentOf(path).count("\r\n"), 37); // the names; 1 s to 2,100 s: 36 minutes, begun
    maker.saveReport(folder.filePath(u"none.csv"_s), ReportFormat::Csv, query, {});
    maker.stop();
    maker.saveReport(folder.filePath(u"cost.json"_s), ReportFormat::Json, query, {});
    QTRY_COMPARE(saved.count(), 2);
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files),
             QStringList({u"cost.csv"_s, u"cost.json"_s}));
}

void FileMakerTest::savesAReportOfALog()
{
    const QTemporaryDir folder;
    const QString log = folder.filePath(u"usage.jsonl"_s);
    QVERIFY(core::saveFile(log,
                           "{\"timestamp\":\"2026-11-20T10:30:00Z\",\"tenant_id\":\"archive\","
                           "\"estimated_cost_usd\":0.5}\n")
                .ok());
    FileMaker maker(m_ledger.path);
    QSignalSpy saved(&maker, &FileMaker::saved);
    ReportQuery query{.name = "cost", .by = {Dimension::Tenant}};
    query.now = Noon + 24h;
    const QString path = folder.filePath(u"cost.csv"_s);
    maker.saveReport(path, ReportFormat::Csv, query, log);
    QTRY_COMPARE(saved.count(), 1);
    QVERIFY2(contentOf(path).contains("\narchive,0.5,"), contentOf(path));
}

void FileMakerTest::endsWithoutAnAnswer()
{
    const QTemporaryDir folder;
    int answers = 0;
    {
        FileMaker maker(m_ledger.path);
        connect(&maker, &FileMaker::saved, this, [&answers] { ++answers; });
        connect(&maker, &FileMaker::refused, this, [&answers] { ++answers; });
        maker.saveLog(folder.filePath(u"log.csv"_s), ReportFormat::Csv, {});
    }
    QCoreApplication::processEvents();
    QCOMPARE(answers, 0); // nobody is there any more to be told
    QVERIFY(QDir(folder.path()).isEmpty());
}

void FileMakerTest::saysThatThereIsNoLedger()
{
    const QTemporaryDir folder;
    FileMaker maker(folder.filePath(u"none.db"_s));
    QSignalSpy refused(&maker, &FileMaker::refused);
    maker.saveLog(folder.filePath(u"log.csv"_s), ReportFormat::Csv, {});
    QTRY_COMPARE(refused.count(), 1);
    QVERIFY(!refused.constFirst().constFirst().toString().isEmpty());
    QVERIFY(QDir(folder.path()).isEmpty());
}

void FileMakerTest::saysWhatToDoAboutAFolder()
{
    FileMaker maker(m_ledger.path);
    QSignalSpy refused(&maker, &FileMaker::refused);
    maker.saveLog(u"/proc/nowhere/log.csv"_s, ReportFormat::Csv, {});
    QTRY_COMPARE(refused.count(), 1);
    const QString why = refused.constFirst().constFirst().toString();
    QVERIFY2(why.startsWith(u"The file /proc/nowhere/log.csv cannot be written: "_s),
             qPrintable(why));
    QVERIFY2(why.endsWith(u"Make room there, or let this user write there."_s), qPrintable(why));
}

QTEST_GUILESS_MAIN(FileMakerTest)
#include "tst_filemaker.moc"
