// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/statistics.h"

#include <QtTest>

#include <numeric>

using namespace core;

namespace {
/// $10 on weekdays, $2 on Saturdays and Sundays, from a Monday on.
std::vector<double> weeks(int count, double level = 1)
{
    std::vector<double> days;
    for (int day = 0; day < count * 7; ++day) {
        days.push_back(level * (day % 7 < 5 ? 10.0 : 2.0));
    }
    return days;
}
} // namespace

class TestStatistics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // S3-23: 1..100 at 0.95: rank 94.05 lies between 95 and 96.
    void interpolatesBetweenRanks()
    {
        std::vector<double> values(100);
        std::iota(values.rbegin(), values.rend(), 1.0);
        QCOMPARE(percentile(values, 0.95), 95.05);
        std::vector<double> one{7};
        QCOMPARE(percentile(one, 0.95), 7.0);
        std::vector<double> none;
        QCOMPARE(percentile(none, 0.95), 0.0);
    }

    // A z-score with the outlier inside its own deviation cannot pass 3 for ten values
    // (S1: detectSpikes); the median's distance can.
    void seesASpikeAmongTenValues()
    {
        const std::vector<double> scores = robustScores({1, 2, 1, 2, 1, 2, 1, 2, 1, 50});
        QVERIFY(scores.back() > OutlierScore);
        QVERIFY(scores.front() < OutlierScore);
    }

    void seesASpikeAmongEqualValues()
    {
        const std::vector<double> scores = robustScores({3, 3, 3, 3, 3, 3, 3, 3, 3, 30});
        QVERIFY(scores.back() > OutlierScore); // mean distance 2.7: 27 / (2.7 / 0.7979) = 7.979
        QCOMPARE(robustScores({3, 3, 3}), std::vector<double>(3, 0.0));
    }

    void forecastsEachWeekdayByItsOwn()
    {
        const std::vector<double> days = weeks(6);
        QCOMPARE(forecastDay(days, 1).likely, 10.0); // Monday
        QCOMPARE(forecastDay(days, 6).likely, 2.0);  // Saturday
        QCOMPARE(forecastDay(days, 13).likely, 2.0); // the Saturday after
    }

    void followsANewLevelWithinAWeek()
    {
        std::vector<double> days = weeks(5);
        const std::vector<double> doubled = weeks(1, 2);
        days.insert(days.end(), doubled.begin(), doubled.end());
        // Mondays were 10, 10, 10 and 20: median 10; the last week ran at twice its season.
        QCOMPARE(forecastDay(days, 1).likely, 20.0);
    }

    void beatsYesterdayOnAWeekWithAWeekend()
    {
        const Backtest past = backtest(weeks(8), 28);
        QCOMPARE(past.days, 28);
        QCOMPARE(past.meanError, 0.0);
        QCOMPARE(past.naiveError, 16.0 / 7); // |2 - 10| on Saturdays, |10 - 2| on Mondays
        QCOMPARE(past.inBand, 1.0);
    }

    void promisesNothingFromNothing()
    {
        QCOMPARE(forecastDay({}).likely, 0.0);
        QCOMPARE(backtest({}, 28).days, 0);
        QCOMPARE(forecastDay({4, 6, 5}).likely, 5.0);
    }
};

QTEST_APPLESS_MAIN(TestStatistics)
#include "tst_statistics.moc"
