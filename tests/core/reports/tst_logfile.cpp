// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The log as a file: what the API and the command give page by page, whole.
#include "samples.h"

#include "core/reports/decisions.h"
#include "core/reports/logfile.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace samples;
using namespace Qt::StringLiterals;

namespace {

/// More than two pages of a thousand: 1 to 2,500, a second apart.
constexpr quint64 Calls = 2'500;

/// By "=sum" every tenth, else by research.
HoldRecord call(quint64 number)
{
    return hold(number, Noon + std::chrono::seconds(number), by(number % 10 == 0 ? "=sum" : "ops"));
}

struct Log : Fixture
{
    Log()
    {
        std::vector<LedgerRecord> records;
        for (quint64 number = 1; number <= Calls; ++number) {
            records.emplace_back(call(number));
            records.emplace_back(settlement(call(number), 100));
        }
        isWritten = write(records);
        activity = Activity::open(path).value();
    }
    [[nodiscard]] QString place(const QString &name) const { return folder.filePath(name); }
    [[nodiscard]] Result<qint64>
    save(const QString &file, const ActivityFilter &filter, ReportFormat format) const
    {
        return saveLog(*activity, filter, format, file, [](qint64) { return true; });
    }
    [[nodiscard]] static QByteArray content(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    bool isWritten = false;
    std::unique_ptr<Activity> activity;
};

} // namespace

class TestLogFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void hasEveryCallOnceUnderOneHead();
    void isOneListForAProgram();
    void hasWhatTheFilterHas_data();
    void hasWhatTheFilterHas();
    void makesNoFormulaOfAName();
    void saysHowFarItIs();
    void leavesNothingBehindWhenItIsStopped();
    void keepsTheFileThatWasThere();
    void saysWhatIsWrongWithTheFolder();

private:
    std::unique_ptr<Log> m_log;
};

void TestLogFile::initTestCase()
{
    m_log = std::make_unique<Log>();
    QVERIFY(m_log->isWritten);
}

void TestLogFile::hasEveryCallOnceUnderOneHead()
{
    const QString file = m_log->place(u"new/all.csv"_s);
    QCOMPARE(m_log->save(file, {}, ReportFormat::Csv).value(), qint64{Calls});
    const QByteArray text = Log::content(file);
    QCOMPARE(text.count("\r\n"), Calls + 1);
    // The first page is what `capstan decisions --limit 1000 --format csv` prints.
    const ActivityPage first = m_log->activity->page({}, std::nullopt, 1'000).value();
    QVERIFY(text.startsWith(toCsv(decisionTable(first))));
    QCOMPARE(text.count("timestamp"), 1);
    for (const quint64 number : {quint64{1}, quint64{1'500}, quint64{1'501}, Calls}) {
        QCOMPARE(text.count(RequestId{number, ~number}.toText()), 1);
    }
}

void TestLogFile::isOneListForAProgram()
{
    const QString file = m_log->place(u"all.json"_s);
    QCOMPARE(m_log->save(file, {}, ReportFormat::Json).value(), qint64{Calls});
    const QJsonObject whole = QJsonDocument::fromJson(Log::content(file)).object();
    const QJsonArray list = whole.value("decisions"_L1).toArray();
    QCOMPARE(list.size(), qsizetype{Calls});
    QVERIFY(whole.value("next"_L1).isNull());
    const ActivityPage first = m_log->activity->page({}, std::nullopt, 1'000).value();
    const QJsonArray page =
        QJsonDocument::fromJson(decisionsJson(first)).object().value("decisions"_L1).toArray();
    QCOMPARE(list.at(0), page.at(0));
    QCOMPARE(list.at(999), page.at(999));
}

void TestLogFile::hasWhatTheFilterHas_data()
{
    QTest::addColumn<QByteArray>("tenant");
    QTest::addColumn<int>("calls");
    QTest::newRow("every tenth") << "=sum"_ba << 250;
    QTest::newRow("nobody") << "nobody"_ba << 0;
}

void TestLogFile::hasWhatTheFilterHas()
{
    QFETCH(QByteArray, tenant);
    QFETCH(int, calls);
    ActivityFilter filter;
    filter.values = {{Dimension::Tenant, tenant}};
    const QString csv = m_log->place(QString::fromUtf8(tenant) + u".csv"_s);
    QCOMPARE(m_log->save(csv, filter, ReportFormat::Csv).value(), calls);
    QCOMPARE(Log::content(csv).count("\r\n"), calls + 1);
    const QString json = m_log->place(QString::fromUtf8(tenant) + u".json"_s);
    QCOMPARE(m_log->save(json, filter, ReportFormat::Json).value(), calls);
    const QJsonDocument list = QJsonDocument::fromJson(Log::content(json));
    QCOMPARE(list["decisions"_L1].toArray().size(), calls);
}

// A spreadsheet takes what begins with = + - or @ for something to work out.
void TestLogFile::makesNoFormulaOfAName()
{
    const QString file = m_log->place(u"names.csv"_s);
    QVERIFY(m_log->save(file, {}, ReportFormat::Csv).ok());
    QCOMPARE(Log::content(file).count(",'=sum,"), 250);
    QVERIFY(!Log::content(file).contains(",=sum"));
}

void TestLogFile::saysHowFarItIs()
{
    std::vector<qint64> told;
    const auto hear = [&told](qint64 rows) {
        told.push_back(rows);
        return true;
    };
    const QString file = m_log->place(u"told.csv"_s);
    QVERIFY(saveLog(*m_log->activity, {}, ReportFormat::Csv, file, hear).ok());
    QCOMPARE(told, (std::vector<qint64>{1'000, 2'000, 2'500}));
}

void TestLogFile::leavesNothingBehindWhenItIsStopped()
{
    const QTemporaryDir folder;
    const auto stop = [](qint64 rows) {
        return rows < 2'000;
    };
    const QString file = folder.filePath(u"some.csv"_s);
    const auto saved = saveLog(*m_log->activity, {}, ReportFormat::Csv, file, stop);
    QCOMPARE(saved.error().code, ErrorCode::Conflict);
    QVERIFY(QDir(folder.path()).isEmpty());
}

void TestLogFile::keepsTheFileThatWasThere()
{
    const QString path = m_log->place(u"kept.csv"_s);
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("mine");
    }
    const auto stop = [](qint64) {
        return false;
    };
    QVERIFY(!saveLog(*m_log->activity, {}, ReportFormat::Csv, path, stop).ok());
    QCOMPARE(Log::content(path), "mine");
}

void TestLogFile::saysWhatIsWrongWithTheFolder()
{
    const QString path = m_log->place(u"kept.csv/all.csv"_s); // below a file
    const auto saved = m_log->save(path, {}, ReportFormat::Csv);
    QCOMPARE(saved.error().code, ErrorCode::Unavailable);
    QVERIFY2(saved.error().message.contains(path), qPrintable(saved.error().message));
    QCOMPARE(saved.error().remedy, u"Make room there, or let this user write there."_s);
}

QTEST_GUILESS_MAIN(TestLogFile)
#include "tst_logfile.moc"
