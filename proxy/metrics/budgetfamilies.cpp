// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/metrics/families.h"

#include <algorithm>

namespace proxy {

namespace {
/// Enough for the tenants of an office several times over; Prometheus keeps each for weeks.
constexpr std::size_t BucketsShown = 200;
/// A window that ends later than this does not end: lifetime.
constexpr std::chrono::years FarFuture{100};

double share(const core::BucketState &state)
{
    const double used = static_cast<double>(state.settled) + static_cast<double>(state.held);
    return used / static_cast<double>(std::max<qint64>(state.cap, 1));
}

QByteArray unitName(core::Unit unit)
{
    switch (unit) {
    case core::Unit::Usd:
        return "dollars";
    case core::Unit::Tokens:
        return "tokens";
    case core::Unit::Requests:
        return "requests";
    }
    return {};
}

/// In the bucket's own unit: dollars, tokens or requests.
double amount(core::Unit unit, qint64 value)
{
    return unit == core::Unit::Usd ? dollars(core::Money::fromNanos(value))
                                   : static_cast<double>(value);
}

struct BudgetFamilies
{
    prometheus::MetricFamily limit = gaugeFamily(
        "capstan_budget_limit", "Where a budget refuses, in its unit (the label unit says which).");
    prometheus::MetricFamily spent =
        gaugeFamily("capstan_budget_spent", "Settled in the present window.");
    prometheus::MetricFamily held = gaugeFamily("capstan_budget_held", "Held for calls in flight.");
    prometheus::MetricFamily remaining =
        gaugeFamily("capstan_budget_remaining", "What is neither spent nor held.");
    prometheus::MetricFamily reset =
        gaugeFamily("capstan_budget_reset_seconds", "Until the window ends; lifetime has none.");

    void add(const core::BucketState &state, core::Time now)
    {
        const MetricLabels labels{
            {"budget", state.budgetId}, {"label", state.label}, {"unit", unitName(state.unit)}};
        const qint64 free = std::max<qint64>(state.cap - state.settled - state.held, 0);
        addSample(limit, labels, amount(state.unit, state.cap));
        addSample(spent, labels, amount(state.unit, state.settled));
        addSample(held, labels, amount(state.unit, state.held));
        addSample(remaining, labels, amount(state.unit, free));
        if (state.span.ends < now + FarFuture) {
            addSample(reset, labels, std::chrono::duration<double>(state.span.ends - now).count());
        }
    }
};
} // namespace

void addBudgetFamilies(const core::Snapshot &snapshot, MetricFamilies &families)
{
    std::vector<core::BucketState> buckets = snapshot.buckets;
    const std::size_t shown = std::min(buckets.size(), BucketsShown);
    std::ranges::partial_sort(
        buckets, buckets.begin() + static_cast<qsizetype>(shown), [](const auto &a, const auto &b) {
            return std::pair(-share(a), a.key) < std::pair(-share(b), b.key);
        });
    const std::size_t hidden = buckets.size() - shown;
    buckets.resize(shown);
    BudgetFamilies all;
    for (const core::BucketState &state : buckets) {
        all.add(state, snapshot.at);
    }
    for (prometheus::MetricFamily *family :
         {&all.limit, &all.spent, &all.held, &all.remaining, &all.reset}) {
        families.push_back(std::move(*family));
    }
    families.push_back(gaugeFamily("capstan_budget_buckets_not_shown",
                                   "Buckets beyond the fullest that are listed here."));
    addSample(families.back(), {}, static_cast<double>(hidden));
}

} // namespace proxy
