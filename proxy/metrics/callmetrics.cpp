// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/metrics/callmetrics.h"

#include "proxy/pipeline/requestcontext.h"

#include <algorithm>

namespace proxy {

using core::CountQuality;
using core::Dimension;

namespace {
/// Answers of language models: from a cached word to a long reasoning.
const prometheus::Histogram::BucketBoundaries CallSeconds{
    0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20, 40, 80, 160, 320, 640};
const prometheus::Histogram::BucketBoundaries FirstTokenSeconds{
    0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20, 40, 80};
/// Ten microseconds to a tenth of a second: where our own time lies, and where it must not.
const prometheus::Histogram::BucketBoundaries OwnSeconds{
    10e-6, 25e-6, 50e-6, 100e-6, 250e-6, 500e-6, 1e-3, 2.5e-3, 5e-3, 10e-3, 25e-3, 0.1};
/// What an upstream may generate after the last chunk that reached us of a stream that was cut:
/// some seconds' worth at the speed of one stream.
constexpr qint64 UnseenPerChoice = 256;

double seconds(core::Duration duration)
{
    return std::chrono::duration<double>(std::max(duration, core::Duration(0))).count();
}

qint64 choices(const RequestContext &context)
{
    return std::max<qint64>(context.bound.choices, 1);
}

/// vLLM counts the prompt once for each choice (v1 parallel sampling), the answer's usage once.
UpstreamUse boundOf(const RequestContext &context)
{
    const CallBound &bound = context.bound;
    return {{0, bound.promptTokens * choices(context)}, {0, bound.outputTokens * choices(context)}};
}

UpstreamUse useOf(const RequestContext &context, const core::TokenUsage &usage)
{
    const UpstreamUse bound = boundOf(context);
    const qint64 prompt = usage.prompt();
    if (usage.quality == CountQuality::Reported) {
        return {{prompt, prompt * choices(context)}, {usage.output, usage.output}};
    }
    if (usage.quality == CountQuality::LowerBound) {
        const qint64 unseen = UnseenPerChoice * choices(context);
        return {{prompt, std::max(prompt * choices(context), bound.prompt.most)},
                {usage.output, usage.output + unseen}};
    }
    return bound;
}

QByteArray reasonOf(int status)
{
    switch (status) {
    case 0:
        return "no_answer";
    case 429:
        return "rate_limited";
    default:
        return status >= 500 ? "server_error" : "refused";
    }
}

void change(UpstreamUse &use, const UpstreamUse &more, const UpstreamUse &less)
{
    use.prompt += more.prompt;
    use.output += more.output;
    use.prompt -= less.prompt;
    use.output -= less.output;
}
} // namespace

CallMetrics::Provider::Provider()
    : duration(CallSeconds)
    , firstToken(FirstTokenSeconds)
{}

CallMetrics::CallMetrics(bool countsLegacy)
    : m_countsLegacy(countsLegacy)
    , m_admit(OwnSeconds)
    , m_record(OwnSeconds)
    , m_relay(OwnSeconds)
{}

CallMetrics::Provider &CallMetrics::provider(const QByteArray &name)
{
    std::unique_ptr<Provider> &found = m_providers[name];
    if (!found) {
        found = std::make_unique<Provider>();
    }
    return *found;
}

void CallMetrics::sent(const RequestContext &context)
{
    const std::lock_guard lock(m_mutex);
    change(provider(context.attribution.of(Dimension::Provider)).use, boundOf(context), {});
}

void CallMetrics::notSent(const RequestContext &context)
{
    const std::lock_guard lock(m_mutex);
    change(provider(context.attribution.of(Dimension::Provider)).use, {}, boundOf(context));
}

void CallMetrics::settled(const RequestContext &context, const core::SettlementRecord &record)
{
    const core::Duration admit = context.admittedAt - context.receivedAt - context.queued;
    const core::Duration write = context.dispatchedAt - context.admittedAt;
    const std::lock_guard lock(m_mutex);
    Provider &upstream = provider(record.attribution.of(Dimension::Provider));
    change(upstream.use, useOf(context, record.usage), boundOf(context));
    upstream.duration.Observe(seconds(context.upstreamTime));
    if (context.firstByteAt != core::Time{}) {
        upstream.firstToken.Observe(seconds(context.firstByteAt - context.dispatchedAt));
    }
    if (context.attempt == 1) { // a later one's times hold the earlier ones'
        m_admit.Observe(seconds(admit));
        m_record.Observe(seconds(write));
        m_relay.Observe(seconds(record.overhead - admit - write));
    }
    m_endings.add({record.attribution.of(Dimension::Provider),
                   core::endingName(record.ending).toByteArray()});
    m_decisions.add({core::decisionName(context.decision).toByteArray()});
    if (record.priceSource == "unpriced") {
        ++m_unpriced;
    }
    if (m_countsLegacy) {
        countLegacy(context, record);
    }
}

void CallMetrics::turnedAway(const core::RefusalRecord &record)
{
    const std::lock_guard lock(m_mutex);
    m_decisions.add({core::decisionName(record.decision).toByteArray()});
    m_refusals.add({record.code});
    if (record.code == "model_unpriced") {
        ++m_unpriced;
    }
    if (record.code.contains("budget")) {
        m_legacyBudget.add({"exceeded", "refuse"});
    }
}

void CallMetrics::fellBack(const QByteArray &from, const QByteArray &to, int status)
{
    const QByteArray reason = reasonOf(status);
    const std::lock_guard lock(m_mutex);
    m_fallbacks.add({from, to, reason});
    m_legacyFallbacks.add({from, to, reason});
}

UpstreamUse CallMetrics::use(const QByteArray &provider) const
{
    const std::lock_guard lock(m_mutex);
    const auto it = m_providers.find(provider);
    return it == m_providers.end() ? UpstreamUse() : it->second->use;
}

void CallMetrics::addFamilies(MetricFamilies &families) const
{
    const std::lock_guard lock(m_mutex);
    for (const LabelledCounts *counts : {&m_endings, &m_decisions, &m_refusals, &m_fallbacks}) {
        families.push_back(counts->family());
    }
    families.push_back(counterFamily("capstan_unpriced_calls_total",
                                     "Calls for a model without a price, refused ones included."));
    addSample(families.back(), {}, static_cast<double>(m_unpriced));
    prometheus::MetricFamily duration = histogramFamily(
        "capstan_upstream_duration_seconds", "From sending a call to the end of its answer.");
    prometheus::MetricFamily first = histogramFamily(
        "capstan_first_token_seconds", "From sending a call to the first byte of its answer.");
    for (const auto &[name, upstream] : m_providers) {
        addHistogram(duration, {{"provider", name}}, upstream->duration);
        addHistogram(first, {{"provider", name}}, upstream->firstToken);
    }
    families.push_back(std::move(duration));
    families.push_back(std::move(first));
    families.push_back(histogramFamily("capstan_overhead_seconds",
                                       "Capstan's own share of a call's time, by stage: to be "
                                       "admitted, to be written to the ledger, to be relayed."));
    addHistogram(families.back(), {{"stage", "admit"}}, m_admit);
    addHistogram(families.back(), {{"stage", "record"}}, m_record);
    addHistogram(families.back(), {{"stage", "relay"}}, m_relay);
}

} // namespace proxy
