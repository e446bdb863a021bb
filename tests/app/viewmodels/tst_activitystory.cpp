// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is told of one request: its costs, its time, its route.
#include "askedactivity.h"
#include "sampleactivity.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class ActivityStoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsAWholeStory();
    void tellsWhatARunningRequestHasComeTo();
    void saysNothingOfWhatWasNotKept();
    void tellsWhereThePriceCameFrom_data();
    void tellsWhereThePriceCameFrom();
    void tellsWhyARouteWasChosen();
    void dropsTheStoryOfAnotherRequest();
};

void ActivityStoryTest::tellsAWholeStory()
{
    ActivityModel model;
    sample::answer(model, 14);
    model.apply(sample::snapshot());
    model.setShown(true);
    model.showStory(2);
    StoryModel &story = *model.story();
    QVERIFY(story.isPresent());
    QCOMPARE(story.texts().title, u"Clamped"_s);
    QCOMPARE(story.texts().cost, u"$0.0468"_s);
    QCOMPARE(story.texts().tenant, u"research"_s);
    const QString text = story.asText();
    // 7.1673 + 0.7743 + 0.1049 - 8 = 0.0465
    QVERIFY(text.contains(u"agent:paper-crawler: settled: $7.1673"_s));
    QVERIFY(text.contains(u"would pass the cap of $8.00 by: $0.0465"_s));
    QVERIFY(text.contains(u"clamped to tokens out: 1,000"_s));
    QVERIFY(text.contains(u"qwen2.5-72b → vllm: attempt 1 of 1"_s));
    QVERIFY(text.contains(u"Capstan's own: 0.19 ms"_s));
    // Each budget that was asked: 7.1673 + 0.7743 + 0.0584 = 8, and 81.2 + 1.9033 + 0.0584 =
    // 83.1617, of 120.
    QVERIFY(text.contains(u"agent:paper-crawler · Day: settled: $7.1673"_s));
    QVERIFY(text.contains(u"stays under the cap of $8.00 by: $0.00"_s));
    QVERIFY(text.contains(u"tenant:research · Month: settled: $81.20"_s));
    QVERIFY(text.contains(u"+ held by other calls: $1.9033"_s));
    QVERIFY(text.contains(u"+ this call, at most: $0.0584"_s));
    QVERIFY(text.contains(u"stays under the cap of $120.00 by: $36.8383"_s));
    QVERIFY(text.contains(u"waited for room in a budget: 1.2 s"_s));
    // 1.2 s of waiting and 0.19 ms of Capstan come before the first token at 1,841 ms; then 1,000
    // tokens in 16,941 - 1,841 = 15,100 ms.
    QVERIFY(text.contains(u"first token: 641 ms"_s));
    QVERIFY(text.contains(u"answer, 66 tok/s: 15.1 s"_s));
    QVERIFY(text.contains(u"tokens in: 4,375 at $4.00 per million"_s));
    QVERIFY(text.contains(u"tokens in, cached: 1,000 at $2.00 per million"_s));
    QVERIFY(text.contains(u"tokens out: 1,000 at $27.30 per million"_s));
    QVERIFY(text.contains(u"price: your own, 3 Nov 2026: $0.0468"_s));
    double whole = 0;
    for (const StoryLine &line : story.rows()) {
        whole += line.share;
    }
    QVERIFY(std::abs(whole - 1.0) < 1e-9);
}

// Issue 3: the story of a request that runs goes on with it: $0.02 of at most $0.05 in 12 s.
void ActivityStoryTest::tellsWhatARunningRequestHasComeTo()
{
    Asked log;
    StoryModel &story = *log.model.story();
    const core::RequestId id{0x19aa, 3};
    story.show(id);
    core::RequestStory running = sample::clampedStory();
    running.attempts.front().settled.reset();
    running.attempts.front().outcome = core::CallOutcome::Running;
    story.take(id, running);
    QVERIFY(!story.asText().contains(u"So far"_s)); // nothing is known yet
    QCOMPARE(story.texts().origin, u"not settled yet"_s);
    core::RunningCall call;
    call.id = id;
    call.startedAt = log.snapshot.at - 12s;
    call.outputTokens = 431;
    call.cost = sample::dollars("0.02");
    call.bound = sample::dollars("0.05");
    log.snapshot.running = {call};
    log.model.apply(log.snapshot);
    const QString text = story.asText();
    QVERIFY2(text.contains(u"So far, in 12"_s), qPrintable(text));
    QVERIFY(text.contains(u"tokens out: 431"_s));
    QVERIFY(text.contains(u"metered: $0.02"_s));
    QVERIFY(text.contains(u"held for the rest, at most: $0.03"_s));
    QCOMPARE(story.texts().cost, u"$0.0200"_s);
    log.snapshot.running.front().outputTokens = 432;
    log.model.apply(log.snapshot);
    QVERIFY(story.asText().contains(u"tokens out: 432"_s));
    story.take(id, sample::clampedStory()); // it has ended
    QVERIFY(!story.asText().contains(u"So far"_s));
    QCOMPARE(story.texts().cost, u"$0.0468"_s);
}

