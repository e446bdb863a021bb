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
} // namespace

/// S4-25: by any dimensions and any period.
Result<Report> cost(ReportContext &context)
{
    Report report;
    std::vector<Span> spans{context.span()};
    if (context.query.per) {
        auto found = periods(context, *context.query.per, MostRows);
        if (!found) {
            return found.error();
        }
        spans = *std::move(found);
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
            if (context.query.per) {
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
    const Window month = windowOf(context.query, WindowKind::Month);
    const Time now = context.query.now;
    const Span whole = month.spanAt(now);
    const Result<Span> extent = context.sums.extent();
    if (!extent) {
        return extent.error();
    }
    const Time to = std::min(context.query.to, now);
    const Time from = std::max(context.query.from, extent->begins);
    const Result<Money> spent = total(context, {from, to});
    const Result<Money> thisMonth = total(context, {whole.begins, now});
    if (!spent || !thisMonth) {
        return spent ? thisMonth.error() : spent.error();
    }
    const auto days = [](Duration duration) {
        return std::max(1.0, std::chrono::duration<double>(duration).count() / 86'400);
    };
    const double average = static_cast<double>(spent->nanos()) / days(to - from);
    const double rate = static_cast<double>(thisMonth->nanos()) /
                        days(now - std::max(whole.begins, extent->begins));
    const double left = static_cast<double>(daysIn(whole)) - days(now - whole.begins);
    const auto projection = thisMonth->nanos() + static_cast<qint64>(rate * std::max(0.0, left));
    Report report;
    report.columns = {"provider",
                      "total_cost_usd",
                      "daily_average_usd",
                      "month_to_date_usd",
                      "monthly_projection_usd"};
    report.rows.push_back({QByteArray("all"),
                           *spent,
                           Money::fromNanos(static_cast<qint64>(average)),
                           *thisMonth,
                           Money::fromNanos(projection)});
    const auto providers = context.by({Dimension::Provider}, {from, to});
    if (!providers) {
        return providers.error();
    }
    for (auto it = providers->cbegin(); it != providers->cend(); ++it) {
        const auto daily =
            static_cast<qint64>(static_cast<double>(it->cost.nanos()) / days(to - from));
        report.rows.push_back({textOrNull(it.key()[0]), it->cost, Money::fromNanos(daily), {}, {}});
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
