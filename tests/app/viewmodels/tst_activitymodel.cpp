// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sampleactivity.h"
#include "samplesnapshot.h"

#include "app/viewmodels/activity/activitymodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Cursor = std::optional<core::ActivityCursor>;

/// A model with its questions written down instead of answered.
struct Asked
{
    struct Question
    {
        quint64 ticket = 0;
        core::ActivityFilter filter;
        Cursor before;
    };

    Asked()
    {
        QObject::connect(
            &model,
            &ActivityModel::pageWanted,
            &model,
            [this](quint64 ticket, const core::ActivityFilter &filter, const Cursor &before) {
                questions.push_back({ticket, filter, before});
            });
        model.apply(sample::snapshot());
        model.setShown(true);
    }
    void answerLast(const core::ActivityPage &page)
    {
        model.takePage(questions.back().ticket, page);
    }
    [[nodiscard]] core::Snapshot next()
    {
        ++snapshot.revision;
        return snapshot;
    }
    [[nodiscard]] ActivityLine line(int row) const
    {
        return model.data(model.index(row), Qt::UserRole).value<ActivityLine>();
    }

    core::Snapshot snapshot = sample::snapshot();
    ActivityModel model;
    std::vector<Question> questions;
};

core::ActivityPage pageWithMore(int count, int first = 1)
{
    core::ActivityPage page = sample::activity(count, first);
    page.next = page.rows.back().place;
    return page;
}

} // namespace

class ActivityModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsNothingForAPageThatIsNotShown();
    void showsTheNewestFirst();
    void readsTheHeadAgainWhenSomethingHappened();
    void standsStillWhileHeld();
    void readsOlderRowsAsThePersonScrolls();
    void asksForTheChosenFilters();
    void dropsTheAnswerToAnOldFilter();
    void goesOnSearchingWhenAStretchHadNothing();
    void saysWhyTheLogCannotBeRead();
    void tellsAWholeStory();
    void tellsWhyARouteWasChosen();
    void tellsWhyARequestWasRefused();
    void dropsTheStoryOfAnotherRequest();
    void scrollsThroughAMillionRows();
};

void ActivityModelTest::readsNothingForAPageThatIsNotShown()
{
    ActivityModel model;
    QSignalSpy asked(&model, &ActivityModel::pageWanted);
    model.apply(sample::snapshot());
    QCOMPARE(asked.count(), 0);
    model.setShown(true);
    QCOMPARE(asked.count(), 1);
    QVERIFY(model.isLoading());
}