/// A ledger of before queues, rates and budgets were kept: nothing is said of them, not zero.
void ActivityStoryTest::saysNothingOfWhatWasNotKept()
{
    ActivityModel model;
    sample::answer(model, 14);
    model.apply(sample::snapshot());
    model.setShown(true);
    model.showStory(2);
    core::RequestStory story = sample::clampedStory();
    story.attempts.front().budgets.clear();
    story.attempts.front().settled->queued.reset();
    story.attempts.front().settled->rates.reset();
    model.story()->take({0x19aa, 3}, story);
    const QString text = model.story()->asText();
    QVERIFY(!text.contains(u"waited"_s));
    QVERIFY(text.contains(u"tokens in: 4,375\n"_s));
    QVERIFY(text.contains(u"would pass the cap of $8.00 by: $0.0465"_s));
    QVERIFY(!text.contains(u"stays under"_s));
}

void ActivityStoryTest::tellsWhereThePriceCameFrom_data()
{
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<QString>("told");
    QTest::newRow("window") << QByteArray("the window 2026-11-22")
                            << u"price: set in this window, 22 Nov 2026: $0.0468"_s;
    QTest::newRow("shipped") << QByteArray("together.ai/pricing 2026-08-01")
                             << u"price: together.ai/pricing, 1 Aug 2026: $0.0468"_s;
    QTest::newRow("date") << QByteArray("2026-08-01") << u"price: 1 Aug 2026: $0.0468"_s;
    QTest::newRow("file") << QByteArray("capstan.yaml, line 14")
                          << u"price: capstan.yaml, line 14: $0.0468"_s;
    QTest::newRow("none") << QByteArray("unpriced") << u"price: no price: $0.0468"_s;
}

void ActivityStoryTest::tellsWhereThePriceCameFrom()
{
    QFETCH(QByteArray, source);
    QFETCH(QString, told);
    core::RequestStory story = sample::clampedStory();
    story.attempts.front().settled->priceSource = source;
    QStringList lines;
    for (const StoryLine &line : storyOf(story, QTimeZone::utc())) {
        lines += line.text + u": "_s + line.value;
    }
    QVERIFY2(lines.contains(told), qPrintable(lines.join(u'\n')));
}

/// Issue 5: each decision of the router is recorded with its candidates and its reason, and
/// explained in the window.
void ActivityStoryTest::tellsWhyARouteWasChosen() // S2-15
{
    ActivityModel model;
    sample::answer(model, 14);
    model.apply(sample::snapshot());
    model.setShown(true);
    model.showStory(2);
    core::RequestStory story = sample::clampedStory();
    QByteArray reason =
        "{'reason':'rules','task_type':'code_review','quality':'high','tier':'normal',"
        "'mode':'score','candidates':[{'model':'large','provider':'vllm','score':0.838762,"
        "'cost_usd':0.03,'latency_ms':600,'verdict':'chosen'},{'model':'small','provider':'openai',"
        "'cost_usd':0,'verdict':'unavailable','because':'OPENAI_API_KEY is not set'}]}";
    story.attempts.front().reason.json = reason.replace('\'', '"');
    model.story()->take({0x19aa, 3}, story);
    const QString text = model.story()->asText();
    QVERIFY2(text.contains(u"chosen because: by the rules · code_review"_s), qPrintable(text));
    QVERIFY(text.contains(u"large → vllm: chosen · 0.84 · $0.03"_s));
    QVERIFY(text.contains(u"small → openai: OPENAI_API_KEY is not set"_s));
}

void ActivityStoryTest::dropsTheStoryOfAnotherRequest()
{
    Asked log;
    log.answerLast(sample::activity(14));
    log.model.showStory(2);
    log.model.showStory(5);
    log.model.story()->take({0x19aa, 3}, sample::clampedStory());
    QCOMPARE(log.model.story()->rowCount(), 0);
    log.model.story()->take({0x19aa, 6}, std::nullopt);
    QVERIFY(!log.model.story()->errorText().isEmpty());
}

QTEST_GUILESS_MAIN(ActivityStoryTest)
#include "tst_activitystory.moc"
