// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "enginefixture.h"

#include <QJsonDocument>

using namespace enginefixture;

/// More room for a while, which falls back by the clock.
class TestRaise : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesRoomUntilItsEndAndNotLonger();
    void namesTheNewestHoldsWhenItEnds();
    void aWindowThatEndsBeforeKeepsIt();
    void tellsTheMarksOfTheCapThatReturns();
    void isWrittenAndReadBack();
    void refusesWhatIsNoRaise_data();
    void refusesWhatIsNoRaise();
};

namespace {

const Time Evening = Start + 9h;

Budget raised(Budget budget, const char *by, Time until = Evening)
{
    budget.raise = Raise{nanos(by), until};
    return budget;
}

} // namespace

void TestRaise::givesRoomUntilItsEndAndNotLonger()
{
    BudgetEngine engine;
    QVERIFY(engine.upsert(raised(budget("b-1", "", "10", "day"), "5"), Start).ok());
    const Time last = Evening - 1us;
    QVERIFY(passed(engine.admit(from("a"), dollars("10"), last)));
    QCOMPARE(engine.state("b-1", "", last)->cap, nanos("15"));
    QCOMPARE(engine.state("b-1", "", last)->limit, nanos("15"));
    QCOMPARE(engine.headroom(from("a"), last).cost.nanos(), nanos("5"));
    QVERIFY(passed(engine.admit(from("a"), dollars("5"), last))); // 10 + 5 = 15, an exact fit
    QVERIFY(!passed(engine.admit(from("a"), dollars("0.01"), last)));
    const Admission late = engine.admit(from("a"), dollars("0.01"), Evening);
    QCOMPARE(tightest(late).state.cap, nanos("10"));
    QCOMPARE(engine.headroom(from("a"), Evening).cost.nanos(), 0);
    // A clock that is set back finds the raise again.
    QCOMPARE(engine.state("b-1", "", last)->cap, nanos("15"));
}

void TestRaise::namesTheNewestHoldsWhenItEnds()
{
    BudgetEngine engine;
    QVERIFY(engine.upsert(raised(budget("b-1", "", "10", "day"), "5"), Start).ok());
    const HoldId first = holdOf(engine.admit(from("a"), dollars("9"), Start));
    const HoldId second = holdOf(engine.admit(from("a"), dollars("4"), Start));
    QVERIFY(!engine.endRaises(Evening - 1us));
    QVERIFY(engine.excess(Evening - 1us).empty());
    QVERIFY(engine.endRaises(Evening));
    QCOMPARE(engine.excess(Evening), std::vector<HoldId>{second}); // 13 - 4 = 9 fits 10
    QVERIFY(!engine.endRaises(Evening));                           // once
    QVERIFY(engine.meter(first, dollars("9"), Evening));           // below the cap it goes on
}

// "Until tonight" on a daily cap: calls of today that run past midnight keep what they were given.
void TestRaise::aWindowThatEndsBeforeKeepsIt()
{
    BudgetEngine engine;
    const Time midnight = Start + 15h;
    QVERIFY(engine.upsert(raised(budget("b-1", "", "10", "day"), "5", midnight), Start).ok());
    const HoldId hold = holdOf(engine.admit(from("a"), dollars("14"), midnight - 1min));
    QVERIFY(hold != HoldId::None);
    QVERIFY(engine.endRaises(midnight + 1min));
    QVERIFY(engine.excess(midnight + 1min).empty());
    QVERIFY(engine.meter(hold, dollars("14"), midnight + 1min));
    QVERIFY(!passed(engine.admit(from("a"), dollars("11"), midnight + 1min))); // tomorrow: 10
}

void TestRaise::tellsTheMarksOfTheCapThatReturns()
{
    BudgetEngine engine;
    Budget daily = raised(budget("b-1", "", "10", "day"), "10");
    daily.softMarks = {500'000};
    QVERIFY(engine.upsert(daily, Start).ok());
    const HoldId hold = holdOf(engine.admit(from("a"), dollars("9"), Start));
    static_cast<void>(engine.settle(hold, dollars("9"), Start)); // half of 20 is not reached
    QVERIFY(engine.takeCrossings().empty());
    QVERIFY(engine.endRaises(Evening));
    const auto crossings = engine.takeCrossings();
    QCOMPARE(crossings.size(), std::size_t{1});
    QCOMPARE(crossings.front().mark, 500'000);
    QCOMPARE(crossings.front().state.limit, nanos("10"));
}

void TestRaise::isWrittenAndReadBack()
{
    const Budget dollarsRaised = raised(budget("b-1", "tenant:a", "10", "day"), "20.5");
    QCOMPARE(*Budget::fromJson(dollarsRaised.toJson()), dollarsRaised);
    Budget tokens = budget("b-2", "", "10");
    tokens.unit = Unit::Tokens;
    tokens.raise = Raise{1'000, Evening};
    QCOMPARE(*Budget::fromJson(tokens.toJson()), tokens);
    QCOMPARE(tokens.toJson().value(QStringLiteral("raise_until")).toString(),
             QStringLiteral("2026-11-21T18:00:00.000Z"));
    QVERIFY(!budget("b-3", "", "1").toJson().contains(QStringLiteral("raise_until")));
}

void TestRaise::refusesWhatIsNoRaise_data()
{
    QTest::addColumn<QByteArray>("members");
    QTest::newRow("no end") << QByteArray(R"("raise_nano_usd":5)");
    QTest::newRow("no amount") << QByteArray(R"("raise_until":"2026-11-21T18:00:00Z")");
    QTest::newRow("no zone") << QByteArray(
        R"("raise_nano_usd":5,"raise_until":"2026-11-21T18:00:00")");
    QTest::newRow("less") << QByteArray(
        R"("raise_nano_usd":-5,"raise_until":"2026-11-21T18:00:00Z")");
    QTest::newRow("of another unit")
        << QByteArray(R"("raise_tokens":5,"raise_until":"2026-11-21T18:00:00Z")");
    QTest::newRow("beyond any count") << QByteArray(
        R"("raise_nano_usd":9223372036854775807,"raise_until":"2026-11-21T18:00:00Z")");
}

void TestRaise::refusesWhatIsNoRaise()
{
    QFETCH(QByteArray, members);
    const QByteArray json = R"({"id":"b-1","limit_nano_usd":10,)" + members + '}';
    QVERIFY(!Budget::fromJson(QJsonDocument::fromJson(json).object()).ok());
}

QTEST_APPLESS_MAIN(TestRaise)
#include "tst_raise.moc"
