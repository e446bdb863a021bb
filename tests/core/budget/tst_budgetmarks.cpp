// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "enginefixture.h"

using namespace enginefixture;

/// Which marks are told, and when; and the pace of spending.
class TestBudgetMarks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void softMarksAreToldOnce();
    void meteringTellsMarks();
    void theCapIsToldWhenItIsReached();
    void theCapIsToldWhenCallsAreRefusedForSpentMoney();
    void aNewLimitTellsAnewAndAnOldOneDoesNot();
    void rollingMarksAreToldAgainAfterTheWindow();
    void burnIsTheLastFiveMinutesPerHour();
};

// S1-26: once per crossing, not at each record
void TestBudgetMarks::softMarksAreToldOnce()
{
    BudgetEngine engine;
    QVERIFY(
        engine.upsert(withMarks(budget("b-1", "", "10"), {500'000, 800'000, 950'000}), Start).ok());
    std::vector<int> marks;
    for (int i = 0; i < 9; ++i) {
        const HoldId hold = holdOf(engine.admit(from("a"), dollars("1"), Start));
        for (const Crossing &crossing : engine.settle(hold, dollars("1"), Start).crossings) {
            QVERIFY(!crossing.hard);
            QCOMPARE(crossing.state.settled, (i + 1) * nanos("1"));
            marks.push_back(crossing.mark);
        }
    }
    QCOMPARE(marks, (std::vector<int>{500'000, 800'000}));
    QCOMPARE(engine.state("b-1", "", Start)->crossedMark, 800'000);
    QVERIFY(engine.takeCrossings().empty());
}

void TestBudgetMarks::meteringTellsMarks()
{
    BudgetEngine engine;
    QVERIFY(engine.upsert(withMarks(budget("b-1", "", "10"), {500'000, 800'000}), Start).ok());
    const HoldId hold = holdOf(engine.admit(from("a"), dollars("9"), Start));
    QVERIFY(engine.meter(hold, dollars("4.999999999"), Start));
    QVERIFY(engine.takeCrossings().empty());
    QVERIFY(engine.meter(hold, dollars("8.5"), Start)); // two at once
    QCOMPARE(engine.takeCrossings().size(), std::size_t(2));
    QVERIFY(engine.takeCrossings().empty());
    QVERIFY(engine.settle(hold, dollars("9"), Start).crossings.empty());
}

void TestBudgetMarks::theCapIsToldWhenItIsReached()
{
    BudgetEngine engine;
    QVERIFY(engine.upsert(withMarks(budget("b-1", "", "10"), {800'000, 1'000'000}), Start).ok());
    const HoldId hold = holdOf(engine.admit(from("a"), dollars("10"), Start));
    const auto crossings = engine.settle(hold, dollars("10"), Start).crossings;
    QCOMPARE(crossings.size(), std::size_t(2)); // a soft mark on the cap is the cap
    QCOMPARE(crossings[0].mark, 800'000);
    QVERIFY(!crossings[0].hard);
    QCOMPARE(crossings[1].mark, 1'000'000);
    QVERIFY(crossings[1].hard);
    QVERIFY(!passed(engine.admit(from("a"), dollars("1"), Start)));
    QVERIFY(engine.takeCrossings().empty());
}

void TestBudgetMarks::theCapIsToldWhenCallsAreRefusedForSpentMoney()
{
    BudgetEngine engine;
    QVERIFY(engine.upsert(budget("b-1", "", "10"), Start).ok());
    QVERIFY(!passed(engine.admit(from("a"), dollars("11"), Start))); // too large, nothing is spent
    QVERIFY(engine.takeCrossings().empty());
    spend(engine, from("a"), "9", Start);
    const HoldId hold = holdOf(engine.admit(from("a"), dollars("1"), Start));
    QVERIFY(!passed(engine.admit(from("a"), dollars("1"), Start))); // only held
    QVERIFY(engine.takeCrossings().empty());
    engine.release(hold, Start);
    QVERIFY(!passed(engine.admit(from("a"), dollars("1.5"), Start)));
    QVERIFY(!passed(engine.admit(from("a"), dollars("1.5"), Start)));
    const auto crossings = engine.takeCrossings();
    QCOMPARE(crossings.size(), std::size_t(1));
    QVERIFY(crossings[0].hard);
    QCOMPARE(crossings[0].state.settled, nanos("9"));
}

void TestBudgetMarks::aNewLimitTellsAnewAndAnOldOneDoesNot()
{
    BudgetEngine engine;
    QVERIFY(engine.upsert(budget("b-1", "", "10"), Start).ok());
    spend(engine, from("a"), "9", Start);
    QVERIFY(engine.upsert(budget("b-1", "", "20"), Start).ok());
    QVERIFY(engine.takeCrossings().empty()); // 9 is below 16
    QVERIFY(engine.upsert(budget("b-1", "", "10"), Start).ok());
    QVERIFY(engine.takeCrossings().empty()); // told already
    QVERIFY(engine.upsert(budget("b-1", "", "8"), Start).ok());
    QCOMPARE(engine.takeCrossings().size(), std::size_t(2)); // 0.8 and the cap of 8
    QVERIFY(engine.remove("b-1").ok());
    QVERIFY(engine.upsert(budget("b-1", "", "8"), Start, {{{}, Time{}, nanos("9")}}).ok());
    QVERIFY(engine.takeCrossings().empty()); // nor is it for one that comes back
}

void TestBudgetMarks::rollingMarksAreToldAgainAfterTheWindow()
{
    BudgetEngine engine;
    QVERIFY(engine.upsert(budget("b-1", "", "10", "rolling:1h"), Start).ok());
    const auto tellsAt = [&](Time at, const char *amount) {
        const HoldId hold = holdOf(engine.admit(from("a"), dollars(amount), at));
        return engine.settle(hold, dollars(amount), at).crossings.size();
    };
    QCOMPARE(tellsAt(Start, "8"), std::size_t(1));
    QCOMPARE(tellsAt(Start + 10min, "0.5"), std::size_t(0));
    QCOMPARE(tellsAt(Start + 62min, "8"), std::size_t(1));
}

// S1-31
void TestBudgetMarks::burnIsTheLastFiveMinutesPerHour()
{
    BudgetEngine engine;
    QVERIFY(engine.upsert(budget("b-1", "", "100"), Start).ok());
    for (int i = 0; i < 5; ++i) {
        spend(engine, from("a"), "1", Start + i * 1min);
    }
    // 5 dollars in five minutes are 60 an hour; one leaves with each minute.
    QCOMPARE(engine.state("b-1", "", Start + 4min)->perHour, nanos("60"));
    QCOMPARE(engine.state("b-1", "", Start + 5min)->perHour, nanos("48"));
    QCOMPARE(engine.state("b-1", "", Start + 10min)->perHour, 0);
    const HoldId hold = holdOf(engine.admit(from("a"), dollars("2"), Start + 1h));
    QVERIFY(engine.meter(hold, dollars("1"), Start + 1h));
    QCOMPARE(engine.state("b-1", "", Start + 1h)->perHour, nanos("12"));
    engine.release(hold, Start + 1h);
    QCOMPARE(engine.state("b-1", "", Start + 1h)->perHour, 0);
}

QTEST_APPLESS_MAIN(TestBudgetMarks)
#include "tst_budgetmarks.moc"
