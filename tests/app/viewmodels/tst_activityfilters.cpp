// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the filters of the log offer and ask for, and how many calls match them.
#include "askedactivity.h"
#include "sampleactivity.h"

#include "core/base/timetext.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

ActivityFilterChip *chipAt(MoreFilters &filters, qsizetype place)
{
    QQmlListProperty<ActivityFilterChip> chips = filters.chips();
    return chips.at(&chips, place);
}

} // namespace

class ActivityFiltersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
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
};

void ActivityFiltersTest::asksForTheChosenFilters()
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

void ActivityFiltersTest::asksForSeveralOutcomesAtOnce()
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

void ActivityFiltersTest::asksForWhatElseACallNames()
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
    log.model.takeNames(Dimension::Agent, {u"archivist"_s, u"crawler"_s, u"Writer"_s});
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
    more.look(agent);
    log.model.takeNames(Dimension::Agent, {u"writer"_s}); // what is chosen stays what it is
    log.model.takeTags({});
    log.model.tenant()->choose(u"research"_s);
    QCOMPARE(log.questions.back().filter.tags, filter.tags);
    QCOMPARE(log.questions.back().filter.values.back().second, QByteArray());
    log.model.clearFilters();
    QCOMPARE(log.questions.back().filter, core::ActivityFilter());
}

void ActivityFiltersTest::callsAKeyByItsName()
{
    Asked log;
    core::KeyFacts facts;
    facts.id = "k-0123456789ab";
    facts.name = u"notebooks"_s;
    log.snapshot.keys = {facts};
    log.model.apply(log.snapshot);
    NameFilterChip &key = *log.model.more()->chip(core::Dimension::Key);
    const QStringList ids{u"k-0123456789ab"_s, u"k-ffffffffffff"_s};
    log.model.takeNames(core::Dimension::Key, ids); // as another one asked
    QVERIFY(!key.choices().contains(ids.constLast()));
    log.model.more()->look(&key);
    log.model.takeNames(core::Dimension::Key, ids);
    QCOMPARE(key.choices(),
             QStringList({u"k-ffffffffffff"_s, u"notebooks · k-0123456789ab"_s, u"not given"_s}));
    key.choose(u"notebooks · k-0123456789ab"_s);
    QCOMPARE(log.questions.back().filter.values.front().second, "k-0123456789ab"_ba);
    log.snapshot.keys.front().name = u"papers"_s; // meanwhile
    log.model.apply(log.snapshot);
    QCOMPARE(key.value(), std::optional("k-0123456789ab"_ba));
}

void ActivityFiltersTest::asksForOneRequest()
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
void ActivityFiltersTest::asksFromOneTimeToAnother_data()
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

void ActivityFiltersTest::asksFromOneTimeToAnother()
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

void ActivityFiltersTest::saysWhatIsWrongWithARange()
{
    Asked log;
    ActivityFilterChip &time = *log.model.time();
    QVERIFY(time.chooseRange(u"2026-11-31"_s, {}).contains(u"“2026-11-31” is no time"_s));
    QVERIFY(time.chooseRange({}, u"tomorrow"_s).contains(u"“tomorrow” is no time"_s));
    QVERIFY(!time.chooseRange({}, {}).isEmpty());
    QVERIFY(!time.chooseRange(u"2026-11-21"_s, u"2026-11-20"_s).isEmpty());
    QVERIFY(!time.isActive());
}

void ActivityFiltersTest::offersModelsThatNobodyServesAnyMore()
{
    ActivityModel model;
    QSignalSpy wanted(&model, &ActivityModel::namesWanted);
    model.apply(sample::snapshot());
    const QStringList served = model.model()->choices();
    QVERIFY(!served.isEmpty());
    QCOMPARE(wanted.count(), 0); // nobody looks
    model.setShown(true);
    QCOMPARE(wanted.count(), 1);
    model.takeNames(core::Dimension::Model, {u"alpaca-7b"_s, served.constFirst(), u"zephyr-7b"_s});
    QCOMPARE(model.model()->choices(), served + QStringList({u"alpaca-7b"_s, u"zephyr-7b"_s}));
    model.apply(sample::snapshot());
    QCOMPARE(model.model()->choices().size(), served.size() + 2);
}

// "View calls" of a report chooses the filters first and shows the page then.
void ActivityFiltersTest::countsWhatMatchesOnceThePageIsLookedAt()
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

QTEST_GUILESS_MAIN(ActivityFiltersTest)
#include "tst_activityfilters.moc"
