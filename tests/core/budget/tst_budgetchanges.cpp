// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "enginefixture.h"

#include <QDateTime>

using namespace enginefixture;

/// What happens to counters when time passes, clocks jump, people change budgets, or Capstan
/// starts again.
class TestBudgetChanges : public QObject
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

    void softMarksAreToldOnce();
    void meteringTellsMarks();
    void theCapIsToldWhenItIsReached();
    void theCapIsToldWhenCallsAreRefusedForSpentMoney();
    void aNewLimitTellsAnewAndAnOldOneDoesNot();
    void rollingMarksAreToldAgainAfterTheWindow();
    void burnIsTheLastFiveMinutesPerHour();

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

    void aRestartRestoresEverything();
    void aRestartIgnoresKeysOfAFormerShape();
    void aRecoveredCallFromBeforeAResetStaysThere();
    void openingDeltasRestoreAsTheOpenings();
};

namespace {

void spend(BudgetEngine &engine, const Attribution &who, const char *amount, Time at)
{
    const HoldId hold = holdOf(engine.admit(who, dollars(amount), at));
    QVERIFY(hold != HoldId::None);
    static_cast<void>(engine.settle(hold, dollars(amount), at));
}

qint64 settledIn(const BudgetEngine &engine, const QByteArray &label, Time at)
{
    const auto state = engine.state("b-1", label, at);
    return state ? state->settled : -1;
}

Budget withMarks(Budget budget, std::vector<int> marks)
{
    budget.softMarks = std::move(marks);
    return budget;
}

} // namespace

void TestBudgetChanges::isReadSomeAtATime()
{
    BudgetEngine engine;
    for (const char *id : {"b-1", "b-2", "b-3"}) {
        QVERIFY(engine.upsert(budget(id, "", "1"), Start).ok());
    }
    static_cast<void>(engine.admit(from("a"), dollars("1"), Start));
    BudgetEngine::Reading reading;
    engine.readOn(reading, 1, Start); // a budget and its bucket are two rows
    QCOMPARE(reading.budgets.size(), std::size_t(1));
    QVERIFY(!reading.isWhole);
    QVERIFY(engine.remove("b-2").ok()); // between two turns
    engine.readOn(reading, 100, Start);
    QVERIFY(reading.isWhole);
    QCOMPARE(reading.budgets.size(), std::size_t(2));
    QCOMPARE(reading.budgets.back().id, QByteArray("b-3"));
    QCOMPARE(reading.states.size(), std::size_t(2));
    engine.readOn(reading, 100, Start);
    QCOMPARE(reading.budgets.size(), std::size_t(2));
}

void TestBudgetChanges::aCallSettlesInTheWindowOfItsAdmission()
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

void TestBudgetChanges::aClockSetBackReentersTheOldWindow()
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

void TestBudgetChanges::aRollingWindowFreesSlotBySlot()
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

void TestBudgetChanges::aRollingWindowSurvivesAClockSetBack()
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
void TestBudgetChanges::aClockThatJumpedAheadFindsItsWindowAgain()
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

void TestBudgetChanges::pruneDropsOnlyWhatIsOver()
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

// S1-26: once per crossing, not at each record
void TestBudgetChanges::softMarksAreToldOnce()
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

void TestBudgetChanges::meteringTellsMarks()
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

void TestBudgetChanges::theCapIsToldWhenItIsReached()
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

void TestBudgetChanges::theCapIsToldWhenCallsAreRefusedForSpentMoney()
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

void TestBudgetChanges::aNewLimitTellsAnewAndAnOldOneDoesNot()
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

void TestBudgetChanges::rollingMarksAreToldAgainAfterTheWindow()
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
void TestBudgetChanges::burnIsTheLastFiveMinutesPerHour()
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

void TestBudgetChanges::aRestartRestoresEverything()
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

void TestBudgetChanges::aRestartIgnoresKeysOfAFormerShape()
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

void TestBudgetChanges::aRecoveredCallFromBeforeAResetStaysThere()
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

void TestBudgetChanges::openingDeltasRestoreAsTheOpenings()
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

QTEST_APPLESS_MAIN(TestBudgetChanges)
#include "tst_budgetchanges.moc"
