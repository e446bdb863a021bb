// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "enginefixture.h"

using namespace enginefixture;

/// What a refusal says, and what is warned of before it.
class TestBudgetRefusals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRefusalSaysWhatIsHeldAndWhatIsSpent(); // S1-20
    void aRefusalListsTheTightestFirst();
    void aRefusalTellsOfEveryBudgetThatWasAsked();
    void aRateLimitsRefusalTellsOfTheBudgetsToo();
    void headroomIsWhatTheTightestBudgetLetsThrough();
    void auditRefusesNothing();
    void warnsFromTheFirstSoftMarkOn();
};

void TestBudgetRefusals::aRefusalSaysWhatIsHeldAndWhatIsSpent()
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

void TestBudgetRefusals::aRefusalListsTheTightestFirst()
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

// Issue 3: with room or without, as an admission does.
void TestBudgetRefusals::aRefusalTellsOfEveryBudgetThatWasAsked()
{
    BudgetEngine engine;
    QVERIFY(engine.upsert(budget("b-enough", "tenant:*", "9"), Start).ok());
    QVERIFY(engine.upsert(budget("b-tight", "tenant:a", "3"), Start).ok());
    QVERIFY(engine.upsert(budget("b-other", "tenant:b", "1"), Start).ok());
    spend(engine, from("a"), "1", Start);
    const Admission admitted = engine.admit(from("a"), dollars("0.5"), Start);
    const std::vector<BudgetStanding> before = std::get<Admitted>(admitted).budgets;
    const Admission refused = engine.admit(from("a"), dollars("2"), Start);
    std::vector<BudgetStanding> standings = std::get<Refusal>(refused).budgets;
    QCOMPARE(standings.size(), std::size_t(2)); // of "b" none was asked
    for (BudgetStanding &standing : standings) {
        QCOMPARE(standing.settled, nanos("1"));
        QCOMPARE(standing.held, nanos("0.5"));
        standing.held = 0;
    }
    QCOMPARE(standings, before);
}

void TestBudgetRefusals::aRateLimitsRefusalTellsOfTheBudgetsToo()
{
    BudgetEngine engine;
    QVERIFY(engine.upsert(budget("b-1", "tenant:*", "9"), Start).ok());
    RateLimit limit;
    limit.id = "one at a time";
    limit.selector = *Selector::parse("tenant:*");
    limit.figures.parallel = 1;
    engine.setLimit(limit);
    QVERIFY(passed(engine.admit(from("a"), dollars("0.5"), Start)));
    const Refusal refusal = std::get<Refusal>(engine.admit(from("a"), dollars("2"), Start));
    QVERIFY(refusal.rate.has_value());
    QVERIFY(refusal.shortfalls.empty());
    QCOMPARE(refusal.budgets.size(), std::size_t(1));
    QCOMPARE(refusal.budgets.front().cap, nanos("9"));
    QCOMPARE(refusal.budgets.front().held, nanos("0.5"));
}

void TestBudgetRefusals::headroomIsWhatTheTightestBudgetLetsThrough()
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

void TestBudgetRefusals::auditRefusesNothing()
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
void TestBudgetRefusals::warnsFromTheFirstSoftMarkOn()
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

QTEST_APPLESS_MAIN(TestBudgetRefusals)
#include "tst_budgetrefusals.moc"
