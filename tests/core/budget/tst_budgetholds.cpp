// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "enginefixture.h"

using namespace enginefixture;

/// What becomes of a hold: bounds, live metering, settlement.
class TestBudgetHolds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rebindLowersAndRaisesWithinTheCap();
    void meteringTurnsHeldIntoSettled();
    void meteringPastTheBoundEndsTheCallThatDoesIt();
    void namesTheBudgetsForWhichACallMustEnd();
    void namesTheBudgetWhoseCapWasLowered();
    void settlingBooksExactlyWhatWasUsed();
    void settlingAboveTheBoundIsChargedInFull();
    void aHoldEndsOnce();
    void aHoldIdIsNeverUsedAgain();
    void negativeAmountsMakeNoRoom();
    void hugeAmountsDoNotOverflow();
};

void TestBudgetHolds::rebindLowersAndRaisesWithinTheCap()
{
    BudgetEngine engine;
    QVERIFY(engine.upsert(budget("b-1", "", "10"), Start).ok());
    const HoldId hold = holdOf(engine.admit(from("a"), dollars("8"), Start));
    QVERIFY(engine.rebind(hold, dollars("3"), Start));
    QCOMPARE(engine.state("b-1", "", Start)->held, nanos("3"));
    QVERIFY(passed(engine.admit(from("b"), dollars("4"), Start)));
    QVERIFY(!engine.rebind(hold, dollars("6.000000001"), Start)); // 4 + 6 is all
    QCOMPARE(engine.state("b-1", "", Start)->held, nanos("7"));
    QVERIFY(engine.rebind(hold, dollars("6"), Start));
    QVERIFY(!engine.rebind(HoldId::None, dollars("1"), Start));
    static_cast<void>(engine.settle(hold, dollars("2"), Start));
    QCOMPARE(engine.state("b-1", "", Start)->held, nanos("4"));
}

void TestBudgetHolds::meteringTurnsHeldIntoSettled()
{
    BudgetEngine engine;
    QVERIFY(engine.upsert(budget("b-1", "", "10"), Start).ok());
    const HoldId hold = holdOf(engine.admit(from("a"), dollars("8"), Start));
    for (const char *soFar : {"1", "2.5", "2.0", "2.5"}) { // never back
        QVERIFY(engine.meter(hold, dollars(soFar), Start));
        const BucketState state = *engine.state("b-1", "", Start);
        QCOMPARE(state.settled + state.held, nanos("8"));
    }
    QCOMPARE(engine.state("b-1", "", Start)->settled, nanos("2.5"));
    QVERIFY(engine.meter(hold, dollars("8"), Start));
    QCOMPARE(engine.state("b-1", "", Start)->held, 0);
    const Settled settled = engine.settle(hold, dollars("8"), Start);
    QCOMPARE(settled.deltas.size(), std::size_t(1));
    QCOMPARE(settled.deltas[0].amount, nanos("8")); // the ledger knows nothing of the metering
    QCOMPARE(engine.state("b-1", "", Start)->settled, nanos("8"));
}

void TestBudgetHolds::meteringPastTheBoundEndsTheCallThatDoesIt()
{
    BudgetEngine engine;
    QVERIFY(engine.upsert(budget("b-1", "", "10"), Start).ok());
    const HoldId bad = holdOf(engine.admit(from("a"), dollars("4"), Start));
    const HoldId good = holdOf(engine.admit(from("b"), dollars("5"), Start));
    QVERIFY(engine.meter(bad, dollars("5"), Start));    // above its bound, but there is 1 to spare
    QVERIFY(!engine.meter(bad, dollars("5.1"), Start)); // eats what the other one holds
    QVERIFY(engine.meter(good, dollars("1"), Start));
    QVERIFY(!engine.meter(bad, dollars("9.5"), Start));
    QVERIFY(!engine.meter(good, dollars("1"), Start)); // 9.5 + 1 is spent: past the cap
    QVERIFY(!engine.meter(HoldId::None, dollars("0"), Start));
}

// Issue 3: for the story of the call that is cut. A budget that is only audited cuts nobody.
void TestBudgetHolds::namesTheBudgetsForWhichACallMustEnd()
{
    BudgetEngine engine;
    Budget audited = budget("b-audited", "", "1");
    audited.mode = BudgetMode::Audit;
    QVERIFY(engine.upsert(audited, Start).ok());
    QVERIFY(engine.upsert(budget("b-wide", "", "20"), Start).ok());
    QVERIFY(engine.upsert(budget("b-tight", "tenant:*", "10"), Start).ok());
    const HoldId bad = holdOf(engine.admit(from("a"), dollars("4"), Start));
    const HoldId good = holdOf(engine.admit(from("a"), dollars("5"), Start));
    QVERIFY(engine.meter(bad, dollars("5"), Start));
    QVERIFY(engine.pastCap(bad, Start).empty()); // 5 + 5 is all
    QVERIFY(!engine.meter(bad, dollars("5.1"), Start));
    const BudgetStanding tight{
        engine.state("b-tight", "tenant:a", Start)->key, nanos("10"), nanos("5.1"), nanos("5")};
    QCOMPARE(engine.pastCap(bad, Start), std::vector{tight});
    QVERIFY(engine.pastCap(HoldId::None, Start).empty());
    static_cast<void>(engine.settle(bad, dollars("5.1"), Start));
    QVERIFY(engine.pastCap(bad, Start).empty());
    static_cast<void>(engine.settle(good, dollars("1"), Start));
}

