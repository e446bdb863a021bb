// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sampleactivity.h"
#include "samplesnapshot.h"

#include "app/viewmodels/activity/activitymodel.h"
#include "core/base/timetext.h"

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

ActivityFilterChip *chipAt(MoreFilters &filters, qsizetype place)
{
    QQmlListProperty<ActivityFilterChip> chips = filters.chips();
    return chips.at(&chips, place);
}

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
    void asksForSeveralOutcomesAtOnce();
    void asksForWhatElseACallNames();
    void callsAKeyByItsName();
    void asksForOneRequest();
    void asksFromOneTimeToAnother_data();
    void asksFromOneTimeToAnother();
    void saysWhatIsWrongWithARange();
    void offersModelsThatNobodyServesAnyMore();
    void countsWhatMatchesOnceThePageIsLookedAt();
    void dropsTheAnswerToAnOldFilter();
    void goesOnSearchingWhenAStretchHadNothing();
    void saysWhyTheLogCannotBeRead();
    void tellsAWholeStory();
    void tellsWhatARunningRequestHasComeTo();
    void saysNothingOfWhatWasNotKept();
    void tellsWhereThePriceCameFrom_data();
    void tellsWhereThePriceCameFrom();
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

void ActivityModelTest::asksForSeveralOutcomesAtOnce()
{
    using core::CallOutcome;
    Asked log;
    ActivityFilterChip &outcome = *log.model.outcome();
    outcome.choose(u"refused"_s);
    outcome.choose(u"cut"_s);
    QCOMPARE(log.questions.back().filter.outcomes,
             (std::vector{CallOutcome::Refused, CallOutcome::Cut}));
    QCOMPARE(outcome.label(), u"Outcome: refused, cut"_s);
    outcome.choose(u"refused"_s); // once more takes it away
    QCOMPARE(log.questions.back().filter.outcomes, std::vector{CallOutcome::Cut});
    outcome.clear();
    QVERIFY(!log.model.isFiltered());
}

void ActivityModelTest::asksForWhatElseACallNames()
{
    using core::Dimension;
    Asked log;
    MoreFilters &more = *log.model.more();
    QSignalSpy named(&log.model, &ActivityModel::namesWanted);
    QSignalSpy tagged(&log.model, &ActivityModel::tagsWanted);
    NameFilterChip *const agent = more.chip(Dimension::Agent);
    QCOMPARE(agent->name(), u"Agent"_s);
    more.look(agent);
    QCOMPARE(named.constLast().constFirst().value<Dimension>(), Dimension::Agent);
    log.model.takeNames(Dimension::Agent, {"crawler", "Writer", "archivist"});
    QCOMPARE(agent->choices(),
             QStringList({u"archivist"_s, u"crawler"_s, u"Writer"_s, u"not given"_s}));
    agent->choose(u"crawler"_s);
    more.chip(Dimension::User)->choose(u"not given"_s);
    ActivityFilterChip *const tag = chipAt(more, 9);
    more.look(tag);
    QCOMPARE(tagged.count(), 1);
    log.model.takeTags({{"project", "a: b"}, {"project", "search"}});
    tag->choose(u"project: a: b"_s);
    const core::ActivityFilter filter = log.questions.back().filter;
    const std::vector<std::pair<Dimension, QByteArray>> values{{Dimension::Agent, "crawler"},
                                                               {Dimension::User, ""}};
    QCOMPARE(filter.values, values);
    QCOMPARE(filter.tags, std::vector<core::ActivityTag>({{"project", "a: b"}}));
    QVERIFY(log.model.isFiltered());
    log.model.takeNames(Dimension::Agent, {"writer"}); // what is chosen stays what it is
    log.model.takeTags({});
    log.model.tenant()->choose(u"research"_s);
    QCOMPARE(log.questions.back().filter.tags, filter.tags);
    QCOMPARE(log.questions.back().filter.values.back().second, QByteArray());
    log.model.clearFilters();
    QCOMPARE(log.questions.back().filter, core::ActivityFilter());
}

void ActivityModelTest::callsAKeyByItsName()
{
    Asked log;
    core::KeyFacts facts;
    facts.id = "k-0123456789ab";
    facts.name = u"notebooks"_s;
    log.snapshot.keys = {facts};
    log.model.apply(log.snapshot);
    log.model.takeNames(core::Dimension::Key, {"k-0123456789ab", "k-ffffffffffff"});
    NameFilterChip &key = *log.model.more()->chip(core::Dimension::Key);
    QCOMPARE(key.choices(),
             QStringList({u"k-ffffffffffff"_s, u"notebooks · k-0123456789ab"_s, u"not given"_s}));
    key.choose(u"notebooks · k-0123456789ab"_s);
    QCOMPARE(log.questions.back().filter.values.front().second, "k-0123456789ab"_ba);
    log.snapshot.keys.front().name = u"papers"_s; // meanwhile
    log.model.apply(log.snapshot);
    QCOMPARE(key.value(), std::optional("k-0123456789ab"_ba));
}

void ActivityModelTest::asksForOneRequest()
{
    Asked log;
    auto *const request = qobject_cast<RequestFilterChip *>(chipAt(*log.model.more(), 10));
    QVERIFY(request != nullptr);
    QVERIFY(!request->chooseRange(u"req-7"_s, {}).isEmpty());
    QVERIFY(!request->isActive());
    const core::RequestId id{0x19aa, 3};
    QCOMPARE(request->chooseRange(u" %1 "_s.arg(QString::fromLatin1(id.toText())), {}), QString());
    QCOMPARE(log.questions.back().filter.id, std::optional(id));
}

