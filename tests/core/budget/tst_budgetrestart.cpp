// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "enginefixture.h"

using namespace enginefixture;

/// What is known again after a start.
class TestBudgetRestart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRestartRestoresEverything();
    void aRestartIgnoresKeysOfAFormerShape();
    void aRecoveredCallFromBeforeAResetStaysThere();
    void openingDeltasRestoreAsTheOpenings();
};

void TestBudgetRestart::aRestartRestoresEverything()
{
    BudgetEngine before;
    const std::vector<Budget> budgets{budget("b-1", "tenant:*", "10", "day@Europe/Berlin"),
                                      budget("b-2", "", "10", "rolling:24h")};
    std::vector<BucketDelta> deltas;
    std::vector<Crossing> crossings;
    for (const Budget &each : budgets) {
        QVERIFY(before.upsert(each, Start).ok());
    }
    const qint64 epoch = *before.reset("b-1", "tenant:a", Start);
    for (int i = 0; i < 9; ++i) {
        const HoldId hold = holdOf(before.admit(from("a"), dollars("1"), Start + i * 1h));
        const Settled settled = before.settle(hold, dollars("1"), Start + i * 1h);
        deltas.insert(deltas.end(), settled.deltas.begin(), settled.deltas.end());
        crossings.insert(crossings.end(), settled.crossings.begin(), settled.crossings.end());
    }
    QCOMPARE(crossings.size(), std::size_t(2));

    BudgetEngine after;
    const Time now = Start + 9h;
    for (const Budget &each : budgets) {
        QVERIFY(after.upsert(each, now).ok());
    }
    for (const Crossing &crossing : crossings) { // in any order
        after.restoreMark({crossing.state.key, crossing.mark, crossing.state.limit, crossing.at});
    }
    for (const BucketDelta &delta : deltas) {
        after.restore(delta.key, delta.slot, delta.amount);
    }
    after.restoreEpoch("b-1", "tenant:a", epoch, Start);
    QCOMPARE(settledIn(after, "tenant:a", now), nanos("9"));
    QCOMPARE(after.state("b-2", "", now)->settled, nanos("9"));
    QCOMPARE(after.state("b-2", "", now)->span, before.state("b-2", "", now)->span);
    QCOMPARE(after.state("b-1", "tenant:a", now)->key, before.state("b-1", "tenant:a", now)->key);
    const HoldId hold = holdOf(after.admit(from("a"), dollars("0.5"), now));
    QVERIFY(after.settle(hold, dollars("0.5"), now).crossings.empty()); // 0.8 was told
    QVERIFY(!passed(after.admit(from("a"), dollars("1"), now)));
    QCOMPARE(*after.reset("b-1", "tenant:a", now), epoch + 1);
}

void TestBudgetRestart::aRestartIgnoresKeysOfAFormerShape()
{
    BudgetEngine engine;
    QVERIFY(engine.upsert(budget("b-1", "tenant:*", "10"), Start).ok());
    spend(engine, from("a"), "3", Start);
    const BucketKey former = engine.state("b-1", "tenant:a", Start)->key;
    QVERIFY(engine.upsert(budget("b-1", "agent:*", "10"), Start).ok());
    for (const BucketKey &key : {former, BucketKey("nonsense"), BucketKey()}) {
        engine.restore(key, Time{}, nanos("3"));
        engine.restoreMark({key, 800'000, nanos("10")});
    }
    QVERIFY(engine.states(Start).empty());
}

void TestBudgetRestart::aRecoveredCallFromBeforeAResetStaysThere()
{
    BudgetEngine engine;
    QVERIFY(engine.upsert(budget("b-1", "", "10"), Start).ok());
    engine.restoreEpoch("b-1", {}, 1, Start);
    const Settled old = engine.charge(from("a"), dollars("2"), Start - 1s);
    QCOMPARE(settledIn(engine, "", Start), 0);
    QVERIFY(old.deltas[0].key.endsWith("|0"));
    const Settled recent = engine.charge(from("a"), dollars("3"), Start + 1s);
    QCOMPARE(settledIn(engine, "", Start), nanos("3"));
    QVERIFY(recent.deltas[0].key.endsWith("|1"));

    BudgetEngine other; // totals first: the key alone does not say when its epoch began
    QVERIFY(other.upsert(budget("b-1", "", "10"), Start).ok());
    other.restore(recent.deltas[0].key, recent.deltas[0].slot, nanos("3"));
    other.restoreEpoch("b-1", {}, 1, Start);
    QVERIFY(other.charge(from("a"), dollars("2"), Start - 1s).deltas[0].key.endsWith("|0"));
    QCOMPARE(settledIn(other, "", Start), nanos("3"));
}

void TestBudgetRestart::openingDeltasRestoreAsTheOpenings()
{
    for (const char *window : {"lifetime", "day@Europe/Berlin", "rolling:24h"}) {
        const Budget each = budget("b-1", "tenant:*", "10", window);
        const std::vector<BudgetEngine::Opening> openings{{{"a"}, Start, nanos("2")},
                                                          {{"b,c"}, Start, nanos("3")}};
        BudgetEngine before;
        BudgetEngine after;
        QVERIFY(before.upsert(each, Start, openings).ok());
        QVERIFY(after.upsert(each, Start).ok());
        for (const BucketDelta &delta : before.openingDeltas("b-1", openings)) {
            after.restore(delta.key, delta.slot, delta.amount);
        }
        QCOMPARE(settledIn(before, "tenant:a", Start), nanos("2"));
        QCOMPARE(settledIn(after, "tenant:a", Start), nanos("2"));
        QCOMPARE(settledIn(after, "tenant:b%2Cc", Start), nanos("3"));
    }
}

QTEST_APPLESS_MAIN(TestBudgetRestart)
#include "tst_budgetrestart.moc"
