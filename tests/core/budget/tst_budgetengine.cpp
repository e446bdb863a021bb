// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "enginefixture.h"

#include <atomic>
#include <mutex>
#include <thread>

using namespace enginefixture;

/// What one call may do: admission, bounds, live metering, settlement, refusals.
class TestBudgetEngine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tenDimesFillADollarExactly();
    void aThousandHalvesOnTenDollarsPassTwenty();
    void hourlyDollarPassesThirteenOfThese();
    void aCapHoldsUnderEightThreads();

    void allMatchingBudgetsMustPassOrNoneHolds();
    void eachWildcardValueHasItsOwnBucket();
    void aMissingValueMatchesNoWildcard();
    void thousandsOfExactBudgetsStayApart();
    void countsTokensAndRequests();
    void aReleasedRequestIsGivenBack();
    void theHardFractionIsTheCap();

    void aRefusalSaysWhatIsHeldAndWhatIsSpent(); // S1-20
    void aRefusalListsTheTightestFirst();
    void headroomIsWhatTheTightestBudgetLetsThrough();
    void auditRefusesNothing();
    void warnsFromTheFirstSoftMarkOn();

    void rebindLowersAndRaisesWithinTheCap();
    void meteringTurnsHeldIntoSettled();
    void meteringPastTheBoundEndsTheCallThatDoesIt();
    void settlingBooksExactlyWhatWasUsed();
    void settlingAboveTheBoundIsChargedInFull();
    void aHoldEndsOnce();
    void aHoldIdIsNeverUsedAgain();
    void negativeAmountsMakeNoRoom();
    void hugeAmountsDoNotOverflow();
};

// Requirements section 7, case 1; design: an exact fit passes.
void TestBudgetEngine::tenDimesFillADollarExactly()
{
    BudgetEngine engine;
    QVERIFY(engine.upsert(budget("b-1", "", "1.00"), Start).ok());
    for (int i = 0; i < 10; ++i) {
        const Admission admission = engine.admit(from("a"), dollars("0.10"), Start);
        QVERIFY(passed(admission));
        QVERIFY(!engine.settle(holdOf(admission), dollars("0.10"), Start).aboveBound);
    }
    QCOMPARE(engine.state("b-1", "", Start)->settled, nanos("1.00"));
    QVERIFY(!passed(engine.admit(from("a"), dollars("0.000001"), Start)));
    QVERIFY(!passed(engine.admit(from("a"), dollars("0.000000001"), Start)));
}

// Requirements section 7, case 2; X-01
void TestBudgetEngine::aThousandHalvesOnTenDollarsPassTwenty()
{
    BudgetEngine engine;
    QVERIFY(engine.upsert(budget("b-1", "", "10"), Start).ok());
    int count = 0;
    for (int i = 0; i < 1000; ++i) {
        count += passed(engine.admit(from("a"), dollars("0.50"), Start)) ? 1 : 0;
        const BucketState state = *engine.state("b-1", "", Start);
        QVERIFY(state.settled + state.held <= state.cap);
    }
    QCOMPARE(count, 20); // 20 x 0.50 = 10.00
    QCOMPARE(engine.state("b-1", "", Start)->running, 20);
}

// Requirements section 7, case 10
void TestBudgetEngine::hourlyDollarPassesThirteenOfThese()
{
    BudgetEngine engine;
    QVERIFY(engine.upsert(budget("b-1", "", "1", "hour"), Start).ok());
    int count = 0;
    for (int i = 0; i < 20; ++i) {
        const Admission admission = engine.admit(from("a"), dollars("0.075"), Start + i * 1s);
        if (passed(admission)) {
            QVERIFY(
                engine.settle(holdOf(admission), dollars("0.075"), Start + i * 1s).deltas.size() ==
                1);
            ++count;
        }
    }
    QCOMPARE(count, 13); // 13 x 0.075 = 0.975; a 14th would make 1.05
    QCOMPARE(engine.state("b-1", "", Start)->settled, nanos("0.975"));
    QVERIFY(passed(engine.admit(from("a"), dollars("0.075"), Start + 1h)));
}

