// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Which rows of the log are read, when, and what they show.
#include "askedactivity.h"
#include "sampleactivity.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

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
    void dropsTheAnswerToAnOldFilter();
    void goesOnSearchingWhenAStretchHadNothing();
    void saysWhyTheLogCannotBeRead();
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
