// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "enginefixture.h"

#include <set>

using namespace enginefixture;

/// What happens to counters when people change budgets.
class TestBudgetChanges : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void raisingACapKeepsTheCounters();
    void aLoweredCapNamesTheNewestHolds();
    void aNewBudgetCountsWhatRunsAlready();
    void anotherWindowKeepsWhatIsHeld();
    void removingABudgetFreesItsHolds();
    void aLateSettlementLandsInTheOldEpoch();
    void resetOfOneLabelLeavesTheOthers();
    void resetNeedsALabelOfTheBudget();
    void aDefaultYieldsToAnExactBudget();
    void aDefaultYieldsOnlyInItsUnit();
    void invalidBudgetsChangeNothing();
    void areKnownByTheirRevision();
    void areNotCopiedForWhoHasThem();
};

namespace {
quint64 revisionOf(const BudgetEngine &engine)
{
    BudgetEngine::Reading reading;
    engine.readOn(reading, 1, Start);
    return reading.revision;
}
} // namespace

// Ten thousand, thirty times a second: what is spent is read, the budgets are shared.
void TestBudgetChanges::areNotCopiedForWhoHasThem()
{
    BudgetEngine engine;
    QVERIFY(engine.upsert(budget("b-1", "tenant:*", "10", "day"), Start).ok());
    BudgetEngine::Reading first;
    engine.readOn(first, 100, Start);
    QVERIFY(first.copiesBudgets);
    spend(engine, from("a"), "4", Start);

    BudgetEngine::Reading second;
    second.budgets = first.budgets;
    second.revision = first.revision;
    engine.readOn(second, 100, Start);
    QVERIFY(second.isWhole && !second.copiesBudgets);
    QCOMPARE(second.budgets.constData(), first.budgets.constData());
    QCOMPARE(second.states.front().settled, dollars("4").cost.nanos());

    QVERIFY(engine.upsert(budget("b-1", "tenant:*", "20", "day"), Start).ok());
    BudgetEngine::Reading third;
    third.budgets = first.budgets;
    third.revision = first.revision;
    engine.readOn(third, 100, Start);
    QVERIFY(third.copiesBudgets);
    QCOMPARE(third.budgets.size(), 1);
    QCOMPARE(third.budgets.front().limit, dollars("20").cost.nanos());
    QCOMPARE(first.budgets.front().limit, dollars("10").cost.nanos());
}

// Whoever looks thirty times a second need not compare thousands that are the same.
void TestBudgetChanges::areKnownByTheirRevision()
{
    BudgetEngine engine;
    std::set<quint64> seen{0};
    QVERIFY(engine.upsert(budget("b-1", "tenant:*", "10", "day"), Start).ok());
    QVERIFY(seen.insert(revisionOf(engine)).second);
    spend(engine, from("a"), "4", Start); // is no change of a budget
    QVERIFY(!seen.insert(revisionOf(engine)).second);
    QVERIFY(engine.upsert(budget("b-1", "tenant:*", "20", "day"), Start).ok());
    QVERIFY(seen.insert(revisionOf(engine)).second);
    QVERIFY(engine.upsert(budget("b-1", "tenant:*", "20", "week"), Start).ok()); // begins anew
    QVERIFY(seen.insert(revisionOf(engine)).second);
    QVERIFY(engine.stage(budget("b-1", "agent:*", "20", "week")).ok());
    QVERIFY(!seen.insert(revisionOf(engine)).second); // is not shown yet
    engine.promote("b-1", Start);
    QVERIFY(seen.insert(revisionOf(engine)).second);
    QVERIFY(engine.upsert(budget("b-2", "", "5"), Start).ok());
    QVERIFY(seen.insert(revisionOf(engine)).second);
    QVERIFY(engine.remove("b-2").ok());
    QVERIFY(seen.insert(revisionOf(engine)).second);
    BudgetEngine restored;
    QVERIFY(restored.upsert(budget("b-1", "tenant:*", "10", "day"), Start).ok());
    QVERIFY(seen.insert(revisionOf(restored)).second);
}

// S1-06: a real upsert keeps what was spent
void TestBudgetChanges::raisingACapKeepsTheCounters()
{
    BudgetEngine engine;
    QVERIFY(engine.upsert(budget("b-1", "tenant:*", "10", "day"), Start).ok());
    spend(engine, from("a"), "4", Start);
    const HoldId hold = holdOf(engine.admit(from("a"), dollars("3"), Start));
    QVERIFY(engine.upsert(budget("b-1", "tenant:*", "20", "day"), Start).ok());
    const BucketState state = *engine.state("b-1", "tenant:a", Start);
    QCOMPARE(state.settled, nanos("4"));
    QCOMPARE(state.held, nanos("3"));
    QCOMPARE(state.cap, nanos("20"));
    QVERIFY(passed(engine.admit(from("a"), dollars("13"), Start)));
    static_cast<void>(engine.settle(hold, dollars("3"), Start));
    QCOMPARE(engine.budget("b-1")->limit, nanos("20"));
}

