// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/periods.h"

#include <algorithm>

namespace core {
using namespace Qt::StringLiterals;

namespace {
/// When each provider was last called, by the index over attribution and time.
Result<QHash<QByteArray, Time>> lastCalls(ReportContext &context)
{
    Statement rows(context.connection,
                   u"SELECT id, (SELECT max(admitted_at) FROM settlement WHERE attribution = id "
                   u"AND admitted_at >= ? AND admitted_at < ?) AS last "
                   u"FROM attribution WHERE last IS NOT NULL"_s);
    bool ok = rows.run(context.query.from, context.query.to);
    QHash<QByteArray, Time> last;
    while (ok && rows.next()) {
        const auto attribution = context.attributions.of(rows.integer(0));
        ok = attribution.has_value();
        if (ok && context.wants(rows.integer(0))) {
            Time &time = last[attribution->of(Dimension::Provider)];
            time = std::max(time, rows.time(1));
        }
    }
    return ok && rows.sawAll() ? Result<QHash<QByteArray, Time>>(std::move(last))
                               : context.connection.error();
}
} // namespace

/// S2-17. The last call is null once its detail has been pruned.
Result<Report> providerMetrics(ReportContext &context)
{
    const auto sums = context.by({Dimension::Provider});
    const auto last = lastCalls(context);
    if (!sums || !last) {
        return sums ? last.error() : sums.error();
    }
    Report report;
    report.columns = {"provider",
                      "total_cost_usd",
                      "avg_cost_usd",
                      "request_count",
                      "failed_count",
                      "input_tokens",
                      "output_tokens",
                      "avg_latency_ms",
                      "last_call_at"};
    for (auto it = sums->cbegin(); it != sums->cend(); ++it) {
        const auto time = last->constFind(it.key()[0]);
        const double milliseconds = static_cast<double>(it->latency.count()) / 1'000;
        report.rows.push_back({textOrNull(it.key()[0]),
                               it->cost,
                               it->average(),
                               it->calls,
                               it->failed,
                               it->usage.prompt(),
                               it->usage.output,
                               milliseconds / static_cast<double>(std::max<qint64>(1, it->calls)),
                               time == last->cend() ? ReportCell() : isoText(*time)});
    }
    std::sort(report.rows.begin(), report.rows.end(), [](const auto &a, const auto &b) {
        return a[1] != b[1] ? a[1] > b[1] : a[0] < b[0];
    });
    return report;
}

} // namespace core
