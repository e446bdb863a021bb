// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "samplesnapshot.h"

#include "app/viewmodels/caps/unitamount.h"

#include <QTest>

using namespace Qt::StringLiterals;
using capamount::Stride;
using core::Unit;

class UnitAmountTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysAnAmountInItsUnit();
    void readsWholeNumbersAndChanges_data();
    void readsWholeNumbersAndChanges();
    void refusesWhatIsNoCount_data();
    void refusesWhatIsNoCount();
    void hasARoundScale();
    void movesByRoundCounts();
};

void UnitAmountTest::saysAnAmountInItsUnit()
{
    QCOMPARE(unitamount::text(sample::dollars("17.5").nanos(), Unit::Usd), u"$17.50"_s);
    QCOMPARE(unitamount::text(12'000, Unit::Tokens), u"12,000 tokens"_s);
    QCOMPARE(unitamount::text(1, Unit::Requests), u"1 request"_s);
    // More than a plural form takes, with every digit.
    QCOMPARE(unitamount::text(5'000'000'001, Unit::Tokens), u"5,000,000,001 tokens"_s);
    QCOMPARE(unitamount::difference(-1'500, Unit::Tokens), u"\u22121,500"_s);
    QCOMPARE(unitamount::plain(12'000, Unit::Requests), u"12000"_s);
    QCOMPARE(unitamount::roundedUp(sample::dollars("16.9501").nanos(), Unit::Usd),
             sample::dollars("16.96").nanos());
    QCOMPARE(unitamount::roundedUp(0, Unit::Tokens), 1);
}

void UnitAmountTest::readsWholeNumbersAndChanges_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("count");
    QTest::newRow("plain") << u"15000"_s << qint64(15'000);
    QTest::newRow("grouped") << u" 15,000 "_s << qint64(15'000);
    QTest::newRow("more") << u"+500"_s << qint64(12'500);
    QTest::newRow("less") << u"\u2212500"_s << qint64(11'500);
    QTest::newRow("a tenth less") << u"-10 %"_s << qint64(10'800);
    QTest::newRow("half as much again") << u"+50%"_s << qint64(18'000);
}

void UnitAmountTest::readsWholeNumbersAndChanges()
{
    QFETCH(const QString, text);
    const auto read = unitamount::parse(text, 12'000, Unit::Tokens);
    QVERIFY2(read.ok(), read.ok() ? "" : qPrintable(read.error().message));
    QTEST(*read, "count");
}

void UnitAmountTest::refusesWhatIsNoCount_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"", "many", "1.5", "0", "-12000", "10%", "$5", "2000000000000"}) {
        QTest::newRow(text) << QString::fromLatin1(text);
    }
}

void UnitAmountTest::refusesWhatIsNoCount()
{
    QFETCH(const QString, text);
    QVERIFY(!unitamount::parse(text, 12'000, Unit::Tokens).ok());
}

void UnitAmountTest::hasARoundScale()
{
    const auto scale = unitamount::scaleFor(12'000, Unit::Tokens); // 15,000 is 1.25 times as much
    QCOMPARE(scale.step, 5'000);
    QCOMPARE(scale.end, 15'000);
    QCOMPARE(unitamount::scaleFor(1, Unit::Requests).labels(),
             (QStringList{u"0"_s, u"1"_s, u"2"_s}));
    const qint64 huge = std::numeric_limits<qint64>::max();
    QVERIFY(unitamount::scaleFor(huge, Unit::Tokens).end > 0);
}

void UnitAmountTest::movesByRoundCounts()
{
    const auto scale = unitamount::scaleFor(12'000, Unit::Tokens);
    QCOMPARE(unitamount::strideOf(scale, Stride::Normal), 500); // 150 is a hundredth
    QCOMPARE(unitamount::strideOf(scale, Stride::Fine), 50);
    QCOMPARE(unitamount::strideOf(scale, Stride::Coarse), 5'000);
    QCOMPARE(unitamount::snapped(0.7033, scale, Stride::Normal), 10'500); // of 10,549
    QCOMPARE(unitamount::snapped(-1, scale, Stride::Normal), 500);
    QCOMPARE(unitamount::snapped(7, scale, Stride::Normal), 15'000);
}

QTEST_GUILESS_MAIN(UnitAmountTest)
#include "tst_unitamount.moc"
