// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the ledger tells of one request.
#include "activityday.h"

using namespace samples;
using namespace Qt::StringLiterals;

class TestCallStory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsTheStoryOfASettledCall();
    void tellsHowACallWasLetIn();
    void saysNothingOfHowAnOlderCallWasLetIn();
    void namesTheBudgetThatCutACall();
    void readsAReasonThatIsKeptOnce();
    void tellsTheStoryOfARefusal();
    void tellsWhatEachBudgetSaidToARefusedCall();
    void findsARefusalByTheBudgetThatRefused();
    void knowsNoStoryOfAnUnknownRequest();
};

// S4-14: durable, with every dimension.
void TestCallStory::tellsTheStoryOfASettledCall()
{
    const Fixture f;
    HoldRecord first = decided(hold(1),
                               Decision::Clamp,
                               R"({"budgets":[{"budget":"b-1","scope":"agent:crawler",)"
                               R"("limit_usd":8,"spent_usd":7.1673,"held_usd":0.7743,)"
                               R"("requested_usd":0.1049}],"clamped_to":1000})");
    first.attribution.tags = {{"project", "search"}};
    HoldRecord second = hold(1, Noon + 1s);
    second.attempt = 2;
    SettlementRecord settled = settlement(first, 46'800'000, "bucket");
    settled.toFirstByte = 641ms;
    QVERIFY(f.write({first, settled, second}));

    const RequestStory story = Activity::open(f.path).value()->story(hold(1).id).value().value();
    QCOMPARE(story.id, hold(1).id);
    QVERIFY(!story.refusal);
    QCOMPARE(story.attempts.size(), 2U);
    const AttemptStory &attempt = story.attempts.front();
    QCOMPARE(attempt.outcome, CallOutcome::Clamped);
    QCOMPARE(attempt.attribution, first.attribution);
    QCOMPARE(attempt.reason.clampedTo, std::optional<qint64>(1'000));
    const BudgetArithmetic expected{
        "b-1", "agent:crawler", Unit::Usd, 8'000'000'000, 7'167'300'000, 774'300'000, 104'900'000};
    QCOMPARE(attempt.reason.budgets, std::vector{expected});
    QCOMPARE(expected.excess(), 46'500'000); // 7.1673 + 0.7743 + 0.1049 - 8 = 0.0465
    QVERIFY(attempt.settled.has_value());
    QCOMPARE(attempt.settled->cost, Money::fromNanos(46'800'000));
    QCOMPARE(attempt.settled->usage, settled.usage);
    QCOMPARE(attempt.settled->priceSource, "shipped 2026-11-01");
    QCOMPARE(attempt.settled->toFirstByte, Duration(641ms));
    QCOMPARE(attempt.settled->charges.size(), 1U);
    QCOMPARE(attempt.settled->charges.front().key, "bucket");
    QCOMPARE(attempt.settled->charges.front().amount, 46'800'000);
    QCOMPARE(story.attempts.back().attempt, 2);
    QCOMPARE(story.attempts.back().outcome, CallOutcome::Running);
}

// Issue 3: queue, each budget's arithmetic and the rates of an allowed call.
void TestCallStory::tellsHowACallWasLetIn()
{
    const Fixture f;
    const HoldRecord call = hold(1); // $0.005, 4,096 tokens at most
    SettlementRecord settled = settlement(call, 100);
    settled.admission = AdmissionRecord{
        1'200ms,
        ChargedRates{{150'000'000, 75'000'000, 150'000'000, 600'000'000}, {}, {}}.toJson(),
        {{"b-1|usd|tenant:*|day@Europe/Berlin|research|1795130000000000|0",
          8'000'000'000,
          -3,
          774'300'000},
         {"b%7C2|tokens||lifetime||0|4", 1'000'000, 64, 0}}};
    QVERIFY(f.write({call, settled}));
    QVERIFY(f.differences().empty());

    const auto activity = Activity::open(f.path).value();
    QCOMPARE(activity->page({}, std::nullopt, 10)->rows.at(0).queued, Duration(1'200ms));
    const AttemptStory attempt = activity->story(call.id).value().value().attempts.at(0);
    QCOMPARE(attempt.settled->queued, Duration(1'200ms));
    QCOMPARE(attempt.settled->rates, ChargedRates::fromJson(settled.admission->rates));
    QCOMPARE(attempt.settled->rates->rates.output, 600'000'000);
    const BudgetArithmetic money{"b-1",
                                 "tenant:research",
                                 Unit::Usd,
                                 8'000'000'000,
                                 -3,
                                 774'300'000,
                                 5'000'000,
                                 "day@Europe/Berlin"};
    const BudgetArithmetic tokens{"b|2", "", Unit::Tokens, 1'000'000, 64, 0, 4'096, "lifetime"};
    QCOMPARE(attempt.budgets, (std::vector{money, tokens}));
}

// A row of an older ledger has nothing of it, and its place in the chain.
void TestCallStory::saysNothingOfHowAnOlderCallWasLetIn()
{
    const Fixture f;
    QVERIFY(f.write({hold(1), settlement(hold(1), 100)}));
    QVERIFY(f.differences().empty());
    const auto activity = Activity::open(f.path).value();
    QVERIFY(!activity->page({}, std::nullopt, 10)->rows.at(0).queued);
    const AttemptStory attempt = activity->story(hold(1).id).value().value().attempts.at(0);
    QVERIFY(!attempt.settled->queued);
    QVERIFY(!attempt.settled->rates);
    QVERIFY(attempt.settled->cutBy.empty());
    QVERIFY(attempt.budgets.empty());
}

// Issue 3: beside those that let it in, and where none let it in, too.
void TestCallStory::namesTheBudgetThatCutACall()
{
    const BudgetStanding letIn{"b-1|usd|tenant:*|day@Europe/Berlin|research|1795130000000000|0",
                               8'000'000'000,
                               7'000'000'000,
                               0};
    BudgetStanding cutBy = letIn;
    cutBy.settled = 8'010'000'000;
    cutBy.held = 300'000'000;
    for (const auto &budgets : {std::vector{letIn}, {}}) {
        const Fixture f;
        SettlementRecord settled = settlement(hold(1), 100);
        settled.ending = Ending::Cut;
        settled.admission = AdmissionRecord{1'200ms, {}, budgets, {cutBy, cutBy}};
        QVERIFY(f.write({hold(1), settled}));
        QVERIFY(f.differences().empty());
        const auto activity = Activity::open(f.path).value();
        QCOMPARE(activity->page({}, std::nullopt, 10)->rows.at(0).queued, Duration(1'200ms));
        const AttemptStory attempt = activity->story(hold(1).id).value().value().attempts.at(0);
        QCOMPARE(attempt.outcome, CallOutcome::Cut);
        QCOMPARE(attempt.budgets.size(), budgets.size());
        const BudgetArithmetic past{"b-1",
                                    "tenant:research",
                                    Unit::Usd,
                                    8'000'000'000,
                                    8'010'000'000,
                                    300'000'000,
                                    0,
                                    "day@Europe/Berlin"};
        QCOMPARE(attempt.settled->cutBy, (std::vector{past, past}));
        QCOMPARE(past.excess(), 310'000'000); // 8.01 + 0.3 - 8
    }
}

void TestCallStory::readsAReasonThatIsKeptOnce()
{
    const Fixture f;
    HoldRecord call = decided(hold(1),
                              Decision::Allow,
                              R"({"reason":"named","candidates":[)"
                              R"({"model":"m","provider":"p"}]})");
    call.reasonRepeats = true;
    QVERIFY(f.write({call, settlement(call, 100)}));

    const auto activity = Activity::open(f.path).value();
    QCOMPARE(activity->page({}, std::nullopt, 10)->rows.at(0).reason, call.reason);
    const RequestStory story = activity->story(call.id).value().value();
    QCOMPARE(story.attempts.at(0).reason.json, call.reason);
}

void TestCallStory::tellsTheStoryOfARefusal()
{
    const Day day;
    const RequestStory story = day.activity->story({5, ~quint64{5}}).value().value();
    QVERIFY(story.attempts.empty());
    QVERIFY(story.refusal.has_value());
    QCOMPARE(story.refusal->at, Noon + 4min);
    QCOMPARE(story.refusal->code, "budget_exceeded");
    QVERIFY(story.refusal->reason.message.startsWith("The budget for tenant:research is $0.5"));
    QCOMPARE(story.refusal->reason.maxTokensThatFit, std::optional<qint64>(33));
    const BudgetArithmetic expected{
        "b-1", "tenant:research", Unit::Usd, 500'000'000, 400'000'001, 50'000'000, 100'000'000};
    QCOMPARE(story.refusal->reason.budgets, std::vector{expected});
    QVERIFY(story.refusal->budgets.empty()); // of before they were kept
    QVERIFY(!story.refusal->queued);
}

/// As refusal(5), with the counters of three budgets: $0.9, $0.5 and 1,000 tokens.
RefusalRecord judgedRefusal()
{
    RefusalRecord record = refusal(5, Noon);
    record.admission =
        AdmissionRecord{1'200ms,
                        {},
                        {{"b-2|usd|tenant:*|month@Europe/Berlin|research|1795130000000000|0",
                          900'000'000,
                          600'000'000,
                          50'000'000},
                         {"b-1|usd|tenant:*|day@Europe/Berlin|research|1795130000000000|0",
                          500'000'000,
                          400'000'001,
                          50'000'000},
                         {"b-3|tokens||lifetime||0|4", 1'000, 64, 0}}};
    return record;
}

// Issue 3: a refused call tells of each budget, too, and not only of the one that was short. What
// the caller was told, and what rules and filters go by, is as it was.
void TestCallStory::tellsWhatEachBudgetSaidToARefusedCall()
{
    const Fixture f;
    const RefusalRecord record = judgedRefusal();
    QVERIFY(f.write({record, record}));
    QVERIFY(f.differences().empty());
    const RequestStory story = Activity::open(f.path).value()->story(record.id).value().value();
    const RequestStory::Refusal &refused = story.refusal.value();
    QCOMPARE(refused.queued, Duration(1'200ms));
    const BudgetArithmetic day{"b-1",
                               "tenant:research",
                               Unit::Usd,
                               500'000'000,
                               400'000'001,
                               50'000'000,
                               100'000'000,
                               "day@Europe/Berlin"};
    const BudgetArithmetic month{"b-2",
                                 "tenant:research",
                                 Unit::Usd,
                                 900'000'000,
                                 600'000'000,
                                 50'000'000,
                                 100'000'000,
                                 "month@Europe/Berlin"};
    const BudgetArithmetic tokens{"b-3", "", Unit::Tokens, 1'000, 64, 0, 100, "lifetime"};
    QCOMPARE(refused.budgets, (std::vector{day, month, tokens})); // the one without room first
    QCOMPARE(day.excess(), 50'000'001);                           // 0.400000001 + 0.05 + 0.1 - 0.5
    QCOMPARE(month.excess(), -150'000'000);                       // 0.6 + 0.05 + 0.1 - 0.9
    QCOMPARE(tokens.excess(), -836);                              // 64 + 100 - 1,000
    QCOMPARE(refused.reason.message, reasonFrom(record.reason).message);
    QCOMPARE(refused.reason.budgets, reasonFrom(record.reason).budgets);
}

void TestCallStory::findsARefusalByTheBudgetThatRefused()
{
    const Fixture f;
    QVERIFY(f.write({judgedRefusal()}));
    const auto activity = Activity::open(f.path).value();
    QCOMPARE(activity->count({.budget = "b-1"})->calls, 1);
    QCOMPARE(activity->count({.budget = "b-2"})->calls, 0); // it had room
}

void TestCallStory::knowsNoStoryOfAnUnknownRequest()
{
    const Day day;
    QVERIFY(!day.activity->story({77, 77}).value());
}

QTEST_GUILESS_MAIN(TestCallStory)
#include "tst_callstory.moc"
