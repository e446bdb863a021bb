// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "samplesnapshot.h"

#include "app/viewmodels/formatting.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using core::Money;

class FormattingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesBudgetAmountsWithTwoDecimals_data();
    void writesBudgetAmountsWithTwoDecimals();
    void writesCallCostsWithFourDecimals_data();
    void writesCallCostsWithFourDecimals();
    void addsUpAsShown();
    void writesRatesCountsAndPercent();
    void writesAges();
    void writesTimesInTheZoneOfTheList();
};

void FormattingTest::writesBudgetAmountsWithTwoDecimals_data()
{
    QTest::addColumn<qint64>("nanos");
    QTest::addColumn<QString>("text");
    QTest::newRow("zero") << qint64{0} << u"$0.00"_s;
    QTest::newRow("cents") << qint64{12'340'000'000} << u"$12.34"_s;
    QTest::newRow("thousands") << qint64{1'200'000'000'000} << u"$1,200.00"_s;
    QTest::newRow("half a cent goes up") << qint64{5'000'000} << u"$0.01"_s;
    QTest::newRow("below the precision is not zero") << qint64{1} << u"<$0.01"_s;
    QTest::newRow("minus is U+2212") << qint64{-2'500'000'000} << u"\u2212$2.50"_s;
    QTest::newRow("the whole range")
        << std::numeric_limits<qint64>::min() << u"\u2212$9,223,372,036.85"_s;
}

void FormattingTest::writesBudgetAmountsWithTwoDecimals()
{
    QFETCH(const qint64, nanos);
    QTEST(formatting::money(Money::fromNanos(nanos)), "text");
}

void FormattingTest::writesCallCostsWithFourDecimals_data()
{
    QTest::addColumn<qint64>("nanos");
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing charged") << qint64{0} << u"–"_s;
    QTest::newRow("small") << qint64{2'300'000} << u"$0.0023"_s;
    QTest::newRow("above a dollar") << qint64{1'204'000'000} << u"$1.2040"_s;
    QTest::newRow("below the precision") << qint64{49'999} << u"<$0.0001"_s;
}

void FormattingTest::writesCallCostsWithFourDecimals()
{
    QFETCH(const qint64, nanos);
    QTEST(formatting::callCost(Money::fromNanos(nanos)), "text");
}

void FormattingTest::addsUpAsShown()
{
    // 10.004 + 0.004 + 9.992 = 20: rounded one by one they would show 10.00 + 0.00 + 9.99.
    const auto parts = formatting::parts(
        sample::dollars("10.004"), sample::dollars("0.004"), sample::dollars("20"));
    QCOMPARE(parts.spent, u"$10.00"_s);
    QCOMPARE(parts.held, u"$0.01"_s);
    QCOMPARE(parts.left, u"$9.99"_s);
    // A cap that was lowered below what is committed leaves less than nothing.
    QCOMPARE(
        formatting::parts(sample::dollars("5"), sample::dollars("1"), sample::dollars("4")).left,
        u"\u2212$2.00"_s);
}

void FormattingTest::writesRatesCountsAndPercent()
{
    QCOMPARE(formatting::burn(sample::dollars("6.42")), u"$6.42/h"_s);
    QCOMPARE(formatting::burn({}), u"–"_s);
    QCOMPARE(formatting::tokensPerSecond(61), u"61 tok/s"_s);
    QCOMPARE(formatting::count(21'907), u"21,907"_s);
    QCOMPARE(formatting::count(1'249'999), u"1.2 M"_s);
    QCOMPARE(formatting::percent(0.38), u"38\u202F%"_s);
    QCOMPARE(formatting::runningCalls(1), u"1 running call"_s);
    QCOMPARE(formatting::runningCalls(14), u"14 running calls"_s);
    QCOMPARE(formatting::difference(sample::dollars("2.5")), u"+$2.50"_s);
    QCOMPARE(formatting::plainAmount(sample::dollars("1200.5")), u"1200.50"_s);
}

void FormattingTest::writesAges()
{
    QCOMPARE(formatting::running(14s), u"0:14"_s);
    QCOMPARE(formatting::running(171s), u"2:51"_s);
    QCOMPARE(formatting::running(3723s), u"1:02:03"_s);
    QCOMPARE(formatting::running(-5s), u"0:00"_s); // a clock that was set back
}

void FormattingTest::writesTimesInTheZoneOfTheList()
{
    const core::Time now = sample::afternoon();
    const QTimeZone berlin = formatting::zoneOf("Europe/Berlin");
    QCOMPARE(formatting::clock(now, berlin), u"14:32"_s);
    QCOMPARE(formatting::clock(now, formatting::zoneOf({})), u"13:32"_s);
    QCOMPARE(formatting::zoneOf("No/Such"), QTimeZone::utc());
    QCOMPARE(formatting::longDate(now, berlin), u"Saturday 21 November, 14:32"_s);
    QCOMPARE(formatting::when(now - 23min, now, berlin), u"today 14:09"_s);
    QCOMPARE(formatting::when(now - 20h, now, berlin), u"yesterday 18:32"_s);
    QCOMPARE(formatting::when(now - 48h, now, berlin), u"Thu 14:32"_s);
    QCOMPARE(formatting::when(now - 240h, now, berlin), u"11 Nov 14:32"_s);
}

QTEST_GUILESS_MAIN(FormattingTest)
#include "tst_formatting.moc"
