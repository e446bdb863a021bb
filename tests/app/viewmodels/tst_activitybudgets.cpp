// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is told of the budgets that judged a request: one that runs, waited or was refused.
#include "askedactivity.h"
#include "sampleactivity.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class ActivityBudgetsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsHowARunningRequestWasLetIn();
    void tellsWhyARequestWasRefused();
    void tellsWhichBudgetsHadRoomForARefusedRequest();
    void saysNothingOfBudgetsThatWereNeverAsked();
    void tellsWhatAQueuedRequestWaitedFor();
    void tellsWhichBudgetCutARequest();
};

// Issue 3: each budget's arithmetic and the queue are not in the ledger before it has settled. They
// are asked for once, when its story is open, and not thirty times a second.
void ActivityBudgetsTest::tellsHowARunningRequestWasLetIn()
{
    Asked log;
    StoryModel &story = *log.model.story();
    std::vector<core::HoldId> asked;
    connect(&story, &StoryModel::admissionWanted, &story, [&asked](core::HoldId hold) {
        asked.push_back(hold);
    });
    const core::RequestId id{0x19aa, 3};
    core::RequestStory running = sample::clampedStory();
    core::AttemptStory &attempt = running.attempts.front();
    attempt.settled.reset();
    attempt.budgets.clear();
    attempt.outcome = core::CallOutcome::Running;
    attempt.bound = {sample::dollars("0.0584"), 5'000, 1};
    core::RunningCall call;
    call.hold = core::HoldId{7};
    call.id = id;
    call.startedAt = attempt.admittedAt;
    log.snapshot.running = {call};
    log.model.apply(log.snapshot);
    QVERIFY(asked.empty()); // nobody reads it
    story.show(id);
    story.take(id, running);
    log.model.apply(log.snapshot);
    log.snapshot.running.front().outputTokens = 2;
    log.model.apply(log.snapshot);
    QCOMPARE(asked, std::vector{core::HoldId{7}});
    QVERIFY(!story.asText().contains(u"stays under"_s));

    const core::AdmissionRecord letIn{
        1'200ms,
        {},
        {{"b-month|usd|tenant:*|month@Europe/Berlin|research|1795130000000000|0",
          sample::dollars("120").nanos(),
          sample::dollars("81.2").nanos(),
          sample::dollars("1.9033").nanos()}}};
    story.takeAdmission(core::HoldId{6}, letIn); // of another call
    QVERIFY(!story.asText().contains(u"stays under"_s));
    story.takeAdmission(core::HoldId{7}, letIn);
    const QString text = story.asText();
    QVERIFY2(text.contains(u"tenant:research · Month: settled: $81.20"_s), qPrintable(text));
    QVERIFY(text.contains(u"+ held by other calls: $1.9033"_s));
    // 120 - 81.2 - 1.9033 - 0.0584 = 36.8383
    QVERIFY(text.contains(u"stays under the cap of $120.00 by: $36.8383"_s));
    QVERIFY(text.contains(u"waited for room in a budget: 1.2 s"_s));
    // It is turned to another upstream: that attempt was let in anew.
    log.snapshot.running.front().hold = core::HoldId{8};
    log.snapshot.running.front().startedAt += 2s;
    log.model.apply(log.snapshot);
    QCOMPARE(asked.back(), core::HoldId{8});
    QVERIFY(!story.asText().contains(u"$36.8383"_s));
    story.takeAdmission(core::HoldId{8}, letIn); // the ledger's story is not yet as far
    QVERIFY(!story.asText().contains(u"$36.8383"_s));
}

void ActivityBudgetsTest::tellsWhyARequestWasRefused()
{
    ActivityModel model;
    sample::answer(model, 14);
    model.apply(sample::snapshot());
    model.setShown(true);
    model.showStory(5);
    QCOMPARE(model.story()->texts().title, u"Refused"_s);
    QCOMPARE(model.story()->texts().origin, u"nothing was charged"_s);
    // 5.71 + 0.29 + 0.02 - 6 = 0.02
    QVERIFY(model.story()->asText().contains(u"would pass the cap of $6.00 by: $0.02"_s));
    QVERIFY(model.story()->asText().contains(u"The budget for tenant:evals-nightly is $6"_s));
}

// Each budget once: the one without room first, as the ledger has them, then those that had room.
void ActivityBudgetsTest::tellsWhichBudgetsHadRoomForARefusedRequest()
{
    core::RequestStory story = sample::refusedStory();
    core::RequestStory::Refusal &refusal = *story.refusal;
    core::BudgetArithmetic day = refusal.reason.budgets.front();
    day.window = "day@Europe/Berlin";
    core::BudgetArithmetic month = day;
    month.budgetId = "b-month";
    month.window = "month@Europe/Berlin";
    month.limit = sample::dollars("120").nanos();
    refusal.budgets = {day, month};
    refusal.queued = 30s;
    QStringList lines;
    for (const StoryLine &line : storyOf(story, QTimeZone::utc())) {
        lines += line.text + u": "_s + line.value;
    }
    const QString text = lines.join(u'\n');
    QCOMPARE(text.count(u": settled: $5.71"_s), 2);
    QVERIFY2(text.contains(u"tenant:evals-nightly · Day: settled: $5.71"_s), qPrintable(text));
    QVERIFY(text.contains(u"tenant:evals-nightly · Month: settled: $5.71"_s));
    QCOMPARE(text.count(u"would pass the cap"_s), 1);
    QVERIFY(text.contains(u"would pass the cap of $6.00 by: $0.02"_s));
    // 120 - 5.71 - 0.29 - 0.02 = 113.98
    QVERIFY(text.contains(u"stays under the cap of $120.00 by: $113.98"_s));
    QVERIFY(text.contains(u"waited for room in a budget: 30"_s));
}

// A paused tenant's request is refused before anybody knows what it may need: that is not $0.00.
void ActivityBudgetsTest::saysNothingOfBudgetsThatWereNeverAsked()
{
    core::RequestStory story = sample::refusedStory();
    core::RequestStory::Refusal &refusal = *story.refusal;
    refusal.reason = {};
    refusal.reason.message = "Tenant evals-nightly is paused by the owner of this Capstan.";
    refusal.bound = {};
    QStringList lines;
    for (const StoryLine &line : storyOf(story, QTimeZone::utc())) {
        lines += line.text;
    }
    const QString text = lines.join(u'\n');
    QVERIFY2(text.contains(u"Decision, at "_s), qPrintable(text));
    QVERIFY(text.contains(u"is paused by the owner"_s));
    QVERIFY(!text.contains(u"at most"_s));
    QVERIFY(!text.contains(u"Budgets"_s));
}

// What had no room at first stands before it, what let it in after it.
void ActivityBudgetsTest::tellsWhatAQueuedRequestWaitedFor()
{
    core::RequestStory story = sample::clampedStory();
    core::AttemptStory &attempt = story.attempts.front();
    attempt.reason.clampedTo.reset();
    attempt.decision = core::Decision::Queue;
    QStringList lines;
    for (const StoryLine &line : storyOf(story, QTimeZone::utc())) {
        lines += line.text;
    }
    const auto before = lines.indexOf(u"would pass the cap of $8.00 by"_s);
    const auto waited = lines.indexOf(u"waited for room; when it was let in:"_s);
    const auto after = lines.indexOf(u"stays under the cap of $8.00 by"_s);
    QVERIFY2(0 <= before && before < waited && waited < after, qPrintable(lines.join(u'\n')));
}

// Issue 3: and where that budget stood; between how it was let in and what it cost.
void ActivityBudgetsTest::tellsWhichBudgetCutARequest()
{
    core::RequestStory story = sample::clampedStory();
    core::AttemptStory &attempt = story.attempts.front();
    attempt.outcome = core::CallOutcome::Cut;
    attempt.settled->ending = core::Ending::Cut;
    const auto text = [&story] {
        QStringList lines;
        for (const StoryLine &line : storyOf(story, QTimeZone::utc())) {
            lines += line.text + u": "_s + line.value;
        }
        return lines.join(u'\n');
    };
    QVERIFY(!text().contains(u"Cut by"_s)); // of before it was kept
    attempt.settled->at = core::Time(std::chrono::sys_days(2026y / 11 / 21)) + 13h + 58min + 250ms;
    attempt.settled->cutBy = {{"b-1",
                               "tenant:research",
                               core::Unit::Usd,
                               sample::dollars("8").nanos(),
                               sample::dollars("8.01").nanos(),
                               sample::dollars("0.3").nanos(),
                               0,
                               "day@Europe/Berlin"},
                              {"b-2", "", core::Unit::Tokens, 1'000, 1'001, 0, 0, "lifetime"}};
    const QString told = text();
    // 8.01 + 0.3 - 8 = 0.31; 1,001 - 1,000 = 1
    QVERIFY2(told.contains(u"Cut by tenant:research · Day, at 13:58:00.250: \n"
                           "settled, with this call: $8.01\n"
                           "+ held by running calls: $0.30\n"
                           "past the cap of $8.00 by: $0.31\n"
                           "Cut by all tenants · "_s),
             qPrintable(told));
    QVERIFY(told.contains(u"settled, with this call: 1,001 tokens\n"
                          "+ held by running calls: 0 tokens\n"
                          "past the cap of 1,000 tokens by: 1 token\n"_s));
    QVERIFY(told.indexOf(u"Cut by"_s) > told.indexOf(u"Route"_s));
    QVERIFY(told.indexOf(u"Cut by"_s) < told.indexOf(u"Time, "_s));
}

QTEST_GUILESS_MAIN(ActivityBudgetsTest)
#include "tst_activitybudgets.moc"
