// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "samplereports.h"

#include <QDateTime>

#include <array>

using core::Money;
using core::ReportCell;

namespace {

constexpr std::array Tenants{
    "research", "code-review", "support-bot", "evals-nightly", "docs-search", "marketing"};
constexpr std::array Features{"literature-scan", "summaries", "triage"};
constexpr qint64 Cent = Money::NanosPerDollar / 100;

QByteArray tenantOf(int row)
{
    const QByteArray name = Tenants.at(static_cast<std::size_t>(row) % Tenants.size());
    const int round = row / static_cast<int>(Tenants.size() * Features.size());
    return round == 0 ? name : name + '-' + QByteArray::number(round);
}

core::Report costByTenant(int rows)
{
    core::Report report;
    report.columns = {"tenant_id", "feature_id", "total_cost_usd", "avg_cost_usd", "request_count"};
    for (int row = 0; row < rows; ++row) {
        const auto feature = static_cast<std::size_t>(row) / Tenants.size() % Features.size();
        const qint64 calls = 3'000 / (row + 1) + 1;
        const Money total = Money::fromNanos(1'592 * Cent / (row + 1));
        report.rows.push_back({tenantOf(row),
                               row == 4 ? ReportCell() : QByteArray(Features.at(feature)),
                               total,
                               Money::fromNanos(total.nanos() / calls),
                               calls});
    }
    return report;
}

QByteArray midnight(const core::ReportQuery &query, int day)
{
    const auto seconds = std::chrono::floor<std::chrono::days>(query.now) + std::chrono::days(day);
    const auto passed = std::chrono::duration_cast<std::chrono::seconds>(
        seconds.time_since_epoch() - std::chrono::hours(1)); // Berlin's
    return QDateTime::fromSecsSinceEpoch(passed.count(), Qt::UTC).toString(Qt::ISODate).toLatin1();
}

core::Report costPerDay(const core::ReportQuery &query, int rows)
{
    core::Report report;
    report.columns = {"period",
                      "total_cost_usd",
                      "avg_cost_usd",
                      "request_count",
                      "input_tokens",
                      "cached_input_tokens",
                      "output_tokens"};
    for (int day = 0; day < rows; ++day) {
        if (day == 3) {
            continue; // nobody called on that day
        }
        const qint64 calls = 21'907 + 1'311 * (day % 5);
        report.rows.push_back({midnight(query, day - rows + 1),
                               Money::fromNanos((4'187 + 633 * (day % 7)) * Cent),
                               Money::fromNanos(19 * Cent / 100),
                               calls,
                               calls * 1'204,
                               calls * 310,
                               calls * 322});
    }
    return report;
}

core::Report forecast(const core::ReportQuery &query, int rows)
{
    core::Report report;
    report.columns = {"day",
                      "low_usd",
                      "likely_usd",
                      "high_usd",
                      "backtest_days",
                      "backtest_mean_error_usd",
                      "backtest_naive_error_usd",
                      "backtest_in_band"};
    for (int day = 0; day < rows; ++day) {
        const qint64 likely = (5'210 + 410 * (day % 6)) * Cent;
        report.rows.push_back({midnight(query, day),
                               Money::fromNanos(likely - 900 * Cent),
                               Money::fromNanos(likely),
                               Money::fromNanos(likely + 1'100 * Cent),
                               qint64{28},
                               Money::fromNanos(412 * Cent),
                               Money::fromNanos(731 * Cent),
                               0.82});
    }
    return report;
}

} // namespace

namespace sample {

core::Report report(const core::ReportQuery &query, int rows)
{
    core::Report report = query.name == "cost"       ? costPerDay(query, rows)
                          : query.name == "forecast" ? forecast(query, rows)
                                                     : costByTenant(rows);
    report.name = query.name;
    report.total = std::ssize(report.rows);
    return report;
}

ReportAnswers::ReportAnswers(ReportsModel &reports)
    : m_reports(reports)
{
    reports.setFolder(folder.path());
    connect(&reports,
            &ReportsModel::reportWanted,
            this,
            [this](quint64 ticket, const core::ReportQuery &query) {
                asked.emplace_back(ticket, query);
                if (!holdsBack) {
                    answer();
                }
            });
    connect(&reports, &ReportsModel::cancelWanted, this, [this] { ++cancelled; });
}

void ReportAnswers::answer()
{
    const auto &[ticket, query] = asked.back();
    m_reports.take(ticket, report(query, rows));
}

void ReportAnswers::fail(const QString &why)
{
    m_reports.refuse(asked.back().first, why);
}

} // namespace sample
