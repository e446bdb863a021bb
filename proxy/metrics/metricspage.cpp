// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/metrics/metricspage.h"

#include "proxy/accounts.h"
#include "proxy/alerts/alerts.h"
#include "proxy/api/adminapi.h"
#include "proxy/metrics/callmetrics.h"
#include "proxy/metrics/families.h"
#include "proxy/responsecache.h"
#include "proxy/telemetry/telemetry.h"
#include "proxy/upstream/metricstext.h"
#include "proxy/upstream/upstreams.h"

#include <prometheus/text_serializer.h>
#include <sstream>

namespace proxy {

namespace {
void addLedgerFamilies(Accounts &accounts, MetricFamilies &families)
{
    families.push_back(gaugeFamily("capstan_holds", "Open holds."));
    addSample(families.back(), {}, static_cast<double>(accounts.openHolds()));
    families.push_back(
        gaugeFamily("capstan_ledger_queue_records", "Records that are not on the disk yet."));
    addSample(families.back(), {}, static_cast<double>(accounts.ledgerDepth()));
    families.push_back(
        gaugeFamily("capstan_ledger_failing", "1 while the ledger cannot be written."));
    addSample(families.back(), {}, accounts.ledgerError().isEmpty() ? 0 : 1);
}

void addCacheFamilies(const ResponseCache::Figures &cache, MetricFamilies &families)
{
    families.push_back(counterFamily("capstan_cache_requests_total",
                                     "Calls that might be answered from the cache."));
    addSample(families.back(), {{"result", "hit"}}, static_cast<double>(cache.hits));
    addSample(families.back(), {{"result", "miss"}}, static_cast<double>(cache.misses));
    families.push_back(gaugeFamily("capstan_cache_bytes", "Held by answers in the cache."));
    addSample(families.back(), {}, static_cast<double>(cache.bytes));
}

QByteArray textOf(MetricFamilies families)
{
    // A family without a series would be a heading without a text.
    std::erase_if(families, [](const auto &family) { return family.metric.empty(); });
    std::ostringstream text;
    prometheus::TextSerializer().Serialize(text, families);
    return QByteArray::fromStdString(text.str());
}
} // namespace

core::Ledger::Sum sumOnPage(const core::LifetimeTotals &totals)
{
    MetricFamilies families;
    addSpendFamilies(core::Snapshot(), totals, families);
    const MetricsText text(textOf(families), "capstan_");
    const auto sum = [&text](QByteArrayView name, QByteArrayView label = {}) {
        return static_cast<qint64>(text.sum(name, label).value_or(0));
    };
    core::Ledger::Sum all;
    all.cost = core::Money::fromNanos(sum("capstan_cost_nanodollars_total"));
    all.calls = sum("capstan_requests_total");
    all.usage.input = sum("capstan_tokens_total", "kind=\"input\"");
    all.usage.cachedInput = sum("capstan_tokens_total", "kind=\"cached_input\"");
    all.usage.cacheWrite = sum("capstan_tokens_total", "kind=\"cache_write\"");
    all.usage.output = sum("capstan_tokens_total", "kind=\"output\"");
    return all;
}

QByteArray metricsPage(const WorkerContext &worker)
{
    core::Snapshot snapshot = worker.accounts.snapshot(0).value_or(core::Snapshot());
    snapshot.destinations = worker.telemetry.status();
    worker.alerts.fill(snapshot);
    MetricFamilies families;
    addSpendFamilies(snapshot, worker.accounts.lifetime(), families);
    addBudgetFamilies(snapshot, families);
    addLedgerFamilies(worker.accounts, families);
    std::vector<core::UpstreamStatus> upstreams;
    for (const auto &one : worker.upstreams.all()) {
        upstreams.push_back(one->provider.models.status());
    }
    addUpstreamFamilies(upstreams, families);
    addDestinationFamilies(snapshot.destinations, families);
    addCacheFamilies(worker.cache.figures(), families);
    worker.metrics.addFamilies(families);
    if (worker.settings.legacyMetrics) {
        worker.metrics.addLegacyFamilies(families);
    }
    return textOf(std::move(families));
}

void answerMetrics(const WorkerContext &worker, const HttpRequest &request, ClientStream &client)
{
    if (!request.peer.isLoopback() && !mayAdminister(worker, request, client)) {
        return;
    }
    client.respond(
        200, {{"content-type", "text/plain; version=0.0.4; charset=utf-8"}}, metricsPage(worker));
}

} // namespace proxy