void TestBudgetEngine::aCapHoldsUnderEightThreads()
{
    BudgetEngine engine;
    std::mutex mutex;
    QVERIFY(engine.upsert(budget("b-1", "", "10"), Start).ok());
    std::atomic<int> count = 0;
    std::atomic<bool> done = false;
    std::atomic<bool> wasAbove = false;
    std::thread observer([&] {
        while (!done) {
            const std::lock_guard lock(mutex);
            const BucketState state = *engine.state("b-1", "", Start);
            wasAbove = wasAbove || state.settled + state.held > state.cap;
        }
    });
    std::vector<std::thread> callers;
    for (int thread = 0; thread < 8; ++thread) {
        callers.emplace_back([&] {
            for (int i = 0; i < 125; ++i) {
                std::unique_lock lock(mutex);
                const Admission admission = engine.admit(from("a"), dollars("0.50"), Start);
                lock.unlock();
                if (passed(admission)) {
                    ++count;
                    lock.lock();
                    static_cast<void>(engine.settle(holdOf(admission), dollars("0.50"), Start));
                }
            }
        });
    }
    for (std::thread &caller : callers) {
        caller.join();
    }
    done = true;
    observer.join();
    QCOMPARE(count.load(), 20);
    QVERIFY(!wasAbove);
    QCOMPARE(engine.openHolds(), std::size_t(0));
}

// S1-16: no hierarchy in the seed, so an organisation's cap did not see its users
void TestBudgetEngine::allMatchingBudgetsMustPassOrNoneHolds()
{
    BudgetEngine engine;
    QVERIFY(engine.upsert(budget("b-all", "", "10"), Start).ok());
    QVERIFY(engine.upsert(budget("b-agent", "tenant:a,agent:x", "1"), Start).ok());
    QVERIFY(passed(engine.admit(from("a", "x"), dollars("1"), Start)));
    const Admission second = engine.admit(from("a", "x"), dollars("1"), Start);
    QVERIFY(!passed(second));
    QCOMPARE(tightest(second).state.budgetId, QByteArray("b-agent"));
    QCOMPARE(engine.state("b-all", "", Start)->held, nanos("1")); // the first one's only
    QVERIFY(passed(engine.admit(from("a", "y"), dollars("9"), Start)));
    QVERIFY(!passed(engine.admit(from("b"), dollars("0.01"), Start)));
}

void TestBudgetEngine::eachWildcardValueHasItsOwnBucket()
{
    BudgetEngine engine;
    QVERIFY(engine.upsert(budget("b-1", "tenant:*,model:*", "1"), Start).ok());
    QVERIFY(passed(engine.admit(from("a", {}, "m"), dollars("1"), Start)));
    QVERIFY(passed(engine.admit(from("b", {}, "m"), dollars("1"), Start)));
    QVERIFY(passed(engine.admit(from("a", {}, "n"), dollars("1"), Start)));
    QVERIFY(!passed(engine.admit(from("a", {}, "m"), dollars("0.01"), Start)));
    QCOMPARE(engine.state("b-1", "tenant:a,model:n", Start)->held, nanos("1"));
    QCOMPARE(engine.state("b-1", "tenant:c,model:n", Start)->held, 0);
    QCOMPARE(engine.state("b-1", "tenant:c,model:n", Start)->cap, nanos("1"));
    QVERIFY(!engine.state("b-1", "tenant:c", Start));
    QVERIFY(!engine.state("b-1", "tenant:*,model:*", Start));
    QVERIFY(!engine.state("b-2", "tenant:c,model:n", Start));
}

void TestBudgetEngine::aMissingValueMatchesNoWildcard()
{
    BudgetEngine engine;
    QVERIFY(engine.upsert(budget("b-1", "agent:*", "1"), Start).ok());
    QVERIFY(passed(engine.admit(from("a"), dollars("5"), Start)));
    QVERIFY(!passed(engine.admit(from("a", "x"), dollars("5"), Start)));
}

void TestBudgetEngine::thousandsOfExactBudgetsStayApart()
{
    BudgetEngine engine;
    for (int i = 0; i < 2000; ++i) {
        const QByteArray name = QByteArray::number(i);
        QVERIFY(engine.upsert(budget("b-" + name, "tenant:" + name, "1"), Start).ok());
    }
    QVERIFY(passed(engine.admit(from("1234"), dollars("1"), Start)));
    QVERIFY(!passed(engine.admit(from("1234"), dollars("1"), Start)));
    QCOMPARE(engine.matching(from("1234"), Start).size(), std::size_t(1));
    QVERIFY(engine.remove("b-1234").ok());
    QVERIFY(engine.matching(from("1234"), Start).empty());
    QCOMPARE(engine.budgets().size(), std::size_t(1999));
    QCOMPARE(engine.remove("b-1234").error().code, ErrorCode::NotFound);
}

