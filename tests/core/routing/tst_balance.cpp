// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/routing/balance.h"

#include <QTest>

#include <array>

using namespace core;
using namespace std::chrono_literals;

namespace {
constexpr Time Start{1'000s};

std::size_t best(const std::vector<BalancedTarget> &targets)
{
    return balance(targets).front();
}
} // namespace

class TstBalance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesTheOneWithTheLeastOutstandingWork() // S4-27
    {
        std::vector<BalancedTarget> targets(3);
        targets[0].health.outstanding = 2;
        targets[1].health.outstanding = 1;
        targets[2].health.outstanding = 1;
        targets[2].waiting = 1; // 1 + 1 = 2 as the first
        QCOMPARE(balance(targets), (std::vector<std::size_t>{1, 0, 2}));
    }

    void countsWorkByWeight()
    {
        std::vector<BalancedTarget> targets(2);
        targets[0].weight = 3;
        targets[0].health.outstanding = 5; // 5 / 3 < 2
        targets[1].health.outstanding = 2;
        QCOMPARE(best(targets), 0U);
        targets[0].health.outstanding = 7; // 7 / 3 > 2
        QCOMPARE(best(targets), 1U);
    }

    void triesTheBrokenAndTheUnreachableLast()
    {
        std::vector<BalancedTarget> targets(3);
        targets[0].health.state = CircuitBreaker::State::Open;
        targets[1].isReachable = false;
        targets[2].health.outstanding = 100;
        QCOMPARE(balance(targets), (std::vector<std::size_t>{2, 0, 1}));
        targets[0].health.state = CircuitBreaker::State::HalfOpen; // may be tried
        QCOMPARE(best(targets), 0U);
    }

    void looksAtTheCacheAndTheFirstByte()
    {
        std::vector<BalancedTarget> targets(2);
        targets[0].health.outstanding = 2;
        targets[1].health.outstanding = 3;
        QCOMPARE(best(targets), 0U);
        targets[0].kvCacheUse = 0.95; // 2 x 2 > 3
        QCOMPARE(best(targets), 1U);
        targets[0].kvCacheUse = 0;
        targets[0].health.firstByte = 450ms; // log2(450 / 100) = 2.2: 2 x 3 > 3
        targets[1].health.firstByte = 100ms;
        QCOMPARE(best(targets), 1U);
        targets[0].health.firstByte = 150ms; // less than double is noise
        QCOMPARE(best(targets), 0U);
    }

    void prefersTheFasterOneWhenBothAreIdle()
    {
        std::vector<BalancedTarget> targets(2);
        targets[0].health.firstByte = 400ms;
        targets[1].health.firstByte = 100ms;
        QCOMPARE(best(targets), 1U);
        targets[0].health.firstByte = 40ms; // below 50 ms nobody is faster
        targets[1].health.firstByte = 1ms;
        QCOMPARE(best(targets), 0U);
    }

    void sharesIdleTimeByWeight()
    {
        std::array<TargetHealth, 2> health;
        std::array<int, 2> served{};
        for (int call = 0; call < 40; ++call) {
            std::vector<BalancedTarget> targets(2);
            targets[0] = {.health = health[0].view(Start), .weight = 3};
            targets[1] = {.health = health[1].view(Start)};
            const std::size_t chosen = best(targets);
            ++served.at(chosen);
            health.at(chosen).began(Start);
            health.at(chosen).ended({.kind = AttemptOutcome::Kind::Answered}, Start);
        }
        QCOMPARE(served[0], 30); // 3 of 4
        QCOMPARE(served[1], 10);
    }

    void forgetsHalfInThirtySeconds()
    {
        TargetHealth health;
        health.began(Start);
        QCOMPARE(health.view(Start).outstanding, 1);
        health.ended({.kind = AttemptOutcome::Kind::Answered, .firstByte = Duration(800ms)}, Start);
        QCOMPARE(health.view(Start).outstanding, 0);
        QCOMPARE(health.view(Start).firstByte, Duration(800ms));
        QCOMPARE(health.view(Start + 30s).firstByte, Duration(400ms));
        QCOMPARE(health.view(Start + 30s).recent, 0.5);
        health.began(Start);
        health.ended({.kind = AttemptOutcome::Kind::Answered, .firstByte = Duration(300ms)}, Start);
        QCOMPARE(health.view(Start).firstByte, Duration(700ms)); // 800 + 0.2 x (300 - 800)
    }

    void keepsItsBreakerOutOfWhatAClientEnded()
    {
        TargetHealth health;
        for (int i = 0; i < 5; ++i) {
            health.began(Start);
            health.ended({.kind = AttemptOutcome::Kind::Abandoned}, Start);
        }
        QCOMPARE(health.view(Start).state, CircuitBreaker::State::Closed);
        health.ended({.kind = AttemptOutcome::Kind::Faulted, .fault = TargetFault::Refused}, Start);
        QCOMPARE(health.view(Start).state, CircuitBreaker::State::Open);
    }
};

QTEST_APPLESS_MAIN(TstBalance)
#include "tst_balance.moc"