void TestBudgetChanges::aLoweredCapNamesTheNewestHolds()
{
    BudgetEngine engine;
    QVERIFY(engine.upsert(budget("b-1", "", "10"), Start).ok());
    spend(engine, from("a"), "2", Start);
    std::vector<HoldId> holds;
    for (int i = 0; i < 4; ++i) {
        holds.push_back(holdOf(engine.admit(from("a"), dollars("2"), Start)));
    }
    QVERIFY(engine.meter(holds[3], dollars("1.5"), Start)); // ending it frees 0.5 only
    QVERIFY(engine.excess(Start).empty());
    QVERIFY(engine.upsert(budget("b-1", "", "7"), Start).ok());
    // 10 are committed: the newest frees 0.5, the next two 2 each, and 10 - 4.5 <= 7.
    const std::vector<HoldId> excess = engine.excess(Start);
    QCOMPARE(excess, (std::vector<HoldId>{holds[3], holds[2], holds[1]}));
    QVERIFY(engine.meter(holds[0], dollars("1"), Start)); // it may go on
    QVERIFY(!passed(engine.admit(from("a"), dollars("0"), Start)));
    for (const HoldId hold : excess) {
        static_cast<void>(engine.settle(hold, dollars(hold == holds[3] ? "1.5" : "0"), Start));
    }
    QVERIFY(engine.excess(Start).empty());
    QVERIFY(passed(engine.admit(from("a"), dollars("1.5"), Start))); // 5.5 + 1.5
}

// Pitfall A1: a budget that no code path evaluates
void TestBudgetChanges::aNewBudgetCountsWhatRunsAlready()
{
    BudgetEngine engine;
    const HoldId hold = holdOf(engine.admit(from("a"), dollars("6"), Start));
    QVERIFY(engine.meter(hold, dollars("2"), Start));
    QVERIFY(
        engine.upsert(budget("b-1", "tenant:*", "10", "day"), Start, {{{"a"}, Start, nanos("3")}})
            .ok());
    const BucketState state = *engine.state("b-1", "tenant:a", Start);
    QCOMPARE(state.settled, nanos("5")); // 3 of the ledger, 2 metered
    QCOMPARE(state.held, nanos("4"));
    QVERIFY(!passed(engine.admit(from("a"), dollars("1.1"), Start)));
    const Settled settled = engine.settle(hold, dollars("6"), Start);
    QCOMPARE(settled.deltas.size(), std::size_t(1));
    QCOMPARE(settled.deltas[0].amount, nanos("6"));
    QCOMPARE(settledIn(engine, "tenant:a", Start), nanos("9"));
}

void TestBudgetChanges::anotherWindowKeepsWhatIsHeld()
{
    BudgetEngine engine;
    QVERIFY(engine.upsert(budget("b-1", "", "10", "day"), Start).ok());
    spend(engine, from("a"), "1", Start);
    std::vector<HoldId> holds;
    for (int i = 0; i < 9; ++i) {
        holds.push_back(holdOf(engine.admit(from("a"), dollars("1"), Start)));
    }
    for (const char *window : {"week", "rolling:24h", "month@Europe/Berlin", "lifetime", "day"}) {
        QVERIFY(
            engine.upsert(budget("b-1", "", "10", window), Start, {{{}, Start, nanos("1")}}).ok());
        QCOMPARE(engine.state("b-1", "", Start)->held, nanos("9"));
        QVERIFY(!passed(engine.admit(from("a"), dollars("0.01"), Start)));
    }
    for (const HoldId hold : holds) {
        QCOMPARE(engine.settle(hold, dollars("1"), Start).deltas.size(), std::size_t(1));
    }
    QCOMPARE(settledIn(engine, "", Start), nanos("10"));
}

void TestBudgetChanges::removingABudgetFreesItsHolds()
{
    BudgetEngine engine;
    QVERIFY(engine.upsert(budget("b-1", "", "1"), Start).ok());
    QVERIFY(engine.upsert(budget("b-2", "", "5"), Start).ok());
    const HoldId hold = holdOf(engine.admit(from("a"), dollars("1"), Start));
    QVERIFY(engine.remove("b-1").ok());
    QVERIFY(!engine.budget("b-1"));
    const Settled settled = engine.settle(hold, dollars("1"), Start);
    QCOMPARE(settled.deltas.size(), std::size_t(1));
    QVERIFY(settled.deltas[0].key.startsWith("b-2|"));
}

// Requirements section 7, case 6; S1-27
void TestBudgetChanges::aLateSettlementLandsInTheOldEpoch()
{
    BudgetEngine engine;
    QVERIFY(engine.upsert(budget("b-1", "", "10"), Start).ok());
    spend(engine, from("a"), "4", Start);
    const HoldId hold = holdOf(engine.admit(from("a"), dollars("5"), Start));
    const BucketKey oldKey = engine.state("b-1", "", Start)->key;
    QCOMPARE(*engine.reset("b-1", {}, Start), qint64(1));
    QCOMPARE(settledIn(engine, "", Start), 0);
    QCOMPARE(engine.state("b-1", "", Start)->held, 0);
    QVERIFY(passed(engine.admit(from("a"), dollars("10"), Start)));
    const Settled settled = engine.settle(hold, dollars("5"), Start);
    QCOMPARE(settled.deltas[0].key, oldKey);
    QCOMPARE(settledIn(engine, "", Start), 0);
    QVERIFY(settled.crossings.empty()); // nobody counts on the old epoch
    QVERIFY(engine.state("b-1", "", Start)->key != oldKey);
}

