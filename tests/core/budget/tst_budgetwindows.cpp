// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "enginefixture.h"

using namespace enginefixture;

/// What happens to counters when time passes and clocks jump.
class TestBudgetWindows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isReadSomeAtATime();
    void aCallSettlesInTheWindowOfItsAdmission();
    void aClockSetBackReentersTheOldWindow();
    void aRollingWindowFreesSlotBySlot();
    void aRollingWindowSurvivesAClockSetBack();
    void aClockThatJumpedAheadFindsItsWindowAgain();
    void pruneDropsOnlyWhatIsOver();
};

void TestBudgetWindows::isReadSomeAtATime()
{
    BudgetEngine engine;
    for (const char *id : {"b-1", "b-2", "b-3"}) {
        QVERIFY(engine.upsert(budget(id, "", "1"), Start).ok());
    }
    static_cast<void>(engine.admit(from("a"), dollars("1"), Start));
    BudgetEngine::Reading reading;
    engine.readOn(reading, 1, Start); // a budget and its bucket are two rows
    QCOMPARE(reading.budgets.size(), 1);
    QVERIFY(!reading.isWhole);
    QVERIFY(engine.remove("b-2").ok()); // between two turns
    engine.readOn(reading, 100, Start);
    QVERIFY(reading.isWhole);
    QCOMPARE(reading.budgets.size(), 2);
    QCOMPARE(reading.budgets.back().id, QByteArray("b-3"));
    QCOMPARE(reading.states.size(), std::size_t(2));
    engine.readOn(reading, 100, Start);
    QCOMPARE(reading.budgets.size(), 2);
}

void TestBudgetWindows::aCallSettlesInTheWindowOfItsAdmission()
{
    BudgetEngine engine;
    QVERIFY(engine.upsert(budget("b-1", "", "1", "day@Europe/Berlin"), Start).ok());
    const Time lateEvening = Start + 13h + 59min; // 23:59 in Berlin
    const Time nextDay = lateEvening + 2min;
    const HoldId hold = holdOf(engine.admit(from("a"), dollars("1"), lateEvening));
    QVERIFY(passed(engine.admit(from("a"), dollars("1"), nextDay)));
    QCOMPARE(engine.states(nextDay).size(), std::size_t(2)); // yesterday's is still live
    const Settled settled = engine.settle(hold, dollars("1"), nextDay);
    QCOMPARE(settled.deltas[0].slot, Start - 10h); // midnight in Berlin
    QCOMPARE(settledIn(engine, "", nextDay), 0);
    QCOMPARE(settledIn(engine, "", lateEvening), nanos("1"));
    QCOMPARE(engine.states(nextDay).size(), std::size_t(1));
}

void TestBudgetWindows::aClockSetBackReentersTheOldWindow()
{
    BudgetEngine engine;
    QVERIFY(engine.upsert(budget("b-1", "", "1", "hour"), Start).ok());
    spend(engine, from("a"), "0.6", Start);
    spend(engine, from("a"), "0.7", Start + 1h);
    QVERIFY(!passed(engine.admit(from("a"), dollars("0.5"), Start + 59min)));
    spend(engine, from("a"), "0.4", Start + 59min);
    QVERIFY(!passed(engine.admit(from("a"), dollars("0.5"), Start + 1h)));
    engine.prune(Start + 1h + 30min);
    QCOMPARE(settledIn(engine, "", Start), nanos("1.0"));
    QCOMPARE(settledIn(engine, "", Start + 1h), nanos("0.7"));
}

void TestBudgetWindows::aRollingWindowFreesSlotBySlot()
{
    BudgetEngine engine;
    QVERIFY(engine.upsert(budget("b-1", "", "1", "rolling:1h"), Start).ok()); // slots of a minute
    spend(engine, from("a"), "0.4", Start + 30s);
    spend(engine, from("a"), "0.6", Start + 10min);
    QCOMPARE(engine.state("b-1", "", Start + 10min)->span.begins, Start - 50min);
    QCOMPARE(engine.state("b-1", "", Start + 10min)->span.ends, Start + 61min);
    QVERIFY(!passed(engine.admit(from("a"), dollars("0.1"), Start + 60min)));
    // An hour after 09:00:30 is 10:00:30, in the middle of a slot: it counts to the slot's end.
    QVERIFY(!passed(engine.admit(from("a"), dollars("0.1"), Start + 61min - 1us)));
    QCOMPARE(settledIn(engine, "", Start + 61min), nanos("0.6"));
    spend(engine, from("a"), "0.4", Start + 61min);
    QVERIFY(!passed(engine.admit(from("a"), dollars("0.1"), Start + 70min)));
    QCOMPARE(settledIn(engine, "", Start + 71min), nanos("0.4"));
    QCOMPARE(settledIn(engine, "", Start + 122min), 0);
}

void TestBudgetWindows::aRollingWindowSurvivesAClockSetBack()
{
    BudgetEngine engine;
    QVERIFY(engine.upsert(budget("b-1", "", "1", "rolling:1h"), Start).ok());
    spend(engine, from("a"), "0.3", Start);
    spend(engine, from("a"), "0.5", Start + 90min);                           // the first has left
    QVERIFY(!passed(engine.admit(from("a"), dollars("0.3"), Start + 40min))); // 0.3 + 0.5 + 0.3
    spend(engine, from("a"), "0.1", Start + 40min);
    QCOMPARE(settledIn(engine, "", Start + 40min), nanos("0.9"));
    QCOMPARE(settledIn(engine, "", Start + 90min), nanos("0.6"));
}

// A day ahead and back: without a prune meanwhile nothing was forgotten.
void TestBudgetWindows::aClockThatJumpedAheadFindsItsWindowAgain()
{
    for (const char *window : {"hour", "day", "rolling:1h"}) {
        BudgetEngine engine;
        QVERIFY(engine.upsert(budget("b-1", "", "1", window), Start).ok());
        spend(engine, from("a"), "0.8", Start);
        spend(engine, from("a"), "0.1", Start + 26h);
        QVERIFY(!passed(engine.admit(from("a"), dollars("0.3"), Start + 1min)));
        QCOMPARE(settledIn(engine, "", Start + 1min), nanos("0.8"));
    }
}

void TestBudgetWindows::pruneDropsOnlyWhatIsOver()
{
    BudgetEngine engine;
    QVERIFY(engine.upsert(budget("b-1", "tenant:*", "1", "hour"), Start).ok());
    spend(engine, from("a"), "0.5", Start);
    const HoldId hold = holdOf(engine.admit(from("b"), dollars("0.5"), Start));
    static_cast<void>(engine.headroom(from("never-spent"), Start));
    QCOMPARE(engine.states(Start).size(), std::size_t(3));
    engine.prune(Start + 1min);
    QCOMPARE(engine.states(Start).size(), std::size_t(2));
    engine.prune(Start + 3h);
    QCOMPARE(engine.states(Start).size(), std::size_t(1)); // the one with a hold
    static_cast<void>(engine.settle(hold, dollars("0.5"), Start + 3h));
    engine.prune(Start + 3h);
    QVERIFY(engine.states(Start).empty());
}

QTEST_APPLESS_MAIN(TestBudgetWindows)
#include "tst_budgetwindows.moc"