void ActivityModelTest::showsTheNewestFirst()
{
    Asked log;
    const QAbstractItemModelTester tester(&log.model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    log.answerLast(sample::activity(14));
    QVERIFY(!log.model.isLoading());
    QCOMPARE(log.model.count(), 14);
    const ActivityLine clamped = log.line(2);
    QCOMPARE(clamped.time, u"14:32:01.412"_s); // 14:32:07.412 - 2 x 3 s, in Berlin
    QCOMPARE(clamped.outcome, u"clamped"_s);
    QCOMPARE(clamped.tone, Tone::Near);
    QCOMPARE(clamped.who, u"paper-crawler"_s);
    QCOMPARE(clamped.tokens, u"5,375 → 1,000"_s);
    QCOMPARE(clamped.total, u"16.9 s"_s);
    QCOMPARE(clamped.cost, u"$0.0468"_s);
    QCOMPARE(log.line(5).cost, u"–"_s);
    QCOMPARE(log.line(5).tokens, u"–"_s);
}

void ActivityModelTest::readsTheHeadAgainWhenSomethingHappened()
{
    Asked log;
    log.model.apply(log.next()); // while the first answer is under way
    QCOMPARE(log.questions.size(), 1U);
    log.answerLast(sample::activity(14, 4)); // requests 4 ... 17
    QCOMPARE(log.questions.size(), 2U);
    QSignalSpy inserted(&log.model, &QAbstractItemModel::rowsInserted);
    QSignalSpy reset(&log.model, &QAbstractItemModel::modelReset);
    log.answerLast(sample::activity(14, 1)); // three newer ones
    QCOMPARE(inserted.count(), 1);           // all three at once
    QCOMPARE(inserted.front().at(1).toInt(), 0);
    QCOMPARE(inserted.front().at(2).toInt(), 2);
    QCOMPARE(reset.count(), 0);
    QCOMPARE(log.line(0).time, u"14:32:07.412"_s);
    log.model.apply(log.snapshot); // nothing new
    QCOMPARE(log.questions.size(), 2U);
}

void ActivityModelTest::standsStillWhileHeld()
{
    Asked log;
    log.answerLast(sample::activity(14));
    log.model.setHeld(true);
    log.model.apply(log.next());
    QCOMPARE(log.questions.size(), 1U);
    log.model.setHeld(false);
    QCOMPARE(log.questions.size(), 2U);
}

void ActivityModelTest::readsOlderRowsAsThePersonScrolls()
{
    Asked log;
    log.answerLast(pageWithMore(200));
    QVERIFY(log.model.canFetchMore({}));
    log.model.setHeld(true);
    log.model.fetchMore({});
    QVERIFY(!log.model.canFetchMore({})); // one question at a time
    QCOMPARE(log.questions.back().before->id.low, 200ULL);
    QSignalSpy inserted(&log.model, &QAbstractItemModel::rowsInserted);
    log.answerLast(sample::activity(50, 201));
    QCOMPARE(log.model.count(), 250);
    QCOMPARE(inserted.count(), 1); // all at once
    QVERIFY(!log.model.canFetchMore({}));
}

void ActivityModelTest::asksForTheChosenFilters()
{
    Asked log;
    log.answerLast(sample::activity(14));
    QSignalSpy counted(&log.model, &ActivityModel::countWanted);
    QVERIFY(log.model.tenant()->choices().contains(u"research"_s));
    log.model.tenant()->choose(u"research"_s);
    log.model.outcome()->choose(u"refused"_s);
    QVERIFY(log.model.budget()->choices().contains(u"tenant:research"_s));
    QVERIFY(!log.model.budget()->choices().contains(QString())); // of everybody
    log.model.budget()->choose(u"tenant:research"_s);
    log.model.cost()->choose(u"$0.01"_s);
    log.model.time()->choose(u"last hour"_s);
    const core::ActivityFilter &filter = log.questions.back().filter;
    QCOMPARE(filter.values.front().second, "research"_ba);
    QCOMPARE(filter.outcomes.front(), core::CallOutcome::Refused);
    QCOMPARE(filter.budget, "tenant:research"_ba);
    QCOMPARE(*filter.costFrom, sample::dollars("0.01"));
    QCOMPARE(filter.from, sample::afternoon() - 1h);
    QCOMPARE(log.model.tenant()->label(), u"Tenant: research"_s);
    log.model.takeCount(counted.constLast().constFirst().toULongLong(), {1208, false});
    QCOMPARE(log.model.countText(), u"1,208 match"_s);
    log.model.clearFilters();
    QVERIFY(!log.model.isFiltered());
    QCOMPARE(log.questions.back().filter, core::ActivityFilter());
    QVERIFY(log.model.countText().isEmpty());
}

void ActivityModelTest::dropsTheAnswerToAnOldFilter()
{
    Asked log;
    const quint64 old = log.questions.back().ticket;
    log.model.tenant()->choose(u"marketing"_s);
    log.model.takePage(old, sample::activity(14));
    QCOMPARE(log.model.count(), 0);
    log.answerLast(sample::activity(2));
    QCOMPARE(log.model.count(), 2);
}

void ActivityModelTest::goesOnSearchingWhenAStretchHadNothing()
{
    Asked log;
    core::ActivityPage nothing;
    nothing.next = sample::activity(1, 5000).rows.front().place;
    log.answerLast(nothing);
    QCOMPARE(log.questions.size(), 2U);
    QCOMPARE(log.questions.back().before->id.low, 5000ULL);
}

void ActivityModelTest::saysWhyTheLogCannotBeRead()
{
    Asked log;
    log.model.takeError(log.questions.back().ticket, u"The ledger is gone. Put it back."_s);
    QCOMPARE(log.model.errorText(), u"The ledger is gone. Put it back."_s);
    QVERIFY(!log.model.isLoading());
    log.model.apply(log.next());
    log.answerLast(sample::activity(3));
    QVERIFY(log.model.errorText().isEmpty());
}

void ActivityModelTest::tellsAWholeStory()
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
    // 1,000 tokens in 16,941 - 641 = 16,300 ms
    QVERIFY(text.contains(u"answer, 61 tok/s: 16.3 s"_s));
    QVERIFY(text.contains(u"price: your own 2026-11-03: $0.0468"_s));
    double whole = 0;
    for (const StoryLine &line : story.rows()) {
        whole += line.share;
    }
    QVERIFY(std::abs(whole - 1.0) < 1e-9);
}

/// Issue 5: each decision of the router is recorded with its candidates and its reason, and
/// explained in the window.
void ActivityModelTest::tellsWhyARouteWasChosen() // S2-15
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

void ActivityModelTest::tellsWhyARequestWasRefused()
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

void ActivityModelTest::dropsTheStoryOfAnotherRequest()
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

void ActivityModelTest::scrollsThroughAMillionRows()
{
    ActivityModel model;
    sample::answer(model, 1'000'000);
    model.apply(sample::snapshot());
    model.setShown(true);
    while (model.canFetchMore({})) {
        model.fetchMore({});
    }
    QCOMPARE(model.count(), ActivityModel::MostRows);
}

QTEST_GUILESS_MAIN(ActivityModelTest)
#include "tst_activitymodel.moc"