void TestBudgetEngine::countsTokensAndRequests()
{
    BudgetEngine engine;
    Budget tokens = budget("b-t", "", "1");
    tokens.unit = Unit::Tokens;
    tokens.limit = 1000;
    Budget requests = budget("b-r", "", "1");
    requests.unit = Unit::Requests;
    requests.limit = 2;
    QVERIFY(engine.upsert(tokens, Start).ok());
    QVERIFY(engine.upsert(requests, Start).ok());
    const Admission first = engine.admit(from("a"), {Money(), 600, 1}, Start);
    QVERIFY(passed(first));
    QCOMPARE(engine.state("b-r", "", Start)->held, 1);                   // counts from admission on
    QVERIFY(!passed(engine.admit(from("a"), {Money(), 401, 1}, Start))); // 600 + 401 > 1000
    QVERIFY(engine.settle(holdOf(first), {Money(), 500, 1}, Start).deltas.size() == 2);
    QCOMPARE(engine.state("b-r", "", Start)->settled, 1);
    QVERIFY(passed(engine.admit(from("a"), {Money(), 500, 1}, Start))); // 500 + 500
    const Admission third = engine.admit(from("a"), {Money(), 0, 1}, Start);
    QVERIFY(!passed(third)); // 1 + 1 + 1 > 2
    QCOMPARE(tightest(third).state.unit, Unit::Requests);
}

void TestBudgetEngine::aReleasedRequestIsGivenBack()
{
    BudgetEngine engine;
    Budget requests = budget("b-r", "", "1");
    requests.unit = Unit::Requests;
    requests.limit = 1;
    QVERIFY(engine.upsert(requests, Start).ok());
    for (int i = 0; i < 5; ++i) {
        const Admission admission = engine.admit(from("a"), dollars("1"), Start);
        QVERIFY(passed(admission));
        QVERIFY(engine.meter(holdOf(admission), dollars("0.5"), Start));
        engine.release(holdOf(admission), Start);
    }
    QCOMPARE(engine.state("b-r", "", Start)->settled, 0);
    QCOMPARE(engine.state("b-r", "", Start)->held, 0);
}

void TestBudgetEngine::theHardFractionIsTheCap()
{
    BudgetEngine engine;
    Budget half = budget("b-1", "", "10");
    half.softMarks = {};
    half.hardMark = 500'000;
    QVERIFY(engine.upsert(half, Start).ok());
    QVERIFY(passed(engine.admit(from("a"), dollars("5"), Start)));
    QVERIFY(!passed(engine.admit(from("a"), dollars("0.000000001"), Start)));
    QCOMPARE(engine.state("b-1", "", Start)->cap, nanos("5"));
    QCOMPARE(engine.state("b-1", "", Start)->limit, nanos("10"));
}

void TestBudgetEngine::aRefusalSaysWhatIsHeldAndWhatIsSpent()
{
    BudgetEngine engine;
    Budget queueing = budget("b-1", "tenant:*", "10", "day");
    queueing.atHard = HardAction::Queue;
    queueing.queueFor = 30s;
    queueing.clamp = false;
    QVERIFY(engine.upsert(queueing, Start).ok());
    const HoldId spent = holdOf(engine.admit(from("a"), dollars("4"), Start));
    static_cast<void>(engine.settle(spent, dollars("4"), Start));
    const HoldId held = holdOf(engine.admit(from("a"), dollars("5"), Start));
    const Admission refused = engine.admit(from("a"), dollars("2"), Start);
    const Shortfall &shortfall = tightest(refused);
    QCOMPARE(shortfall.state.label, QByteArray("tenant:a"));
    QCOMPARE(shortfall.state.settled, nanos("4"));
    QCOMPARE(shortfall.state.held, nanos("5"));
    QCOMPARE(shortfall.state.running, 1);
    QCOMPARE(shortfall.requested, nanos("2"));
    QVERIFY(shortfall.onlyHeld); // 4 + 2 <= 10
    QVERIFY(shortfall.mayQueue);
    QCOMPARE(shortfall.queueFor, 30s);
    QVERIFY(!shortfall.mayClamp);
    QCOMPARE(shortfall.state.span.ends, Start + 15h);                          // 09:00 to midnight
    QVERIFY(!tightest(engine.admit(from("a"), dollars("7"), Start)).onlyHeld); // 4 + 7 > 10
    engine.release(held, Start);
    QVERIFY(passed(engine.admit(from("a"), dollars("6"), Start)));
}

void TestBudgetEngine::aRefusalListsTheTightestFirst()
{
    BudgetEngine engine;
    QVERIFY(engine.upsert(budget("b-wide", "", "3"), Start).ok());
    QVERIFY(engine.upsert(budget("b-tight", "tenant:a", "1"), Start).ok());
    QVERIFY(engine.upsert(budget("b-enough", "tenant:*", "9"), Start).ok());
    const Admission refused = engine.admit(from("a"), dollars("4"), Start);
    const auto &shortfalls = std::get<Refusal>(refused).shortfalls;
    QCOMPARE(shortfalls.size(), std::size_t(2));
    QCOMPARE(shortfalls[0].state.budgetId, QByteArray("b-tight"));
    QCOMPARE(shortfalls[1].state.budgetId, QByteArray("b-wide"));
}

