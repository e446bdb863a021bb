// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/reportcontext.h"

namespace core {
using namespace Qt::StringLiterals;

namespace {

/// Calls whose upstream failed or broke off; most do not, and those that did stand in an index.
Result<qint64> failed(ReportContext &context)
{
    Statement rows(context.connection,
                   u"SELECT attribution, count(*) FROM settlement WHERE ending <> 0 AND ending IN "
                   u"(1, 2, 3, 4, 5) AND admitted_at >= ? AND admitted_at < ? AND ending = 4 "
                   u"GROUP BY 1"_s);
    bool ok = rows.run(context.query.from, context.query.to);
    qint64 count = 0;
    while (ok && rows.next()) {
        count += context.wants(rows.integer(0)) ? rows.integer(1) : 0;
    }
    return ok && rows.sawAll() ? Result<qint64>(count) : context.connection.error();
}

double share(qint64 part, qint64 whole)
{
    return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

} // namespace

/// Seed S4's statistics of a caller (S4-05), in one row; zeros where there were no calls.
Result<Report> usage(ReportContext &context)
{
    const auto sums = context.by({});
    const Result<qint64> failures = failed(context);
    if (!sums || !failures) {
        return sums ? failures.error() : sums.error();
    }
    const CostSum sum = sums->isEmpty() ? CostSum() : *sums->cbegin();
    Report report;
    report.columns = {"total_requests",
                      "total_tokens",
                      "total_prompt_tokens",
                      "total_completion_tokens",
                      "avg_latency_ms",
                      "success_rate",
                      "total_cost_usd"};
    report.rows.push_back({sum.calls,
                           sum.usage.total(),
                           sum.usage.prompt(),
                           sum.usage.output,
                           share(sum.latency.count(), sum.calls * 1'000),
                           share(sum.calls - *failures, sum.calls),
                           sum.cost});
    return report;
}

} // namespace core
