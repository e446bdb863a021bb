// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/reports.h"

#include "core/billing/focus.h"
#include "core/reports/reportcontext.h"
#include "core/reports/reportprices.h"

#include <algorithm>
#include <array>

namespace core {
using namespace Qt::StringLiterals;

namespace {
struct Entry
{
    QByteArrayView name;
    QByteArrayView question;
    Result<Report> (*answer)(ReportContext &);
};

constexpr std::array Entries{
    Entry{"cost_by_tenant_and_feature",
          "Which tenant or feature burns the most per request?",
          costByTenantAndFeature},
    Entry{"experiment_cost_vs_outcome",
          "Which experiment costs more without a better outcome?",
          experimentCostVsOutcome},
    Entry{"fallback_latency_masking",
          "Which fallbacks or routes hide latency? Of the newest 50,000 calls in the range.",
          fallbackLatencyMasking},
    Entry{"budget_pressure_by_namespace",
          "Which budget namespaces are downgraded or denied?",
          budgetPressureByNamespace},
    Entry{"unsafe_routes", "Which routes cost more per request than the threshold?", unsafeRoutes},
    Entry{"cost", "Cost by any dimension, per minute, hour, day, week or month.", cost},
    Entry{"cost_report", "Total, daily average and this month's projection.", costReport},
    Entry{"forecast",
          "What the days left of this month will cost, with a band of 80 %. By the median of the "
          "same "
          "weekday, times the last week's level; tested on the last 28 days.",
          forecast},
    Entry{"spikes",
          "Which hours, or days, cost far more than usual? By the modified z-score (median and "
          "median distance) above 3.5.",
          spikes},
    Entry{"unpriced_models", "Which models were refused for want of a price?", unpricedModels},
    Entry{"usage", "Calls, tokens, latency and cost of one caller, or of all.", usage},
    Entry{"cost_by_tag",
          "Cost by the values of each tag, or of one, per minute ... month.",
          costByTag},
    Entry{
        "provider_metrics", "Calls, tokens, cost and last call of each provider.", providerMetrics},
    Entry{"savings",
          "What caches and cheaper routes saved, at today's prices; of downgraded calls the newest "
          "20,000 in the range.",
          savings},
    Entry{"comparison",
          "What the same tokens would have cost at each model of the price book, at its basic "
          "rates.",
          comparison},
    Entry{"focus", "Charges in the columns of FOCUS 1.2, for FinOps tools.", focus},
};

Error unknown(const QByteArray &name)
{
    QByteArrayList names;
    for (const Entry &entry : Entries) {
        names += entry.name.toByteArray();
    }
    return {ErrorCode::NotFound,
            u"There is no report \"%1\"."_s.arg(QString::fromUtf8(name.left(64))),
            u"There are: %1."_s.arg(QString::fromLatin1(names.join(", ")))};
}

void cutPage(Report &report, const ReportQuery &query)
{
    report.total = std::ssize(report.rows);
    const auto from = std::clamp<qint64>(query.offset, 0, report.total);
    const auto to = from + std::clamp<qint64>(query.limit, 0, report.total - from);
    report.rows.erase(report.rows.begin() + to, report.rows.end());
    report.rows.erase(report.rows.begin(), report.rows.begin() + from);
}
} // namespace

const std::vector<ReportDescription> &reportDescriptions()
{
    static const std::vector<ReportDescription> list = [] {
        std::vector<ReportDescription> all;
        all.reserve(Entries.size());
        for (const Entry &entry : Entries) {
            all.push_back({entry.name.toByteArray(), entry.question.toByteArray()});
        }
        return all;
    }();
    return list;
}

ReportCell textOrNull(const QByteArray &text)
{
    return text.isEmpty() ? ReportCell() : ReportCell(text);
}

Money revenueOf(const ReportQuery &query, const QByteArray &feature, qint64 calls)
{
    const auto known = std::find_if(query.featureRevenue.begin(),
                                    query.featureRevenue.end(),
                                    [&](const auto &one) { return one.first == feature; });
    const Money each =
        known == query.featureRevenue.end() ? query.revenue.value_or(Money()) : known->second;
    return Money::fromNanos(each.nanos() * calls);
}

std::vector<ReportCell> marginCells(Money revenue, Money cost)
{
    const Money margin = revenue - cost;
    const ReportCell share = revenue.isZero() ? ReportCell()
                                              : ReportCell(static_cast<double>(margin.nanos()) /
                                                           static_cast<double>(revenue.nanos()));
    return {margin, share};
}

struct Reports::Private
{
    explicit Private(std::unique_ptr<Connection> opened)
        : connection(std::move(opened))
    {}
    std::unique_ptr<Connection> connection;
    Attributions attributions{*connection};
    CostSums sums{*connection};
};

Reports::Reports(std::unique_ptr<Private> parts)
    : d(std::move(parts))
{}

Reports::~Reports() = default;

Result<std::unique_ptr<Reports>> Reports::open(const QString &ledgerFile)
{
    Result<std::unique_ptr<Connection>> connection = Connection::openToRead(ledgerFile);
    if (!connection) {
        return connection.error();
    }
    return std::unique_ptr<Reports>(
        new Reports(std::make_unique<Private>(std::move(connection).value())));
}

Result<Report> Reports::run(const ReportQuery &asked)
{
    ReportQuery query = asked;
    const auto *const entry = std::find_if(
        Entries.begin(), Entries.end(), [&](const Entry &one) { return one.name == query.name; });
    if (entry == Entries.end()) {
        return unknown(query.name);
    }
    ReportContext context{*d->connection, d->attributions, d->sums, query, {}};
    if (!query.filter.empty()) {
        auto wanted = d->attributions.with(query.filter);
        if (!wanted) {
            return wanted.error();
        }
        context.wanted.emplace(*wanted);
    }
    const bool looksAtPrices = entry->answer == savings || entry->answer == comparison;
    if (looksAtPrices && !query.prices) {
        auto prices = priceBookOf(*d->connection, {});
        if (!prices) {
            return prices.error();
        }
        query.prices = *std::move(prices);
    }
    Result<Report> report = entry->answer(context);
    if (report) {
        report->name = query.name;
        cutPage(*report, query);
    }
    return report;
}

void Reports::stopWhen(std::function<bool()> isUnwanted)
{
    d->connection->stopWhen(std::move(isUnwanted));
}

} // namespace core
