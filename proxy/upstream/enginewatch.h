// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pricing/ownhardware.h"
#include "core/reconciliation/enginefigures.h"
#include "core/reconciliation/trafficcomparison.h"
#include "proxy/upstream/metricstext.h"
#include "proxy/upstream/upstreamuse.h"

#include <optional>

namespace proxy {

/// Reads look after look of one upstream's /metrics, in vLLM's old and new names: its speed, what
/// of its traffic Capstan knows, and what its hardware costs. Not thread-safe.
class EngineWatch
{
public:
    explicit EngineWatch(const std::optional<core::OwnHardware> &hardware);

    /// `ours`: what calls of ours have used, as of now.
    void look(const MetricsText &metrics, const UpstreamUse &ours, core::Time now);

    [[nodiscard]] const core::EngineFigures &engine() const { return m_engine; }
    [[nodiscard]] const core::TrafficFinding &traffic() const { return m_traffic; }
    [[nodiscard]] std::optional<core::OwnHardwareCost> hardwareCost() const;

private:
    struct Counters
    {
        qint64 prompt = -1;
        qint64 output = -1;
        double prefixQueries = -1;
        double prefixHits = -1;
        double firstTokenSum = -1;
        double firstTokenCount = -1;
    };
    [[nodiscard]] static Counters countersIn(const MetricsText &metrics);
    void measure(const Counters &counters, core::Time now);
    void compare(const Counters &counters, const UpstreamUse &ours, core::Time now);

    std::optional<core::OwnHardwareMeter> m_meter;
    core::EngineFigures m_engine;
    core::TrafficFinding m_traffic;
    core::TrafficComparison m_prompt;
    core::TrafficComparison m_output;
    Counters m_last;
    core::Time m_lastAt{};
    UpstreamUse m_lastUse;
};

} // namespace proxy
