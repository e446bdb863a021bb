// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/routestory.h"
#include "core/routing/router.h"

#include <QTest>

using namespace core;

/// What the router writes is what the window reads.
class TestRouteStory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsEveryCandidateAndWhy() // S2-15
    {
        RouteCandidate good;
        good.model = "good";
        good.provider = "a";
        good.quality = 0.9;
        good.cost = Money::fromNanos(30'000'000);
        RouteCandidate away = good;
        away.model = "away";
        away.unavailable = "B_KEY is not set";
        const RouteDecision decision =
            decideRoute(RoutingRules::Mode::Score,
                        {.taskType = "code_review", .quality = Quality::High},
                        BudgetTier::Near,
                        {good, away});
        const auto story = routeStoryFrom(decision.toRecord().json);
        QVERIFY(story.has_value());
        QCOMPARE(story->reason, QByteArray("budget"));
        QCOMPARE(story->taskType, QByteArray("code_review"));
        QCOMPARE(story->quality, QByteArray("high"));
        QCOMPARE(story->tier, QByteArray("near"));
        QCOMPARE(story->mode, QByteArray("score"));
        QCOMPARE(story->candidates.size(), 2U);
        QCOMPARE(story->candidates[0].model, QByteArray("good"));
        QCOMPARE(story->candidates[0].verdict, QByteArray("chosen"));
        QCOMPARE(story->candidates[0].cost, Money::fromNanos(30'000'000));
        QVERIFY(qAbs(*story->candidates[0].score - *decision.considered[0].score) < 0.000001);
        QCOMPARE(story->candidates[1].verdict, QByteArray("unavailable"));
        QCOMPARE(story->candidates[1].because, QByteArray("B_KEY is not set"));
        QVERIFY(!story->candidates[1].score);
    }

    void tellsNothingWhereThereWasNoChoice()
    {
        QVERIFY(!routeStoryFrom({}));
        QVERIFY(!routeStoryFrom("{\"budgets\":[]}"));
        QVERIFY(!routeStoryFrom("no JSON"));
    }
};

QTEST_APPLESS_MAIN(TestRouteStory)
#include "tst_routestory.moc"
