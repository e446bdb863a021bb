// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/ledger/records.h"
#include "proxy/metrics/metricfamily.h"
#include "proxy/upstream/upstreamuse.h"

#include <map>
#include <memory>
#include <mutex>
#include <prometheus/histogram.h>

namespace proxy {

struct RelayEnd;
struct RequestContext;

/// What is counted call by call since the start of this process, for /metrics and for comparing
/// with each upstream's own counters. Money and tokens are not here: /metrics takes those from the
/// totals that also stand in the ledger. Any thread; a call costs three short visits.
class CallMetrics
{
public:
    /// Without `countsLegacy`, addLegacyFamilies() has nothing to add.
    explicit CallMetrics(bool countsLegacy);

    // --- a call's life (MeteredCall) ---------------------------------------------------------
    /// Just before the upstream may see the request.
    void sent(const RequestContext &context);
    /// After it; nothing was used when the upstream never saw it.
    void notSent(const RequestContext &context);
    void settled(const RequestContext &context, const core::SettlementRecord &record);
    void turnedAway(const core::RefusalRecord &record);
    /// A call that is tried again, at the same provider or another, after an answer with this
    /// status; 0: after none.
    void fellBack(const QByteArray &from, const QByteArray &to, int status);

    // --- questions ---------------------------------------------------------------------------
    /// Tokens that this provider may have counted for calls of ours.
    [[nodiscard]] UpstreamUse use(const QByteArray &provider) const;
    void addFamilies(MetricFamilies &families) const;
    /// The metric families of seed S2 under their own names.
    void addLegacyFamilies(MetricFamilies &families) const;

private:
    struct Provider
    {
        Provider();
        prometheus::Histogram duration;
        prometheus::Histogram firstToken;
        UpstreamUse use;
    };
    [[nodiscard]] Provider &provider(const QByteArray &name);
    void countLegacy(const RequestContext &context, const core::SettlementRecord &record);

    const bool m_countsLegacy;
    mutable std::mutex m_mutex;                                  ///< guards what follows
    std::map<QByteArray, std::unique_ptr<Provider>> m_providers; ///< they come from configuration
    prometheus::Histogram m_admit;
    prometheus::Histogram m_record;
    prometheus::Histogram m_relay;
    LabelledCounts m_endings{"capstan_call_endings_total",
                             "Calls that ran, by how they came to their end.",
                             {"provider", "ending"}};
    LabelledCounts m_decisions{
        "capstan_decisions_total", "Calls by what was decided before they ran.", {"decision"}};
    LabelledCounts m_refusals{"capstan_refusals_total",
                              "Calls that were not let through, by the code of the answer.",
                              {"code"}};
    LabelledCounts m_fallbacks{"capstan_fallbacks_total",
                               "Calls that went to another place than meant.",
                               {"from", "to", "reason"}};
    qint64 m_unpriced = 0;
    LabelledCounts m_legacyRequests{"vapora_llm_provider_requests_total",
                                    "Requests by provider, task type and status.",
                                    {"provider", "task_type", "status"}};
    LabelledCounts m_legacyTokens{
        "vapora_llm_provider_tokens_total", "Tokens by provider and kind.", {"provider", "type"}};
    LabelledCounts m_legacyDecisions{"vapora_llm_routing_decisions_total",
                                     "Routing decisions by provider, task type and reason.",
                                     {"selected_provider", "task_type", "reason"}};
    LabelledCounts m_legacyFallbacks{"vapora_llm_fallback_triggers_total",
                                     "Fallbacks from one provider to another.",
                                     {"from_provider", "to_provider", "reason"}};
    LabelledCounts m_legacyBudget{"vapora_llm_budget_enforcement_total",
                                  "Budget tiers and what was done there.",
                                  {"tier", "action"}};
};

} // namespace proxy
