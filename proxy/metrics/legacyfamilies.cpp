// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/metrics/callmetrics.h"
#include "proxy/pipeline/requestcontext.h"

// The metric families of seed S2 (S2-39 ... S2-44), for dashboards that exist already.

namespace proxy {

using core::Decision;
using core::Dimension;

namespace {
/// A client chooses it; Prometheus keeps it for weeks.
constexpr qsizetype LongestTaskType = 200;

/// S2's task type: the one to route by, else a tag of that name, else the feature, else none.
QByteArray taskType(const RequestContext &context, const core::Attribution &attribution)
{
    const QByteArray routed = headerValue(context.request.headers, "x-capstan-task-type");
    const QByteArray tag = attribution.tag("task_type");
    for (const QByteArray &name : {routed, tag, attribution.of(Dimension::Feature)}) {
        if (!name.isEmpty()) {
            return name.left(LongestTaskType);
        }
    }
    return "none";
}

/// S2's "override" is a caller who names a model where rules would have chosen one (S2-07).
QByteArray reasonOf(const RequestContext &context)
{
    switch (context.decision) {
    case Decision::Downgrade:
    case Decision::Clamp:
        return "budget";
    case Decision::Fallback:
        return "fallback";
    default:
        break;
    }
    if (context.routedBy == core::RouteReason::Budget) {
        return "budget";
    }
    return context.routedBy == core::RouteReason::Named ? "override" : "rules";
}
} // namespace

void CallMetrics::countLegacy(const RequestContext &context, const core::SettlementRecord &record)
{
    const QByteArray &provider = record.attribution.of(Dimension::Provider);
    const QByteArray task = taskType(context, record.attribution);
    const bool failed = record.ending == core::Ending::UpstreamError || record.httpStatus >= 400;
    m_legacyRequests.add({provider, task, failed ? "error" : "success"});
    m_legacyDecisions.add({provider, task, reasonOf(context)});
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
