// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/metrics/callmetrics.h"
#include "proxy/pipeline/requestcontext.h"

// The metric families of seed S2 (S2-39 ... S2-44), for dashboards that exist already.

namespace proxy {

using core::Decision;
using core::Dimension;

namespace {
/// S2's task type: a tag of that name, else the feature, else none.
QByteArray taskType(const core::Attribution &attribution)
{
    const QByteArray tag = attribution.tag("task_type");
    const QByteArray &feature = attribution.of(Dimension::Feature);
    const QByteArray chosen = tag.isEmpty() ? feature : tag;
    return chosen.isEmpty() ? QByteArray("none") : chosen;
}

QByteArray reasonOf(Decision decision)
{
    switch (decision) {
    case Decision::Downgrade:
    case Decision::Clamp:
        return "budget";
    case Decision::Fallback:
        return "fallback";
    default:
        return "rules";
    }
}
} // namespace

void CallMetrics::countLegacy(const RequestContext &context, const core::SettlementRecord &record)
{
    const QByteArray &provider = record.attribution.of(Dimension::Provider);
    const QByteArray task = taskType(record.attribution);
    const bool failed = record.ending == core::Ending::UpstreamError || record.httpStatus >= 400;
    m_legacyRequests.add({provider, task, failed ? "error" : "success"});
    m_legacyDecisions.add({provider, task, reasonOf(context.decision)});
    m_legacyTokens.add({provider, "input"}, record.usage.input);
    m_legacyTokens.add({provider, "cached_input"}, record.usage.cachedInput);
    m_legacyTokens.add({provider, "cache_write"}, record.usage.cacheWrite);
    m_legacyTokens.add({provider, "output"}, record.usage.output);
    m_legacyBudget.add({context.warning ? "near_threshold" : "normal",
                        core::decisionName(context.decision).toByteArray()});
}

void CallMetrics::addLegacyFamilies(MetricFamilies &families) const
{
    const std::lock_guard lock(m_mutex);
    for (const LabelledCounts *counts : {&m_legacyRequests,
                                         &m_legacyTokens,
                                         &m_legacyDecisions,
                                         &m_legacyFallbacks,
                                         &m_legacyBudget}) {
        families.push_back(counts->family());
    }
    families.push_back(histogramFamily("vapora_llm_provider_latency_seconds",
                                       "From sending a call to the end of its answer."));
    for (const auto &[name, upstream] : m_providers) {
        addHistogram(families.back(), {{"provider", name}}, upstream->duration);
    }
}

} // namespace proxy
