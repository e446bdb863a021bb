// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/periods.h"
#include "core/reports/statistics.h"

#include <algorithm>

namespace core {

namespace {
/// What a forecast learns from, and is tested on.
constexpr int DaysLearnt = 56;
constexpr int DaysTested = 28;
/// Periods of which the spikes are picked out: the hours of two years.
constexpr std::size_t MostCompared = 20'000;

/// Totals of the days before today, oldest first, in dollars; none is left out.
Result<std::vector<double>> pastDays(ReportContext &context, int most)
{
    const Result<Span> extent = context.sums.extent();
    if (!extent) {
        return extent.error();
    }
    const Window day = windowOf(context.query, WindowKind::Day);
    std::vector<double> days;
    for (Time end = day.spanAt(context.query.now).begins;
         extent->begins < extent->ends && end > extent->begins && std::ssize(days) < most;) {
        const Span span{day.spanAt(end - Duration(1)).begins, end};
        const Result<Money> cost = total(context, span);
        if (!cost) {
            return cost.error();
        }
        days.push_back(static_cast<double>(cost->nanos()) / Money::NanosPerDollar);
        end = span.begins;
    }
    std::reverse(days.begin(), days.end());
    return days;
}

Money money(double dollars)
{
    return Money::fromNanos(static_cast<qint64>(dollars * Money::NanosPerDollar));
}

} // namespace

Result<Report> forecast(ReportContext &context)
{
    const auto days = pastDays(context, DaysLearnt);
    if (!days) {
        return days.error();
    }
    const Window day = windowOf(context.query, WindowKind::Day);
    const Span month = windowOf(context.query, WindowKind::Month).spanAt(context.query.now);
    const Backtest past = backtest(*days, DaysTested);
    Report report;
    report.columns = {"day",
                      "low_usd",
                      "likely_usd",
                      "high_usd",
                      "backtest_days",
                      "backtest_mean_error_usd",
                      "backtest_naive_error_usd",
                      "backtest_in_band"};
    int ahead = 1;
    for (Time at = day.spanAt(context.query.now).begins; !days->empty() && at < month.ends;
         at = day.spanAt(at).ends, ++ahead) {
        const DayForecast one = forecastDay(*days, ahead);
        report.rows.push_back({isoText(at),
                               money(one.low),
                               money(one.likely),
                               money(one.high),
                               qint64{past.days},
                               money(past.meanError),
                               money(past.naiveError),
                               past.inBand});
    }
    return report;
}

Result<Report> spikes(ReportContext &context)
{
    const auto spans = periods(context, context.query.per.value_or(WindowKind::Hour), MostCompared);
    if (!spans) {
        return spans.error();
    }
    std::vector<Money> costs(spans->size());
    const Outcome added = context.sums.inEach(
        *spans, [&](std::size_t period, qint64 attribution, const CostSum &sum) {
            if (context.wants(attribution)) {
                costs[period] += sum.cost;
            }
        });
    if (!added) {
        return added.error();
    }
    std::vector<double> values;
    values.reserve(costs.size());
    for (const Money cost : costs) {
        values.push_back(static_cast<double>(cost.nanos()));
    }
    const std::vector<double> scores = robustScores(values);
    std::vector<double> sorted = values;
    const auto usual = Money::fromNanos(static_cast<qint64>(percentile(sorted, 0.5)));
    Report report;
    report.columns = {"period", "total_cost_usd", "usual_usd", "score"};
    for (std::size_t i = 0; i < scores.size(); ++i) {
        if (scores[i] > OutlierScore) {
            report.rows.push_back({isoText((*spans)[i].begins), costs[i], usual, scores[i]});
        }
    }
    return report;
}

} // namespace core
