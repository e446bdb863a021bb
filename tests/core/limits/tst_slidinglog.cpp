// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/limits/slidinglog.h"

#include <QTest>

using namespace core;
using namespace std::chrono_literals;

namespace {
const Time Start{std::chrono::seconds(1'795'251'600)};
} // namespace

class TestSlidingLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Used at 0 s, it counts until just before 60 s.
    void forgetsAfterItsLengthAndNotBefore()
    {
        SlidingLog log(1min);
        log.moveTo(Start);
        log.add({1, 100});
        log.moveTo(Start + 1min - 1us);
        QCOMPARE(log.used(), (RateUse{1, 100}));
        log.moveTo(Start + 1min);
        QCOMPARE(log.used(), (RateUse{0, 0}));
        QVERIFY(log.isEmpty());
    }

    void correctsWhatIsStillInTheWindow()
    {
        SlidingLog log(1min);
        log.moveTo(Start);
        const auto first = log.add({1, 100});
        log.moveTo(Start + 30s);
        const auto second = log.add({1, 50});
        log.correct(first, {0, -60});
        QCOMPARE(log.used(), (RateUse{2, 90})); // 40 + 50
        log.moveTo(Start + 1min);
        log.correct(first, {-1, -40}); // it has left: nothing to give back
        QCOMPARE(log.used(), (RateUse{1, 50}));
        log.correct(second, {-1, -50});
        QCOMPARE(log.used(), (RateUse{0, 0}));
        log.correct(SlidingLog::Place::None, {7, 7});
        QCOMPARE(log.used(), (RateUse{0, 0}));
    }

    // 100 at 0 s, 50 at 10 s, 20 at 20 s: 70 are left from 60 s on, 20 from 70 s, none from 80 s.
    void tellsWhenThereIsRoom()
    {
        SlidingLog log(1min);
        qint64 seconds = 0;
        for (const qint64 tokens : {100, 50, 20}) {
            log.moveTo(Start + std::chrono::seconds(seconds));
            log.add({1, tokens});
            seconds += 10;
        }
        QVERIFY(log.whenAtMost(170, &RateUse::tokens) == Start + 20s); // now
        QVERIFY(log.whenAtMost(70, &RateUse::tokens) == Start + 60s);
        QVERIFY(log.whenAtMost(69, &RateUse::tokens) == Start + 70s);
        QVERIFY(log.whenAtMost(0, &RateUse::tokens) == Start + 80s);
        QVERIFY(log.whenAtMost(2, &RateUse::requests) == Start + 60s);
        QVERIFY(log.whenEmpty() == Start + 80s);
    }

    // 100,000 requests within a minute, 600 µs apart: few entries, none forgotten early, and all
    // gone one thousandth of the minute (60 ms) after the last at the latest.
    void staysSmallUnderLoadAndNeverForgetsEarly()
    {
        SlidingLog log(1min);
        for (int i = 0; i < 100'000; ++i) {
            log.moveTo(Start + i * 600us);
            log.add({1, 1});
        }
        QCOMPARE(log.used().requests, 100'000);
        const Time end = Start + 1min;
        for (int i = 0; i <= 1000; ++i) {
            const Time at = end + i * 60ms;
            log.moveTo(at);
            const qint64 inWindow = std::max<qint64>(0, 100'000 - (at - end) / 600us - 1);
            QVERIFY(log.used().requests >= inWindow);
            QVERIFY(log.used().requests <= inWindow + 101); // 60 ms hold a hundred
        }
        QVERIFY(log.isEmpty());
    }

    // The clock is set back by a day: what was used a second ago was used a second ago.
    void survivesAClockThatIsSetBack()
    {
        SlidingLog log(1min);
        log.moveTo(Start);
        log.add({1, 0});
        log.moveTo(Start - 24h);
        QCOMPARE(log.used().requests, 1);
        log.moveTo(Start - 24h + 59s);
        QCOMPARE(log.used().requests, 1);
        log.moveTo(Start - 24h + 60s);
        QCOMPARE(log.used().requests, 0);
    }
};

QTEST_APPLESS_MAIN(TestSlidingLog)
#include "tst_slidinglog.moc"
