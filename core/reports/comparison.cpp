// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/reportcontext.h"
#include "core/reports/reportprices.h"

#include <algorithm>

namespace core {

namespace {

/// What all calls of the range used, and cost where they were served.
Result<CostSum> trafficOf(ReportContext &context)
{
    const auto sums = context.by({Dimension::Provider});
    if (!sums) {
        return sums.error();
    }
    CostSum all;
    for (auto it = sums->cbegin(); it != sums->cend(); ++it) {
        if (it.key()[0] != CacheProvider) { // nobody generated anything
            all.add(*it);
        }
    }
    return all;
}

/// Tiers depend on single calls, of which a sum knows nothing: the basic rates.
Result<Money> costAt(Price price, const CostSum &traffic)
{
    price.tiers.clear();
    const Money each = std::exchange(price.perRequest, Money());
    Result<Money> tokens = charge(price, traffic.usage);
    if (tokens.ok()) {
        *tokens += Money::fromNanos(each.nanos() * traffic.calls);
    }
    return tokens;
}

/// Of the money that was spent; null where nothing was.
ReportCell percentOf(Money saved, Money spent)
{
    return spent == Money() ? ReportCell()
                            : ReportCell(100 * static_cast<double>(saved.nanos()) /
                                         static_cast<double>(spent.nanos()));
}

} // namespace

/// S1-40: every model of the price book, the cheapest first.
Result<Report> comparison(ReportContext &context)
{
    const auto traffic = trafficOf(context);
    if (!traffic) {
        return traffic.error();
    }
    Report report;
    report.columns = {"model", "cost_usd", "saved_usd", "saved_percent"};
    if (context.query.prices == nullptr || traffic->calls == 0) {
        return report;
    }
    std::vector<std::pair<Money, QByteArray>> models;
    for (const Price &price : context.query.prices->prices()) {
        const bool isInForce = context.query.prices->find(price.model, context.query.now) == &price;
        const auto cost = costAt(price, *traffic);
        if (isInForce && cost.ok()) {
            models.emplace_back(*cost, price.model.toUtf8());
        }
    }
    std::ranges::sort(models);
    for (const auto &[cost, model] : models) {
        const Money saved = traffic->cost - cost;
        report.rows.push_back({model, cost, saved, percentOf(saved, traffic->cost)});
    }
    return report;
}

} // namespace core
