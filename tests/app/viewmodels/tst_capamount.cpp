// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "samplesnapshot.h"

#include "app/viewmodels/capamount.h"

#include <QTest>

using namespace Qt::StringLiterals;
using core::Money;

class CapAmountTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatPeopleType_data();
    void readsWhatPeopleType();
    void refusesWhatIsNoAmount_data();
    void refusesWhatIsNoAmount();
    void scalesAreRound_data();
    void scalesAreRound();
    void snapsToSensibleSteps();
    void setsTheLimitSoThatTheCapIsExact();
    void suggestsTwiceTheSpend();
};

void CapAmountTest::readsWhatPeopleType_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("amount");
    QTest::newRow("plain") << u"17.5"_s << u"17.5"_s;
    QTest::newRow("dollars") << u" $17.50 "_s << u"17.5"_s;
    QTest::newRow("decimal comma") << u"17,50"_s << u"17.5"_s;
    QTest::newRow("thousands") << u"1,200"_s << u"1200"_s;
    QTest::newRow("thousands and cents") << u"$1,200.25"_s << u"1200.25"_s;
    QTest::newRow("no leading zero") << u".5"_s << u"0.5"_s;
    QTest::newRow("still being typed") << u"17."_s << u"17"_s;
    QTest::newRow("more") << u"+2"_s << u"22"_s;
    QTest::newRow("less") << u"-2.50"_s << u"17.5"_s;
    QTest::newRow("less, with a real minus") << u"\u22122.50"_s << u"17.5"_s;
    QTest::newRow("percent less") << u"-10%"_s << u"18"_s;
    QTest::newRow("percent more") << u"+12.5 %"_s << u"22.5"_s;
    QTest::newRow("to the cent") << u"17.499"_s << u"17.5"_s;
}

void CapAmountTest::readsWhatPeopleType()
{
    QFETCH(const QString, text);
    QFETCH(const QString, amount);
    const auto read = capamount::parse(text, sample::dollars("20"));
    QVERIFY2(read.ok(), qPrintable(text));
    QCOMPARE(*read, sample::dollars(amount.toLatin1().constData()));
}

void CapAmountTest::refusesWhatIsNoAmount_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"",
                             "abc",
                             "12 dollars",
                             "1e3",
                             "--2",
                             "50%",
                             "0",
                             "-20",
                             "-100%",
                             "1000000001",
                             "99999999999999999999",
                             "NaN",
                             "$",
                             "+",
                             "1.2.3"}) {
        QTest::newRow(text) << QString::fromLatin1(text);
    }
}

void CapAmountTest::refusesWhatIsNoAmount()
{
    QFETCH(const QString, text);
    const auto read = capamount::parse(text, sample::dollars("20"));
    QVERIFY(!read.ok());
    QVERIFY(!read.error().message.isEmpty());
    QVERIFY(!read.error().remedy.isEmpty());
}

void CapAmountTest::scalesAreRound_data()
{
    QTest::addColumn<QString>("cap");
    QTest::addColumn<QStringList>("labels");
    QTest::newRow("20") << u"20"_s
                        << QStringList{u"$0"_s, u"$5"_s, u"$10"_s, u"$15"_s, u"$20"_s, u"$25"_s};
    QTest::newRow("60") << u"60"_s << QStringList{u"$0"_s, u"$20"_s, u"$40"_s, u"$60"_s, u"$80"_s};
    QTest::newRow("1") << u"1"_s << QStringList{u"$0"_s, u"$0.50"_s, u"$1"_s, u"$1.50"_s};
}

void CapAmountTest::scalesAreRound()
{
    QFETCH(const QString, cap);
    QTEST(capamount::scaleFor(sample::dollars(cap.toLatin1().constData())).labels(), "labels");
    QVERIFY(capamount::Scale{}.labels().isEmpty());
    QVERIFY(capamount::scaleFor(Money::maximum()).end < Money::maximum());
}

void CapAmountTest::snapsToSensibleSteps()
{
    using capamount::Stride;
    const auto scale = capamount::scaleFor(sample::dollars("20")); // ends at $25
    QCOMPARE(capamount::strideOf(scale, Stride::Normal), sample::dollars("0.5"));
    QCOMPARE(capamount::strideOf(scale, Stride::Fine), sample::dollars("0.05"));
    QCOMPARE(capamount::strideOf(scale, Stride::Coarse), sample::dollars("5"));
    // 0.7033 x 25 = 17.58
    QCOMPARE(capamount::snapped(0.7033, scale, Stride::Normal), sample::dollars("17.5"));
    QCOMPARE(capamount::snapped(0.7033, scale, Stride::Fine), sample::dollars("17.6"));
    QCOMPARE(capamount::snapped(-1, scale, Stride::Normal), sample::dollars("0.5"));
    QCOMPARE(capamount::snapped(7, scale, Stride::Normal), sample::dollars("25"));
}

void CapAmountTest::setsTheLimitSoThatTheCapIsExact()
{
    core::Budget budget = sample::dailyBudget("b", "research", sample::dollars("20"));
    for (const int hard : {core::Budget::Whole, 900'000, 333'333}) {
        budget.hardMark = hard;
        budget.limit = capamount::limitForCap(budget, sample::dollars("17.5"));
        QCOMPARE(budget.cap(), sample::dollars("17.5").nanos());
    }
}

void CapAmountTest::suggestsTwiceTheSpend()
{
    QCOMPARE(capamount::suggestion({}), sample::dollars("5"));
    QCOMPARE(capamount::suggestion(sample::dollars("7.36")), sample::dollars("20"));
}

QTEST_GUILESS_MAIN(CapAmountTest)
#include "tst_capamount.moc"
