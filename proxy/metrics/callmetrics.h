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
    CallMetrics();

    // --- a call's life (MeteredCall) ---------------------------------------------------------
    /// Just before the upstream may see the request.
    void sent(const RequestContext &context);
    /// After it; nothing was used when the upstream never saw it.
    void notSent(const RequestContext &context);
    void settled(const RequestContext &context, const core::SettlementRecord &record);
    void turnedAway(const core::RefusalRecord &record);
    /// A call that goes to another upstream or model than it was meant for. `reason` is one of a
    /// small fixed set.
    void fellBack(const QByteArray &from, const QByteArray &to, const QByteArray &reason);

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

    mutable std::mutex m_mutex;                                  ///< guards what follows
    std::map<QByteArray, std::unique_ptr<Provider>> m_providers; ///< they come from configuration
    prometheus::Histogram m_admit;
    prometheus::Histogram m_record;
    prometheus::Histogram m_relay;
    LabelledCounts m_endings;
    LabelledCounts m_decisions;
    LabelledCounts m_refusals;
    LabelledCounts m_fallbacks;
    qint64 m_unpriced = 0;
    LabelledCounts m_legacyRequests;
    LabelledCounts m_legacyTokens;
    LabelledCounts m_legacyDecisions;
    LabelledCounts m_legacyFallbacks;
    LabelledCounts m_legacyBudget;
};

} // namespace proxy
