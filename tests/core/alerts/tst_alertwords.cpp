// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/ledger/samples.h"

#include "core/alerts/alertwords.h"
#include "core/alerts/markstext.h"
#include "core/alerts/spendspikes.h"

using namespace samples;
using namespace Qt::StringLiterals;

class TestAlertWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhoPassedWhat_data();
    void saysWhoPassedWhat();
    void readsMarks_data();
    void readsMarks();
    void saysWhoSpentFarMoreThanUsual();
    void refusesWhatIsNoMark();
};

void TestAlertWords::saysWhoPassedWhat_data()
{
    QTest::addColumn<QByteArray>("label");
    QTest::addColumn<QByteArray>("window");
    QTest::addColumn<int>("unit");
    QTest::addColumn<int>("mark");
    QTest::addColumn<qint64>("settled");
    QTest::addColumn<qint64>("limit");
    QTest::addColumn<QString>("sentence");
    const auto usd = static_cast<int>(Unit::Usd);
    QTest::newRow("mark") << QByteArray("tenant:research") << QByteArray("day") << usd << 800'000
                          << qint64{16'020'000'000} << qint64{20'000'000'000}
                          << u"research passed 80 % of the daily cap: $16.02 of $20.00."_s;
    QTest::newRow("cap of all")
        << QByteArray() << QByteArray("month") << usd << Budget::Whole << qint64{1'200'000'000'000}
        << qint64{1'200'000'000'000}
        << u"All tenants reached the monthly cap: $1,200.00 of $1,200.00."_s;
    QTest::newRow("half a percent, tokens")
        << QByteArray("tenant:a,model:llama") << QByteArray("rolling:24h")
        << static_cast<int>(Unit::Tokens) << 995'000 << qint64{9'951} << qint64{10'000}
        << u"a, model llama passed 99.5 % of the 24h rolling cap: 9,951 tokens of 10,000 tokens."_s;
    QTest::newRow("less than a cent")
        << QByteArray("agent:crawler") << QByteArray("hour") << usd << 500'000 << qint64{2'500'000}
        << qint64{5'000'000}
        << u"agent crawler passed 50 % of the hourly cap: $0.0025 of $0.005."_s;
}

void TestAlertWords::saysWhoPassedWhat()
{
    QFETCH(QByteArray, label);
    QFETCH(QByteArray, window);
    QFETCH(int, unit);
    QFETCH(int, mark);
    QFETCH(qint64, settled);
    QFETCH(qint64, limit);
    StoredAlert alert;
    alert.record.label = label;
    alert.record.mark = mark;
    alert.record.hard = mark == Budget::Whole;
    alert.record.settled = settled;
    alert.record.limit = limit;
    alert.budget = std::make_shared<const Budget>(budget({}, window, static_cast<Unit>(unit)));
    QTEST(alertSentence(alert), "sentence");
    alert.budget = nullptr;
    QVERIFY(alertSentence(alert).endsWith(u"cap, since deleted."_s));
}

// S1-33: an hour's cost beside the usual one.
void TestAlertWords::saysWhoSpentFarMoreThanUsual()
{
    const SpendSpike spike{"research",
                           {Noon - 30min, Noon + 30min}, // from 10:00 on
                           Money::fromNanos(12'400'000'000),
                           Money::fromNanos(1'020'000'000)};
    StoredAlert alert;
    alert.record = alertOf(spike, Noon);
    QCOMPARE(alertSentence(alert),
             u"research spent far more than usual: $12.40 in the hour from 2026-11-20 10:00 UTC, "
             "usually $1.02."_s);
}

void TestAlertWords::readsMarks_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<std::vector<int>>("marks");
    QTest::newRow("in order") << u"50, 80, 95"_s << std::vector<int>{500'000, 800'000, 950'000};
    QTest::newRow("as typed") << u" 95% 50 %;80,80"_s
                              << std::vector<int>{500'000, 800'000, 950'000};
    QTest::newRow("a half") << u"99.5"_s << std::vector<int>{995'000};
    QTest::newRow("none") << u""_s << std::vector<int>{};
}

void TestAlertWords::readsMarks()
{
    QFETCH(QString, text);
    const auto marks = marksFrom(text, Budget::Whole);
    QVERIFY(marks.ok());
    QTEST(*marks, "marks");
}

void TestAlertWords::refusesWhatIsNoMark()
{
    for (const QString &text : {u"101"_s, u"0"_s, u"-5"_s, u"soon"_s, u"nan"_s}) {
        const auto marks = marksFrom(text, Budget::Whole);
        QVERIFY2(!marks.ok() && marks.error().message.contains(text), qPrintable(text));
    }
    QVERIFY(!marksFrom(u"90"_s, 800'000).ok()); // above the hard mark
    QVERIFY(!marksFrom(u"1 2 3 4 5 6 7 8 9 10 11"_s, Budget::Whole).ok());
}

QTEST_APPLESS_MAIN(TestAlertWords)
#include "tst_alertwords.moc"
