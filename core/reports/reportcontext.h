// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reports/attributions.h"
#include "core/reports/attributionset.h"
#include "core/reports/costsums.h"
#include "core/reports/report.h"

#include <QHash>

#include <optional>

namespace core {

/// What every report is made from: one query over one ledger.
struct ReportContext
{
    Connection &connection;
    Attributions &attributions;
    CostSums &sums;
    const ReportQuery &query;
    std::optional<AttributionSet> wanted; ///< attributions that pass the filter; nothing: all

    [[nodiscard]] bool wants(qint64 attribution) const
    {
        return !wanted || wanted->contains(attribution);
    }
    [[nodiscard]] Span span() const { return {query.from, query.to}; }
    /// Sums of the query's span, by the values of some dimensions.
    [[nodiscard]] Result<QHash<QByteArrayList, CostSum>>
    by(const std::vector<Dimension> &dimensions, Span span);
    [[nodiscard]] Result<QHash<QByteArrayList, CostSum>>
    by(const std::vector<Dimension> &dimensions)
    {
        return by(dimensions, span());
    }
    /// The same for each of some consecutive periods.
    [[nodiscard]] Result<std::vector<QHash<QByteArrayList, CostSum>>>
    byEach(const std::vector<Dimension> &dimensions, const std::vector<Span> &periods);
};

/// Null for a dimension that was not given.
[[nodiscard]] ReportCell textOrNull(const QByteArray &text);
/// What `calls` of a feature brought in.
[[nodiscard]] Money revenueOf(const ReportQuery &query, const QByteArray &feature, qint64 calls);
/// Revenue less cost, and as a share of the revenue; null without one.
[[nodiscard]] std::vector<ReportCell> marginCells(Money revenue, Money cost);

// The five questions (requirements S3-20 ... S3-24).
[[nodiscard]] Result<Report> costByTenantAndFeature(ReportContext &context);
[[nodiscard]] Result<Report> experimentCostVsOutcome(ReportContext &context);
[[nodiscard]] Result<Report> budgetPressureByNamespace(ReportContext &context);
[[nodiscard]] Result<Report> fallbackLatencyMasking(ReportContext &context);
[[nodiscard]] Result<Report> unsafeRoutes(ReportContext &context);

// Cost by anything, over time.
[[nodiscard]] Result<Report> cost(ReportContext &context);
[[nodiscard]] Result<Report> costReport(ReportContext &context);
[[nodiscard]] Result<Report> forecast(ReportContext &context);
[[nodiscard]] Result<Report> spikes(ReportContext &context);
[[nodiscard]] Result<Report> unpricedModels(ReportContext &context);
[[nodiscard]] Result<Report> usage(ReportContext &context);
[[nodiscard]] Result<Report> costByTag(ReportContext &context);
[[nodiscard]] Result<Report> providerMetrics(ReportContext &context);
[[nodiscard]] Result<Report> savings(ReportContext &context);
[[nodiscard]] Result<Report> comparison(ReportContext &context);

} // namespace core
