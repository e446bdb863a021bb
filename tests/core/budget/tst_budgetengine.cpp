// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "enginefixture.h"

#include <atomic>
#include <mutex>
#include <thread>

using namespace enginefixture;

/// Which calls are admitted, also many at once, and by which budgets.
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
    void saysWhatEachBudgetHadWhenItLetACallIn();
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

// Issue 3: each budget's arithmetic for one request, also of one that had room.
void TestBudgetEngine::saysWhatEachBudgetHadWhenItLetACallIn()
{
    BudgetEngine engine;
    QVERIFY(engine.upsert(budget("b-1", "", "10"), Start).ok());
    QVERIFY(engine.upsert(budget("b-2", "tenant:*", "9"), Start).ok());
    QVERIFY(engine.upsert(budget("b-3", "tenant:b", "1"), Start).ok());
    const HoldId first = holdOf(engine.admit(from("a"), dollars("3"), Start));
    static_cast<void>(engine.settle(first, dollars("2"), Start));
    QVERIFY(passed(engine.admit(from("b"), dollars("0.5"), Start)));
    QVERIFY(passed(engine.admit(from("a"), dollars("1"), Start)));

    const auto budgets = std::get<Admitted>(engine.admit(from("a"), dollars("4"), Start)).budgets;
    // Of all: 2 settled, 0.5 + 1 held by others. Of a alone: 2 settled, 1 held.
    QCOMPARE(budgets.size(), 2U);
    const auto standing = [&](const QByteArray &id) {
        return *std::ranges::find_if(
            budgets, [&](const BudgetStanding &one) { return one.key.startsWith(id + '|'); });
    };
    QCOMPARE(standing("b-1").cap, nanos("10"));
    QCOMPARE(standing("b-1").settled, nanos("2"));
    QCOMPARE(standing("b-1").held, nanos("1.5"));
    QCOMPARE(standing("b-2").cap, nanos("9"));
    QCOMPARE(standing("b-2").settled, nanos("2"));
    QCOMPARE(standing("b-2").held, nanos("1"));
}

QTEST_APPLESS_MAIN(TestBudgetEngine)
#include "tst_budgetengine.moc"