void TestBudgetEngine::headroomIsWhatTheTightestBudgetLetsThrough()
{
    BudgetEngine engine;
    QVERIFY(!engine.headroom(from("a"), Start).hasMoneyCap);
    QCOMPARE(engine.headroom(from("a"), Start).cost, Money::maximum());
    Budget audited = budget("b-audit", "", "0.01");
    audited.mode = BudgetMode::Audit;
    audited.clamp = false;
    Budget tokens = budget("b-tokens", "", "1");
    tokens.unit = Unit::Tokens;
    tokens.limit = 700;
    QVERIFY(engine.upsert(budget("b-1", "", "10"), Start).ok());
    QVERIFY(engine.upsert(budget("b-2", "tenant:*", "3"), Start).ok());
    QVERIFY(engine.upsert(audited, Start).ok());
    QVERIFY(engine.upsert(tokens, Start).ok());
    QVERIFY(passed(engine.admit(from("a"), {Money::fromDollars(1), 100, 1}, Start)));
    const Headroom headroom = engine.headroom(from("a"), Start);
    QCOMPARE(headroom.cost, Money::fromDollars(2)); // 3 - 1
    QCOMPARE(headroom.tokens, 600);
    QCOMPARE(headroom.requests, std::numeric_limits<qint64>::max());
    QVERIFY(headroom.hasMoneyCap);
    QVERIFY(headroom.mayClamp);
    // All that is said to fit does fit, and not a nano-dollar more.
    QVERIFY(!passed(engine.admit(from("a"), {headroom.cost + Money::fromNanos(1), 1, 1}, Start)));
    QVERIFY(passed(engine.admit(from("a"), {headroom.cost, headroom.tokens, 1}, Start)));
    QCOMPARE(engine.headroom(from("a"), Start).cost, Money());
}

void TestBudgetEngine::auditRefusesNothing()
{
    BudgetEngine engine;
    Budget audited = budget("b-1", "", "1");
    audited.mode = BudgetMode::Audit;
    QVERIFY(engine.upsert(audited, Start).ok());
    const Admission admission = engine.admit(from("a"), dollars("5"), Start);
    QVERIFY(passed(admission));
    QVERIFY(engine.meter(holdOf(admission), dollars("4"), Start));
    const Settled settled = engine.settle(holdOf(admission), dollars("5"), Start);
    QCOMPARE(engine.takeCrossings().size() + settled.crossings.size(), std::size_t(2)); // 0.8, cap
    QCOMPARE(engine.state("b-1", "", Start)->settled, nanos("5"));
    QVERIFY(engine.excess(Start).empty());
}

// S1-10
void TestBudgetEngine::warnsFromTheFirstSoftMarkOn()
{
    BudgetEngine engine;
    QVERIFY(engine.upsert(budget("b-1", "", "10"), Start).ok());
    QVERIFY(engine.upsert(budget("b-2", "tenant:*", "9"), Start).ok());
    QVERIFY(!std::get<Admitted>(engine.admit(from("a"), dollars("7"), Start)).warning);
    const Admission second = engine.admit(from("a"), dollars("1"), Start);
    const auto &warning = std::get<Admitted>(second).warning;
    QVERIFY(warning.has_value()); // 8 of 10 and 8 of 9 are held: the second is fuller
    QCOMPARE(warning->budgetId, QByteArray("b-2"));
    QCOMPARE(warning->held, nanos("8"));
}

void TestBudgetEngine::rebindLowersAndRaisesWithinTheCap()
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

void TestBudgetEngine::meteringTurnsHeldIntoSettled()
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

void TestBudgetEngine::meteringPastTheBoundEndsTheCallThatDoesIt()
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

void TestBudgetEngine::settlingBooksExactlyWhatWasUsed()
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

void TestBudgetEngine::settlingAboveTheBoundIsChargedInFull()
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
void TestBudgetEngine::aHoldEndsOnce()
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

void TestBudgetEngine::aHoldIdIsNeverUsedAgain()
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
void TestBudgetEngine::negativeAmountsMakeNoRoom()
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

void TestBudgetEngine::hugeAmountsDoNotOverflow()
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

QTEST_APPLESS_MAIN(TestBudgetEngine)
#include "tst_budgetengine.moc"
