// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/statistics.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>

namespace core {
namespace {
constexpr std::ptrdiff_t Week = 7;
constexpr std::ptrdiff_t WeeksLookedAt = 4;
/// A normal distribution's median distance is 0.6745 of its deviation, its mean distance 0.7979.
constexpr double PerMedianDistance = 0.6745;
constexpr double PerMeanDistance = 0.7979;

double median(std::vector<double> values)
{
    return percentile(values, 0.5);
}

/// The same weekday in the weeks before `day`, an index that may lie past the end.
double seasonal(const std::vector<double> &days, std::ptrdiff_t day)
{
    std::vector<double> same;
    std::ptrdiff_t at = day - Week;
    while (at >= std::ssize(days)) {
        at -= Week;
    }
    for (; at >= 0 && std::ssize(same) < WeeksLookedAt; at -= Week) {
        same.push_back(days[static_cast<std::size_t>(at)]);
    }
    return median(same);
}

/// The part of the past that a forecast looks at, as distances from its own seasonal median.
struct Recent
{
    double level = 1; ///< the last week over what the season says of it
    std::vector<double> distances;
};

Recent recent(const std::vector<double> &days)
{
    Recent result;
    std::vector<double> ratios;
    const std::ptrdiff_t size = std::ssize(days);
    for (std::ptrdiff_t at = std::max(Week, size - WeeksLookedAt * Week); at < size; ++at) {
        const double expected = seasonal(days, at);
        const double actual = days[static_cast<std::size_t>(at)];
        result.distances.push_back(actual - expected);
        if (at >= size - Week && expected > 0) {
            ratios.push_back(actual / expected);
        }
    }
    if (!ratios.empty()) {
        result.level = median(ratios);
    }
    return result;
}
} // namespace

double percentile(std::vector<double> &values, double share)
{
    if (values.empty()) {
        return 0;
    }
    std::sort(values.begin(), values.end());
    const double rank = share * static_cast<double>(values.size() - 1);
    const auto below = static_cast<std::size_t>(rank);
    const std::size_t next = std::min(below + 1, values.size() - 1);
    return values[below] + (rank - static_cast<double>(below)) * (values[next] - values[below]);
}

double mean(const std::vector<double> &values)
{
    return values.empty() ? 0
                          : std::accumulate(values.begin(), values.end(), 0.0) /
                                static_cast<double>(values.size());
}

Spread robustSpread(const std::vector<double> &values)
{
    const double middle = median(values);
    std::vector<double> distances;
    distances.reserve(values.size());
    for (const double value : values) {
        distances.push_back(std::abs(value - middle));
    }
    const double medianDistance = median(distances);
    return {middle,
            medianDistance > 0 ? medianDistance / PerMedianDistance
                               : mean(distances) / PerMeanDistance};
}

std::vector<double> robustScores(const std::vector<double> &values)
{
    const auto [middle, unit] = robustSpread(values);
    std::vector<double> scores;
    scores.reserve(values.size());
    for (const double value : values) {
        scores.push_back(unit > 0 ? (value - middle) / unit : 0);
    }
    return scores;
}

DayForecast forecastDay(const std::vector<double> &days, int daysAhead)
{
    if (std::ssize(days) < 2 * Week) {
        std::vector<double> all = days;
        return {percentile(all, 0.1), percentile(all, 0.5), percentile(all, 0.9)};
    }
    Recent past = recent(days);
    const double likely = past.level * seasonal(days, std::ssize(days) + daysAhead - 1);
    return {std::max(0.0, likely + std::min(0.0, percentile(past.distances, 0.1))),
            likely,
            likely + std::max(0.0, percentile(past.distances, 0.9))};
}

Backtest backtest(const std::vector<double> &days, int last)
{
    Backtest result;
    for (auto at = std::max<std::ptrdiff_t>(1, std::ssize(days) - last); at < std::ssize(days);
         ++at) {
        const std::vector<double> before(days.begin(), days.begin() + at);
        const DayForecast forecast = forecastDay(before);
        const double actual = days[static_cast<std::size_t>(at)];
        ++result.days;
        result.meanError += std::abs(forecast.likely - actual);
        result.naiveError += std::abs(before.back() - actual);
        result.inBand += forecast.low <= actual && actual <= forecast.high ? 1 : 0;
    }
    if (result.days > 0) {
        result.meanError /= result.days;
        result.naiveError /= result.days;
        result.inBand /= result.days;
    }
    return result;
}

} // namespace core
