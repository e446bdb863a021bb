// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/metrics/families.h"

#include <array>

namespace proxy {

namespace {
double number(qint64 value)
{
    return static_cast<double>(value);
}

void addModels(const core::LifetimeTotals::ModelSums &models, MetricFamilies &families)
{
    prometheus::MetricFamily requests = counterFamily(
        "capstan_requests_total", "Calls in the ledger, those before the last start included.");
    prometheus::MetricFamily tokens =
        counterFamily("capstan_tokens_total", "Tokens in the ledger, each of exactly one kind.");
    prometheus::MetricFamily cost =
        counterFamily("capstan_cost_dollars_total", "Dollars in the ledger.");
    for (const auto &[provider, model, sum] : models) {
        const MetricLabels labels{{"provider", provider}, {"model", model}};
        addSample(requests, labels, number(sum.calls));
        addSample(cost, labels, dollars(sum.cost));
        const std::array kinds{std::pair("input", sum.usage.input),
                               std::pair("cached_input", sum.usage.cachedInput),
                               std::pair("cache_write", sum.usage.cacheWrite),
                               std::pair("output", sum.usage.output)};
        for (const auto &[kind, count] : kinds) {
            addSample(
                tokens, {{"provider", provider}, {"model", model}, {"kind", kind}}, number(count));
        }
    }
    for (prometheus::MetricFamily *family : {&requests, &tokens, &cost}) {
        families.push_back(std::move(*family));
    }
}

void addTenants(const core::LifetimeTotals::TenantSums &tenants, MetricFamilies &families)
{
    prometheus::MetricFamily requests = counterFamily(
        "capstan_tenant_requests_total",
        "Calls in the ledger by tenant; what has no place of its own is under \"other\".");
    prometheus::MetricFamily tokens =
        counterFamily("capstan_tenant_tokens_total", "Tokens in the ledger by tenant.");
    prometheus::MetricFamily cost =
        counterFamily("capstan_tenant_cost_dollars_total", "Dollars in the ledger by tenant.");
    for (const auto &[name, sum] : tenants) {
        addSample(requests, {{"tenant", name}}, number(sum.calls));
        addSample(tokens, {{"tenant", name}}, number(sum.usage.total()));
        addSample(cost, {{"tenant", name}}, dollars(sum.cost));
    }
    for (prometheus::MetricFamily *family : {&requests, &tokens, &cost}) {
        families.push_back(std::move(*family));
    }
}

void addGauge(MetricFamilies &families, const char *name, const char *help, double value)
{
    families.push_back(gaugeFamily(name, help));
    addSample(families.back(), {}, value);
}
} // namespace

double dollars(core::Money money)
{
    constexpr double NanosPerDollar = 1e9;
    return static_cast<double>(money.nanos()) / NanosPerDollar;
}

void addSpendFamilies(const core::Snapshot &snapshot,
                      const core::LifetimeTotals &totals,
                      MetricFamilies &families)
{
    families.push_back(counterFamily("capstan_cost_nanodollars_total",
                                     "The whole ledger's cost as an exact whole number."));
    addSample(families.back(), {}, number(totals.all().cost.nanos()));
    addModels(totals.models(), families);
    addTenants(totals.tenants(), families);
    addGauge(families, "capstan_running_calls", "Calls in flight.", snapshot.runningCount);
    addGauge(families,
             "capstan_held_dollars",
             "Dollars held for calls in flight.",
             dollars(snapshot.heldNow));
    addGauge(families,
             "capstan_spend_today_dollars",
             "Dollars spent today, calls in flight included.",
             dollars(snapshot.spentToday));
    addGauge(families,
             "capstan_spend_this_month_dollars",
             "Dollars spent this month, calls in flight included.",
             dollars(snapshot.spentThisMonth));
    addGauge(families,
             "capstan_burn_dollars_per_hour",
             "Spend of the last five minutes as an hourly rate.",
             dollars(snapshot.burnPerHour));
    addGauge(families,
             "capstan_recovered_calls",
             "Calls open at the last crash, counted at their bound.",
             snapshot.recoveredCalls);
}

} // namespace proxy
