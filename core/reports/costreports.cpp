// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/periods.h"

#include <algorithm>

namespace core {
using namespace Qt::StringLiterals;

namespace {
/// Periods of a table: more than anybody reads.
constexpr std::size_t MostRows = 2'000;

void appendSums(std::vector<ReportCell> &row, const CostSum &sum)
{
    row.insert(row.end(),
               {sum.cost,
                sum.average(),
                sum.calls,
                sum.usage.input,
                sum.usage.cachedInput,
                sum.usage.output});
}

std::vector<std::pair<QByteArrayList, CostSum>>
dearestFirst(const QHash<QByteArrayList, CostSum> &sums)
{
    std::vector<std::pair<QByteArrayList, CostSum>> sorted;
    for (auto it = sums.cbegin(); it != sums.cend(); ++it) {
        sorted.emplace_back(it.key(), *it);
    }
    std::sort(sorted.begin(), sorted.end(), [](const auto &a, const auto &b) {
        return a.second.cost != b.second.cost ? a.second.cost > b.second.cost : a.first < b.first;
    });
    return sorted;
}

qint64 daysIn(Span span)
{
    return std::chrono::round<std::chrono::days>(span.ends - span.begins).count();
}

/// At least one: the first morning tells nothing about a day.
double daysPassed(Span span)
{
    return std::max(1.0, std::chrono::duration<double>(span.ends - span.begins).count() / 86'400);
}

struct MonthSpend
{
    Money toDate;
    Money projection;
};
Result<MonthSpend> monthSpend(ReportContext &context, Span extent)
{
    const Time now = context.query.now;
    const Span month = windowOf(context.query, WindowKind::Month).spanAt(now);
    const Result<Money> toDate = total(context, {month.begins, now});
    if (!toDate) {
        return toDate.error();
    }
    const double rate = static_cast<double>(toDate->nanos()) /
                        daysPassed({std::max(month.begins, extent.begins), now});
    const double left =
        std::max(0.0, static_cast<double>(daysIn(month)) - daysPassed({month.begins, now}));
    return MonthSpend{*toDate,
                      Money::fromNanos(toDate->nanos() + static_cast<qint64>(rate * left))};
}
} // namespace

/// S4-25: by any dimensions and any period.
Result<Report> cost(ReportContext &context)
{
    Report report;
    const auto found = askedPeriods(context, MostRows);
    if (!found) {
        return found.error();
    }
    const std::vector<Span> &spans = *found;
    if (context.query.hasPeriods()) {
        report.columns = {"period"};
    }
    for (const Dimension dimension : context.query.by) {
        report.columns.push_back(dimensionName(dimension).toByteArray());
    }
    report.columns.insert(report.columns.end(),
                          {"total_cost_usd",
                           "avg_cost_usd",
                           "request_count",
                           "input_tokens",
                           "cached_input_tokens",
                           "output_tokens"});
    const auto sums = context.byEach(context.query.by, spans);
    if (!sums) {
        return sums.error();
    }
    for (std::size_t period = 0; period < spans.size(); ++period) {
        for (const auto &[names, sum] : dearestFirst((*sums)[period])) {
            std::vector<ReportCell> row;
            if (context.query.hasPeriods()) {
                row.emplace_back(isoText(spans[period].begins));
            }
            std::transform(names.begin(), names.end(), std::back_inserter(row), textOrNull);
            appendSums(row, sum);
            report.rows.push_back(std::move(row));
        }
    }
    return report;
}

/// S2-21, with what its two formulas meant: spend since the window began over the days that have
/// passed, and the rest of the month at that rate.
Result<Report> costReport(ReportContext &context)
{
    const Result<Span> extent = context.sums.extent();
    if (!extent) {
        return extent.error();
    }
    const Span asked{std::max(context.query.from, extent->begins),
                     std::min(context.query.to, context.query.now)};
    const Result<Money> spent = total(context, asked);
    const Result<MonthSpend> month = monthSpend(context, *extent);
    const auto providers = context.by({Dimension::Provider}, asked);
    if (!spent || !month || !providers) {
        return !spent ? spent.error() : !month ? month.error() : providers.error();
    }
    const auto daily = [days = daysPassed(asked)](Money cost) {
        return Money::fromNanos(static_cast<qint64>(static_cast<double>(cost.nanos()) / days));
    };
    Report report;
    report.columns = {"provider",
                      "total_cost_usd",
                      "daily_average_usd",
                      "month_to_date_usd",
                      "monthly_projection_usd"};
    report.rows.push_back(
        {QByteArray("all"), *spent, daily(*spent), month->toDate, month->projection});
    for (auto it = providers->cbegin(); it != providers->cend(); ++it) {
        report.rows.push_back({textOrNull(it.key()[0]), it->cost, daily(it->cost), {}, {}});
    }
    return report;
}

/// Models that were refused because nobody has said what they cost.
Result<Report> unpricedModels(ReportContext &context)
{
    Statement rows(context.connection,
                   u"SELECT refusal.attribution, count(*), max(at) FROM refusal JOIN name "
                   u"ON name.id = code WHERE at >= ? AND at < ? AND name.text = ? GROUP BY 1"_s);
    bool ok = rows.run(context.query.from, context.query.to, QByteArray("model_unpriced"));
    QHash<QByteArray, std::pair<qint64, Time>> models;
    while (ok && rows.next()) {
        const auto attribution = context.attributions.of(rows.integer(0));
        ok = attribution.has_value();
        if (ok && context.wants(rows.integer(0))) {
            auto &[refused, last] = models[attribution->of(Dimension::Model)];
            refused += rows.integer(1);
            last = std::max(last, rows.time(2));
        }
    }
    if (!ok || !rows.sawAll()) {
        return context.connection.error();
    }
    Report report;
    report.columns = {"model", "refused_count", "last_refused_at"};
    for (auto it = models.cbegin(); it != models.cend(); ++it) {
        report.rows.push_back({textOrNull(it.key()), it->first, isoText(it->second)});
    }
    std::sort(report.rows.begin(), report.rows.end(), [](const auto &a, const auto &b) {
        return a[1] != b[1] ? a[1] > b[1] : a[0] < b[0];
    });
    return report;
}

} // namespace core