// What the call itself still holds is in what is held: without it there may be room.
void TestBudgetHolds::namesTheBudgetWhoseCapWasLowered()
{
    BudgetEngine engine;
    QVERIFY(engine.upsert(budget("b-1", "", "10"), Start).ok());
    const HoldId call = holdOf(engine.admit(from("a"), dollars("6"), Start));
    QVERIFY(engine.meter(call, dollars("2"), Start));
    QVERIFY(engine.upsert(budget("b-1", "", "5"), Start).ok());
    QCOMPARE(engine.excess(Start), std::vector{call});
    const BudgetStanding cut{engine.state("b-1", "", Start)->key, // 2 + 4 is 1 past 5
                             nanos("5"),
                             nanos("2"),
                             nanos("4")};
    QCOMPARE(engine.pastCap(call, Start), std::vector{cut});
}

void TestBudgetHolds::settlingBooksExactlyWhatWasUsed()
{
    BudgetEngine engine;
    QVERIFY(engine.upsert(budget("b-1", "tenant:*", "10", "day"), Start).ok());
    const HoldId hold = holdOf(engine.admit(from("a"), dollars("8"), Start));
    QVERIFY(engine.meter(hold, dollars("3"), Start));
    const Settled settled = engine.settle(hold, dollars("2"), Start); // an estimate was too high
    QVERIFY(!settled.aboveBound);
    QCOMPARE(settled.deltas[0].amount, nanos("2"));
    QCOMPARE(settled.deltas[0].slot, Start - 9h); // midnight
    QCOMPARE(settled.deltas[0].key, engine.state("b-1", "tenant:a", Start)->key);
    QCOMPARE(engine.state("b-1", "tenant:a", Start)->settled, nanos("2"));
    QCOMPARE(engine.state("b-1", "tenant:a", Start)->held, 0);
}

void TestBudgetHolds::settlingAboveTheBoundIsChargedInFull()
{
    BudgetEngine engine;
    QVERIFY(engine.upsert(budget("b-1", "", "10"), Start).ok());
    const HoldId hold = holdOf(engine.admit(from("a"), dollars("8"), Start));
    const Settled settled = engine.settle(hold, dollars("12"), Start);
    QVERIFY(settled.aboveBound);
    QCOMPARE(engine.state("b-1", "", Start)->settled, nanos("12"));
    QVERIFY(!passed(engine.admit(from("a"), dollars("0"), Start)));
}

// Requirements section 7, case 13
void TestBudgetHolds::aHoldEndsOnce()
{
    BudgetEngine engine;
    QVERIFY(engine.upsert(budget("b-1", "", "10"), Start).ok());
    const HoldId hold = holdOf(engine.admit(from("a"), dollars("1"), Start));
    QCOMPARE(engine.settle(hold, dollars("1"), Start).deltas.size(), std::size_t(1));
    QVERIFY(engine.settle(hold, dollars("1"), Start).deltas.empty());
    engine.release(hold, Start);
    QVERIFY(!engine.meter(hold, dollars("1"), Start));
    QVERIFY(!engine.rebind(hold, dollars("1"), Start));
    QCOMPARE(engine.state("b-1", "", Start)->settled, nanos("1"));
    QCOMPARE(engine.openHolds(), std::size_t(0));
}

void TestBudgetHolds::aHoldIdIsNeverUsedAgain()
{
    BudgetEngine engine;
    QVERIFY(engine.upsert(budget("b-1", "", "10"), Start).ok());
    const HoldId old = holdOf(engine.admit(from("a"), dollars("1"), Start));
    engine.release(old, Start);
    const HoldId next = holdOf(engine.admit(from("a"), dollars("1"), Start));
    QVERIFY(old != next);
    engine.release(old, Start); // late: must not end the next one
    QCOMPARE(engine.openHolds(), std::size_t(1));
    QCOMPARE(engine.state("b-1", "", Start)->held, nanos("1"));
}

// S1-28
void TestBudgetHolds::negativeAmountsMakeNoRoom()
{
    BudgetEngine engine;
    QVERIFY(engine.upsert(budget("b-1", "", "1"), Start).ok());
    const Amounts negative{Money::fromDollars(-5), -5, -5};
    const HoldId hold = holdOf(engine.admit(from("a"), negative, Start));
    QCOMPARE(engine.state("b-1", "", Start)->held, 0);
    QVERIFY(engine.rebind(hold, negative, Start));
    QVERIFY(engine.meter(hold, negative, Start));
    QVERIFY(engine.settle(hold, negative, Start).deltas.empty());
    QVERIFY(engine.charge(from("a"), negative, Start).deltas.empty());
    QCOMPARE(engine.state("b-1", "", Start)->settled, 0);
}

void TestBudgetHolds::hugeAmountsDoNotOverflow()
{
    BudgetEngine engine;
    Budget audited = budget("b-audit", "", "1");
    audited.mode = BudgetMode::Audit;
    QVERIFY(engine.upsert(audited, Start).ok());
    const qint64 most = std::numeric_limits<qint64>::max();
    const Amounts everything{Money::maximum(), most, most};
    std::vector<HoldId> holds;
    for (int i = 0; i < 4; ++i) {
        holds.push_back(holdOf(engine.admit(from("a"), everything, Start)));
        QCOMPARE(engine.state("b-audit", "", Start)->held, most);
    }
    QVERIFY(engine.upsert(budget("b-1", "", "1"), Start).ok()); // they count on it, too
    QVERIFY(!passed(engine.admit(from("a"), dollars("0.01"), Start)));
    for (const HoldId hold : holds) {
        static_cast<void>(engine.settle(hold, everything, Start));
    }
    QCOMPARE(engine.state("b-1", "", Start)->settled, most);
    QCOMPARE(engine.state("b-1", "", Start)->held, 0);
    QVERIFY(!passed(engine.admit(from("a"), everything, Start)));
}

QTEST_APPLESS_MAIN(TestBudgetHolds)
#include "tst_budgetholds.moc"
