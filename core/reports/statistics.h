// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace core {

/// The value below which `share` (0..1) of the values lie, by linear interpolation between ranks
/// (as SQL's percentile_cont: 1..100 at 0.95 gives 95.05). 0 of nothing. Reorders its argument.
[[nodiscard]] double percentile(std::vector<double> &values, double share);
[[nodiscard]] double mean(const std::vector<double> &values); ///< 0 of nothing

/// Where values lie, and how far apart, robustly.
struct Spread
{
    double middle = 0; ///< the median
    double unit = 0;   ///< a standard deviation; 0 when all are equal
};
/// The median distance from the median, over 0.6745; where more than half of the values are equal,
/// the mean distance over 0.7979.
[[nodiscard]] Spread robustSpread(const std::vector<double> &values);

/// How far each value lies from the others, in standard deviations, robustly: 0.6745 times its
/// distance from the median over the median of all such distances, so that an outlier does not
/// hide itself (B. Iglewicz, D. Hoaglin, 1993). Where more than half of the values are equal, the
/// mean distance takes the median's place. Zeros when all are equal.
[[nodiscard]] std::vector<double> robustScores(const std::vector<double> &values);
/// Beyond this a value is called an outlier there.
inline constexpr double OutlierScore = 3.5;

/// What a day will cost, from the days before it.
struct DayForecast
{
    double low = 0; ///< one day in ten is below
    double likely = 0;
    double high = 0; ///< one day in ten is above
};
/// Seasonal and robust: the median of the same weekday in the last four weeks, times the median
/// ratio of the last seven days to theirs, so that it follows a new level within days; the band
/// from the spread of the last 28 days about their own such medians. With less than two weeks, the
/// median of all days. `days`: totals, oldest first, one for each day, without gaps.
[[nodiscard]] DayForecast forecastDay(const std::vector<double> &days, int daysAhead = 1);

/// How well forecastDay() would have done on the last `days` of the past, each of them predicted
/// from those before it only.
struct Backtest
{
    int days = 0;
    double meanError = 0;  ///< mean of |forecast - actual|, dollars
    double naiveError = 0; ///< the same for "as much as the day before"
    double inBand = 0;     ///< share of days inside the band; 0.8 is what it promises
};
[[nodiscard]] Backtest backtest(const std::vector<double> &days, int last);

} // namespace core
