// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/upstream/enginewatch.h"

namespace proxy {

namespace {
/// The first of these names that the page has: vLLM renames, and both live in the field
/// (vllm-protocol section 4).
double counter(const MetricsText &metrics, std::initializer_list<QByteArrayView> names)
{
    for (const QByteArrayView name : names) {
        if (const auto value = metrics.sum(name)) {
            return *value;
        }
    }
    return -1;
}

/// Nothing between the two looks, or a counter that fell: -1.
double growth(double before, double after)
{
    return before < 0 || after < before ? -1 : after - before;
}
} // namespace

EngineWatch::EngineWatch(const std::optional<core::OwnHardware> &hardware)
{
    if (hardware) {
        m_meter.emplace(*hardware);
    }
}

EngineWatch::Counters EngineWatch::countersIn(const MetricsText &metrics)
{
    return {
        .prompt = static_cast<qint64>(counter(metrics, {"vllm:prompt_tokens_total"})),
        .output = static_cast<qint64>(counter(metrics, {"vllm:generation_tokens_total"})),
        .prefixQueries = counter(
            metrics, {"vllm:prefix_cache_queries_total", "vllm:gpu_prefix_cache_queries_total"}),
        .prefixHits =
            counter(metrics, {"vllm:prefix_cache_hits_total", "vllm:gpu_prefix_cache_hits_total"}),
        .firstTokenSum = counter(metrics, {"vllm:time_to_first_token_seconds_sum"}),
        .firstTokenCount = counter(metrics, {"vllm:time_to_first_token_seconds_count"}),
    };
}

void EngineWatch::look(const MetricsText &metrics, const UpstreamUse &ours, core::Time now)
{
    const Counters counters = countersIn(metrics);
    if (counters.prompt < 0 || counters.output < 0) {
        return; // no vLLM: there is nothing to compare with
    }
    measure(counters, now);
    compare(counters, ours, now);
    if (m_meter) {
        const bool isBusy = metrics.sum("vllm:num_requests_running").value_or(0) > 0;
        m_meter->look(now, counters.prompt + counters.output, isBusy);
    }
    m_last = counters;
    m_lastAt = now;
    m_lastUse = ours;
}

void EngineWatch::measure(const Counters &counters, core::Time now)
{
    const double elapsed = std::chrono::duration<double>(now - m_lastAt).count();
    const auto speed = [elapsed](qint64 before, qint64 after) {
        const double tokens = growth(static_cast<double>(before), static_cast<double>(after));
        return tokens < 0 || elapsed <= 0 ? -1 : tokens / elapsed;
    };
    m_engine.promptTokens = counters.prompt;
    m_engine.outputTokens = counters.output;
    m_engine.promptTokensPerSecond = speed(m_last.prompt, counters.prompt);
    m_engine.outputTokensPerSecond = speed(m_last.output, counters.output);
    // Ratios of a quiet moment would be nought by nought: the last known ones stay.
    if (const double queries = growth(m_last.prefixQueries, counters.prefixQueries); queries > 0) {
        m_engine.prefixHitRatio = growth(m_last.prefixHits, counters.prefixHits) / queries;
    }
    if (const double calls = growth(m_last.firstTokenCount, counters.firstTokenCount); calls > 0) {
        m_engine.firstTokenSeconds = growth(m_last.firstTokenSum, counters.firstTokenSum) / calls;
    }
}

/// vLLM counts a step a moment after it has sent the step's tokens: what ended since the last look
/// may or may not be counted yet.
void EngineWatch::compare(const Counters &counters, const UpstreamUse &ours, core::Time now)
{
    m_prompt.take(counters.prompt, {m_lastUse.prompt.least, ours.prompt.most});
    m_output.take(counters.output, {m_lastUse.output.least, ours.output.most});
    const bool wasClean = !m_traffic.isUnmetered() && !m_traffic.isOurError();
    m_traffic.unmeteredPrompt = m_prompt.unmetered();
    m_traffic.unmeteredOutput = m_output.unmetered();
    m_traffic.overcountedPrompt = m_prompt.overcounted();
    m_traffic.overcountedOutput = m_output.overcounted();
    m_traffic.isExact = m_prompt.isExact() && m_output.isExact();
    if (wasClean && (m_traffic.isUnmetered() || m_traffic.isOurError())) {
        m_traffic.since = now;
    }
}

std::optional<core::OwnHardwareCost> EngineWatch::hardwareCost() const
{
    return m_meter ? m_meter->cost() : std::nullopt;
}

} // namespace proxy
