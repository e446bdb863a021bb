// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reconciliation/trafficcomparison.h"

#include <QRandomGenerator>
#include <QTest>

using core::TokenRange;
using core::TrafficComparison;

class TestTrafficComparison : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsNothingWhereEveryTokenPassedThrough()
    {
        TrafficComparison comparison;
        comparison.take(5'000, {0, 0}); // the upstream ran before we did
        comparison.take(5'120, {120, 120});
        comparison.take(9'000, {4'000, 4'000});
        QCOMPARE(comparison.unmetered(), 0);
        QCOMPARE(comparison.overcounted(), 0);
        QVERIFY(comparison.isExact());
    }

    void tellsExactlyWhatCameFromElsewhere()
    {
        TrafficComparison comparison;
        comparison.take(0, {0, 0});
        comparison.take(130, {100, 100}); // 130 - 100
        QCOMPARE(comparison.unmetered(), 30);
        comparison.take(1'047, {1'000, 1'000}); // 1047 - 1000
        QCOMPARE(comparison.unmetered(), 47);
        QCOMPARE(comparison.overcounted(), 0);
    }

    void toleratesCallsInFlight()
    {
        TrafficComparison comparison;
        comparison.take(0, {0, 0});
        comparison.take(250, {100, 500}); // anything from 100 to 500 may be counted already
        QCOMPARE(comparison.unmetered(), 0);
        QVERIFY(!comparison.isExact());
        comparison.take(640, {100, 500}); // 640 - 500: more than ours can explain
        QCOMPARE(comparison.unmetered(), 140);
        comparison.take(700, {480, 480}); // all ended: 700 - 480
        QCOMPARE(comparison.unmetered(), 220);
    }

    void learnsFromABusyStart()
    {
        TrafficComparison comparison;
        comparison.take(1'000, {0, 400});   // offset between 600 and 1000
        comparison.take(1'100, {300, 300}); // 800: consistent, and now known
        comparison.take(1'150, {340, 340}); // 810
        QCOMPARE(comparison.unmetered(), 10);
    }

    void namesOurOwnErrorApart()
    {
        TrafficComparison comparison;
        comparison.take(0, {0, 0});
        comparison.take(90, {100, 100});
        QCOMPARE(comparison.unmetered(), 0);
        QCOMPARE(comparison.overcounted(), 10);
    }

    void surviveARestartOfTheUpstream()
    {
        TrafficComparison comparison;
        comparison.take(0, {0, 0});
        comparison.take(150, {100, 100}); // 50 from elsewhere
        comparison.take(20, {120, 120});  // restarted, and 20 of ours since
        QCOMPARE(comparison.unmetered(), 50);
        comparison.take(60, {160, 160});
        QCOMPARE(comparison.unmetered(), 50);
        comparison.take(67, {160, 160}); // 7 more from elsewhere
        QCOMPARE(comparison.unmetered(), 57);
        comparison.take(30, {160, 170}); // again: 20 of these 30 cannot be ours
        QCOMPARE(comparison.unmetered(), 77);
    }

    /// Whatever the calls do, a site that nobody bypasses is never accused, and a bypass is never
    /// overstated; once all is quiet it is exact.
    void neverAccusesWrongly()
    {
        QRandomGenerator random(7);
        for (int round = 0; round < 500; ++round) {
            TrafficComparison comparison;
            qint64 counter = random.bounded(10'000);
            qint64 settled = 0;
            qint64 elsewhere = 0;
            comparison.take(counter, {0, 0});
            const int step = random.bounded(2) * 30;
            for (int sample = 0; sample < 20; ++sample) {
                const qint64 bound = random.bounded(500);
                const qint64 used = random.bounded(bound + 1);
                const qint64 already = random.bounded(used + 1);
                const qint64 stranger = random.bounded(step + 1);
                elsewhere += stranger;
                comparison.take(counter + already + stranger, {settled, settled + bound});
                QVERIFY(comparison.unmetered() <= elsewhere);
                QCOMPARE(comparison.overcounted(), 0);
                counter += used + stranger;
                settled += used;
            }
            comparison.take(counter, {settled, settled});
            QCOMPARE(comparison.unmetered(), elsewhere);
        }
    }
};

QTEST_APPLESS_MAIN(TestTrafficComparison)
#include "tst_trafficcomparison.moc"