void TestBudgetChanges::resetOfOneLabelLeavesTheOthers()
{
    BudgetEngine engine;
    QVERIFY(engine.upsert(budget("b-1", "tenant:*", "10"), Start).ok());
    spend(engine, from("a"), "4", Start);
    spend(engine, from("b"), "5", Start);
    QCOMPARE(*engine.reset("b-1", "tenant:a", Start), qint64(1));
    QCOMPARE(settledIn(engine, "tenant:a", Start), 0);
    QCOMPARE(settledIn(engine, "tenant:b", Start), nanos("5"));
    QCOMPARE(*engine.reset("b-1", {}, Start), qint64(2));
    QCOMPARE(settledIn(engine, "tenant:b", Start), 0);
    QCOMPARE(*engine.reset("b-1", "tenant:a", Start), qint64(3)); // never a number twice
}

void TestBudgetChanges::resetNeedsALabelOfTheBudget()
{
    BudgetEngine engine;
    QVERIFY(engine.upsert(budget("b-1", "tenant:*", "10"), Start).ok());
    QCOMPARE(engine.reset("b-2", {}, Start).error().code, ErrorCode::NotFound);
    for (const char *label : {"agent:x", "tenant:*", "tenant:a,model:m", "nonsense"}) {
        const auto result = engine.reset("b-1", label, Start);
        QVERIFY(!result.ok());
        QCOMPARE(result.error().code, ErrorCode::InvalidInput);
    }
}

// S1-09, S1-19, S1-07
void TestBudgetChanges::aDefaultYieldsToAnExactBudget()
{
    BudgetEngine engine;
    Budget byDefault = budget("default:tenant", "tenant:*", "5");
    byDefault.yieldsToExact = true;
    QVERIFY(engine.upsert(byDefault, Start).ok());
    spend(engine, from("rich"), "4", Start);
    QVERIFY(!passed(engine.admit(from("rich"), dollars("2"), Start)));
    QVERIFY(
        engine.upsert(budget("b-1", "tenant:rich", "50"), Start, {{{}, Start, nanos("4")}}).ok());
    spend(engine, from("rich"), "2", Start);
    QCOMPARE(engine.matching(from("rich"), Start).size(), std::size_t(1));
    QCOMPARE(engine.headroom(from("rich"), Start).cost, Money::fromDollars(44));
    QVERIFY(engine.excess(Start).empty());
    QVERIFY(!passed(engine.admit(from("poor"), dollars("6"), Start))); // for others it holds
    QVERIFY(engine.remove("b-1").ok()); // the default applies again, with all that was spent
    QCOMPARE(engine.state("default:tenant", "tenant:rich", Start)->settled, nanos("6"));
    QVERIFY(!passed(engine.admit(from("rich"), dollars("0.01"), Start)));
}

void TestBudgetChanges::aDefaultYieldsOnlyInItsUnit()
{
    BudgetEngine engine;
    Budget byDefault = budget("default:tenant", "tenant:*", "5");
    byDefault.yieldsToExact = true;
    Budget tokens = budget("b-1", "tenant:a", "1");
    tokens.unit = Unit::Tokens;
    QVERIFY(engine.upsert(byDefault, Start).ok());
    QVERIFY(engine.upsert(tokens, Start).ok());
    QVERIFY(engine.upsert(budget("b-2", "tenant:a,model:m", "90"), Start).ok());
    QVERIFY(!passed(engine.admit(from("a"), dollars("6"), Start))); // no dollar cap of its own
}

void TestBudgetChanges::invalidBudgetsChangeNothing()
{
    BudgetEngine engine;
    QVERIFY(engine.upsert(budget("b-1", "tenant:*", "5"), Start).ok());
    Budget wrong = budget("b-1", "tenant:*", "5");
    wrong.limit = 0;
    QCOMPARE(engine.upsert(wrong, Start).error().code, ErrorCode::InvalidInput);
    const Budget other = budget("b-1", "agent:*", "5");
    for (const std::vector<QByteArray> &values :
         {std::vector<QByteArray>{}, {"a", "b"}, {QByteArray()}}) {
        QCOMPARE(engine.upsert(other, Start, {{values, Start, 1}}).error().code,
                 ErrorCode::InvalidInput);
    }
    QVERIFY(*engine.budget("b-1") == budget("b-1", "tenant:*", "5"));
}

QTEST_APPLESS_MAIN(TestBudgetChanges)
#include "tst_budgetchanges.moc"
