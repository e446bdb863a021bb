// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/reportcontext.h"
#include "core/reports/statistics.h"

#include <algorithm>

namespace core {
using namespace Qt::StringLiterals;

namespace {
/// Latencies that a percentile is taken from, for each row of the answer: of more calls, the newest
/// so many. Reading them takes about 50 ms.
constexpr int MostLatencies = 50'000;

double perCall(qint64 total, qint64 calls)
{
    return calls == 0 ? 0 : static_cast<double>(total) / static_cast<double>(calls);
}

double milliseconds(Duration duration)
{
    return static_cast<double>(duration.count()) / 1'000.0;
}

struct Pressure
{
    qint64 allowed = 0;
    qint64 downgraded = 0;
    qint64 denied = 0;
};

/// Adds up `sql`'s (attribution, count) per namespace.
Outcome addPressure(ReportContext &context,
                    const QString &sql,
                    qint64 Pressure::*member,
                    QHash<QByteArray, Pressure> &sums)
{
    Statement rows(context.connection, sql);
    bool ok = rows.run(context.query.from, context.query.to);
    while (ok && rows.next()) {
        const auto attribution = context.attributions.of(rows.integer(0));
        ok = attribution.has_value();
        if (ok && context.wants(rows.integer(0))) {
            sums[attribution->of(Dimension::Namespace)].*member += rows.integer(1);
        }
    }
    return ok && rows.sawAll() ? Outcome(Done{}) : Outcome(context.connection.error());
}

/// What each namespace was allowed, moved to a cheaper tier, and denied.
Result<QHash<QByteArray, Pressure>> pressures(ReportContext &context)
{
    const auto sums = context.by({Dimension::Namespace});
    if (!sums) {
        return sums.error();
    }
    QHash<QByteArray, Pressure> found;
    for (auto it = sums->cbegin(); it != sums->cend(); ++it) {
        found[it.key()[0]].allowed = it->calls;
    }
    const auto downgrades = addPressure(
        context,
        u"SELECT attribution, count(*) FROM hold WHERE decision = 2 AND decision <> 0 AND "
        u"admitted_at >= ? AND admitted_at < ? GROUP BY 1"_s,
        &Pressure::downgraded,
        found);
    const auto denials =
        addPressure(context,
                    u"SELECT attribution.id, count(*) FROM attribution CROSS JOIN refusal "
                    u"ON refusal.attribution = attribution.id "
                    u"WHERE at >= ? AND at < ? AND decision = 6 GROUP BY 1"_s,
                    &Pressure::denied,
                    found);
    if (!downgrades || !denials) {
        return downgrades ? denials.error() : downgrades.error();
    }
    return found;
}

/// Latencies in milliseconds per (route, is a fallback).
using Latencies = QHash<std::pair<QByteArray, bool>, std::vector<double>>;
Result<Latencies> latencies(ReportContext &context)
{
    // Fallbacks are few and stand in an index of their own, so the rest need not be asked.
    Statement fallbacks(context.connection,
                        u"SELECT id_high, id_low, attempt FROM hold "
                        u"WHERE decision = 5 AND decision <> 0 AND admitted_at >= ? "
                        u"AND admitted_at < ?"_s);
    bool ok = fallbacks.run(context.query.from, context.query.to);
    QSet<std::pair<std::pair<qint64, qint64>, qint64>> isFallback;
    while (ok && fallbacks.next()) {
        isFallback.insert({{fallbacks.integer(0), fallbacks.integer(1)}, fallbacks.integer(2)});
    }
    Statement rows(
        context.connection,
        u"SELECT attribution, total, id_high, id_low, attempt FROM settlement "
        u"WHERE admitted_at >= ? AND admitted_at < ? ORDER BY admitted_at DESC LIMIT ?"_s);
    ok = ok && fallbacks.sawAll() && rows.run(context.query.from, context.query.to, MostLatencies);
    Latencies found;
    while (ok && rows.next()) {
        if (!context.wants(rows.integer(0))) {
            continue;
        }
        const auto attribution = context.attributions.of(rows.integer(0));
        ok = attribution.has_value();
        const bool fallback =
            isFallback.contains({{rows.integer(2), rows.integer(3)}, rows.integer(4)});
        if (ok) {
            found[{attribution->of(Dimension::Route), fallback}].push_back(
                milliseconds(Duration(rows.integer(1))));
        }
    }
    return ok && rows.sawAll() ? Result<Latencies>(std::move(found)) : context.connection.error();
}

/// Sorts by one column, the largest first; names decide between equals, so that the order is the
/// same each time.
void sortDown(Report &report, std::size_t column)
{
    std::stable_sort(
        report.rows.begin(), report.rows.end(), [column](const auto &a, const auto &b) {
            return a[column] != b[column] ? a[column] > b[column] : a < b;
        });
}

bool wantsMargin(const ReportQuery &query)
{
    return query.revenue.has_value() || !query.featureRevenue.empty();
}

void appendMargin(ReportContext &context, Report &report)
{
    if (wantsMargin(context.query)) {
        report.columns.insert(report.columns.end(), {"margin_usd", "margin_share"});
    }
}

/// A row with its margin, where that is asked for.
std::vector<ReportCell>
withMargin(const ReportQuery &query, std::vector<ReportCell> row, Money revenue, Money cost)
{
    if (wantsMargin(query)) {
        const auto margin = marginCells(revenue, cost);
        row.insert(row.end(), margin.begin(), margin.end());
    }
    return row;
}

/// What is known about a route; its features may each bring in something else.
struct RouteSum
{
    CostSum sum;
    Money revenue;
};
Result<QHash<QByteArray, RouteSum>> routeSums(ReportContext &context)
{
    const auto sums = context.by({Dimension::Route, Dimension::Feature});
    if (!sums) {
        return sums.error();
    }
    QHash<QByteArray, RouteSum> routes;
    for (auto it = sums->cbegin(); it != sums->cend(); ++it) {
        RouteSum &route = routes[it.key()[0]];
        route.sum.add(*it);
        route.revenue += revenueOf(context.query, it.key()[1], it->calls);
    }
    return routes;
}
} // namespace

Result<Report> costByTenantAndFeature(ReportContext &context)
{
    const auto sums = context.by({Dimension::Tenant, Dimension::Feature});
    if (!sums) {
        return sums.error();
    }
    Report report;
    report.columns = {"tenant_id", "feature_id", "total_cost_usd", "avg_cost_usd", "request_count"};
    appendMargin(context, report);
    for (auto it = sums->cbegin(); it != sums->cend(); ++it) {
        report.rows.push_back(
            withMargin(context.query,
                       {it.key()[0], textOrNull(it.key()[1]), it->cost, it->average(), it->calls},
                       revenueOf(context.query, it.key()[1], it->calls),
                       it->cost));
    }
    sortDown(report, 2);
    return report;
}

Result<Report> experimentCostVsOutcome(ReportContext &context)
{
    const auto sums = context.by({Dimension::Experiment});
    if (!sums) {
        return sums.error();
    }
    Report report;
    report.columns = {"experiment_id",
                      "avg_tokens_in",
                      "avg_tokens_out",
                      "avg_cost_usd",
                      "success_rate",
                      "request_count"};
    for (auto it = sums->cbegin(); it != sums->cend(); ++it) {
        if (it.key()[0].isEmpty()) {
            continue; // belongs to no experiment
        }
        report.rows.push_back({it.key()[0],
                               perCall(it->usage.prompt(), it->calls),
                               perCall(it->usage.output, it->calls),
                               it->average(),
                               perCall(it->calls - it->failed, it->calls),
                               it->calls});
    }
    sortDown(report, 3);
    return report;
}

Result<Report> budgetPressureByNamespace(ReportContext &context)
{
    const auto pressure = pressures(context);
    if (!pressure) {
        return pressure.error();
    }
    Report report;
    report.columns = {
        "budget_namespace", "allow_count", "downgrade_count", "deny_count", "total_count"};
    for (auto it = pressure->cbegin(); it != pressure->cend(); ++it) {
        report.rows.push_back({it.key().isEmpty() ? QByteArray("default") : it.key(),
                               std::max<qint64>(0, it->allowed - it->downgraded),
                               it->downgraded,
                               it->denied,
                               std::max(it->allowed, it->downgraded) + it->denied});
    }
    std::sort(report.rows.begin(), report.rows.end(), [](const auto &a, const auto &b) {
        const auto hurt = [](const auto &row) {
            return std::get<qint64>(row[2]) + std::get<qint64>(row[3]);
        };
        return hurt(a) != hurt(b) ? hurt(a) > hurt(b) : a[0] < b[0];
    });
    return report;
}

Result<Report> fallbackLatencyMasking(ReportContext &context)
{
    auto found = latencies(context);
    if (!found) {
        return found.error();
    }
    Report report;
    report.columns = {
        "route_name", "is_fallback", "p95_latency_ms", "avg_latency_ms", "request_count"};
    for (auto it = found->begin(); it != found->end(); ++it) {
        if (!it.key().first.isEmpty()) {
            report.rows.push_back({it.key().first,
                                   it.key().second,
                                   percentile(*it, 0.95),
                                   mean(*it),
                                   static_cast<qint64>(it->size())});
        }
    }
    sortDown(report, 2);
    return report;
}

Result<Report> unsafeRoutes(ReportContext &context)
{
    const auto routes = routeSums(context);
    if (!routes) {
        return routes.error();
    }
    Report report;
    report.columns = {"route_name", "avg_cost_usd", "max_cost_usd", "request_count"};
    appendMargin(context, report);
    for (auto it = routes->cbegin(); it != routes->cend(); ++it) {
        const CostSum &sum = it->sum;
        // Strictly above, and without rounding: an average of exactly the threshold is safe.
        const auto limit = static_cast<__int128>(context.query.threshold.nanos()) * sum.calls;
        if (!it.key().isEmpty() && sum.cost.nanos() > limit) {
            report.rows.push_back(withMargin(context.query,
                                             {it.key(), sum.average(), sum.largest, sum.calls},
                                             it->revenue,
                                             sum.cost));
        }
    }
    sortDown(report, 1);
    return report;
}

} // namespace core
