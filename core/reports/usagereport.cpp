// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/reportcontext.h"

namespace core {
using namespace Qt::StringLiterals;

namespace {
double share(qint64 part, qint64 whole)
{
    return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

} // namespace

/// Seed S4's statistics of a caller (S4-05), in one row; zeros where there were no calls. A call
/// has succeeded when it was completed, as in the other reports.
Result<Report> usage(ReportContext &context)
{
    const auto sums = context.by({});
    if (!sums) {
        return sums.error();
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
                           share(sum.calls - sum.failed, sum.calls),
                           sum.cost});
    return report;
}

} // namespace core