// The afternoon is that of 21 November 2026, 14:32 in Berlin: an hour ahead of UTC.
void ActivityModelTest::asksFromOneTimeToAnother_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("begins"); // UTC
    QTest::addColumn<QString>("ends");
    QTest::addColumn<QString>("label");
    QTest::newRow("two moments") << u"2026-11-20 08:30"_s << u"2026-11-21 9:00"_s
                                 << u"2026-11-20T07:30:00Z"_s << u"2026-11-21T08:00:00Z"_s
                                 << u"Time: 20 Nov 08:30 to 21 Nov 09:00"_s;
    QTest::newRow("a whole day") << u"2026-11-20"_s << u"2026-11-20"_s << u"2026-11-19T23:00:00Z"_s
                                 << u"2026-11-20T23:00:00Z"_s
                                 << u"Time: 20 Nov 00:00 to 21 Nov 00:00"_s;
    QTest::newRow("today") << u"8:30"_s << u" 12:00 "_s << u"2026-11-21T07:30:00Z"_s
                           << u"2026-11-21T11:00:00Z"_s << u"Time: 21 Nov 08:30 to 21 Nov 12:00"_s;
    QTest::newRow("open") << QString() << u"2026-11-20T08:30"_s << QString()
                          << u"2026-11-20T07:30:00Z"_s << u"Time: until 20 Nov 08:30"_s;
}

void ActivityModelTest::asksFromOneTimeToAnother()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(QString, begins);
    QFETCH(QString, ends);
    QFETCH(QString, label);
    Asked log;
    ActivityFilterChip &time = *log.model.time();
    QVERIFY(time.choices().contains(time.rangeChoice()));
    time.choose(time.rangeChoice()); // which has to be asked for first
    QVERIFY(!time.isActive());
    QCOMPARE(time.chooseRange(from, to), QString());
    const auto timeOf = [](const QString &iso) {
        return core::timeFromText(iso).value_or(core::Time::min());
    };
    QCOMPARE(log.questions.back().filter.from, timeOf(begins));
    QCOMPARE(log.questions.back().filter.to, timeOf(ends));
    QCOMPARE(time.label(), label);
    time.choose(u"last hour"_s);
    QCOMPARE(log.questions.back().filter.to, core::Time::max());
    time.clear();
    QCOMPARE(log.questions.back().filter, core::ActivityFilter());
}

void ActivityModelTest::saysWhatIsWrongWithARange()
{
    Asked log;
    ActivityFilterChip &time = *log.model.time();
    QVERIFY(time.chooseRange(u"2026-11-31"_s, {}).contains(u"“2026-11-31” is no time"_s));
    QVERIFY(time.chooseRange({}, u"tomorrow"_s).contains(u"“tomorrow” is no time"_s));
    QVERIFY(!time.chooseRange({}, {}).isEmpty());
    QVERIFY(!time.chooseRange(u"2026-11-21"_s, u"2026-11-20"_s).isEmpty());
    QVERIFY(!time.isActive());
}

void ActivityModelTest::offersModelsThatNobodyServesAnyMore()
{
    ActivityModel model;
    QSignalSpy wanted(&model, &ActivityModel::namesWanted);
    model.apply(sample::snapshot());
    const QStringList served = model.model()->choices();
    QVERIFY(!served.isEmpty());
    QCOMPARE(wanted.count(), 0); // nobody looks
    model.setShown(true);
    QCOMPARE(wanted.count(), 1);
    model.takeNames(core::Dimension::Model,
                    {"zephyr-7b", served.constFirst().toUtf8(), "alpaca-7b"});
    QCOMPARE(model.model()->choices(), served + QStringList({u"alpaca-7b"_s, u"zephyr-7b"_s}));
    model.apply(sample::snapshot());
    QCOMPARE(model.model()->choices().size(), served.size() + 2);
}

// "View calls" of a report chooses the filters first and shows the page then.
void ActivityModelTest::countsWhatMatchesOnceThePageIsLookedAt()
{
    ActivityModel model;
    QSignalSpy counted(&model, &ActivityModel::countWanted);
    model.apply(sample::snapshot());
    model.tenant()->choose(u"research"_s);
    model.tenant()->choose(u"support-bot"_s);
    QCOMPARE(counted.count(), 0);
    model.setShown(true);
    QCOMPARE(counted.count(), 1);
    QCOMPARE(counted.constFirst().at(1).value<core::ActivityFilter>().values.front().second,
             "support-bot"_ba);
    model.takeCount(counted.constFirst().constFirst().toULongLong(), {7, false});
    QCOMPARE(model.countText(), u"7 match"_s);
    model.setShown(false);
    model.setShown(true);
    QCOMPARE(counted.count(), 1); // it is counted already
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
void ActivityModelTest::tellsWhatARunningRequestHasComeTo()
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
void ActivityModelTest::saysNothingOfWhatWasNotKept()
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

void ActivityModelTest::tellsWhereThePriceCameFrom_data()
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

void ActivityModelTest::tellsWhereThePriceCameFrom()
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
    QCOMPARE(model.count(), 1'000'000);
}

QTEST_GUILESS_MAIN(ActivityModelTest)
#include "tst_activitymodel.moc"
