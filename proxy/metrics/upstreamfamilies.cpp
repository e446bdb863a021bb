// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/metrics/families.h"

namespace proxy {

namespace {
struct UpstreamFamilies
{
    prometheus::MetricFamily up =
        gaugeFamily("capstan_upstream_up", "1 while the upstream answers.");
    prometheus::MetricFamily running =
        gaugeFamily("capstan_upstream_running_requests", "Requests that the engine computes.");
    prometheus::MetricFamily waiting =
        gaugeFamily("capstan_upstream_waiting_requests", "Requests that wait in the engine.");
    prometheus::MetricFamily cache =
        gaugeFamily("capstan_upstream_kv_cache_ratio", "Share of the KV cache in use.");
    prometheus::MetricFamily prefix = gaugeFamily(
        "capstan_upstream_prefix_hit_ratio", "Share of prompt tokens found in the prefix cache.");
    prometheus::MetricFamily speed = gaugeFamily("capstan_upstream_tokens_per_second",
                                                 "Tokens that the engine computes a second.");
    prometheus::MetricFamily first = gaugeFamily("capstan_upstream_first_token_seconds",
                                                 "Mean time to the first token, by the engine.");
    prometheus::MetricFamily tokens = counterFamily(
        "capstan_upstream_tokens_total", "The engine's own token counters, since its start.");
    prometheus::MetricFamily unmetered =
        gaugeFamily("capstan_unmetered_tokens",
                    "Tokens that reached the upstream past Capstan, at least, since the start.");
    prometheus::MetricFamily over =
        gaugeFamily("capstan_overcounted_tokens",
                    "Tokens that Capstan booked and the upstream did not count, since the start.");
    prometheus::MetricFamily aboveBound =
        counterFamily("capstan_calls_above_bound_total",
                      "Calls that used more than was held for them; they are charged in full.");

    prometheus::MetricFamily hourly =
        gaugeFamily("capstan_own_hardware_dollars_per_hour",
                    "What the upstream's machine cost in the last hour, as busy as it was.");
    prometheus::MetricFamily idle = gaugeFamily("capstan_own_hardware_idle_dollars",
                                                "The part of the last hour that computed nothing.");
    prometheus::MetricFamily perMillion =
        gaugeFamily("capstan_own_hardware_dollars_per_million_tokens",
                    "The machine's cost over the tokens it computed in the last hour.");

    static void addKnown(prometheus::MetricFamily &family, const MetricLabels &labels, double value)
    {
        if (value >= 0) {
            addSample(family, labels, value);
        }
    }

    static void addBoth(prometheus::MetricFamily &family,
                        const QByteArray &provider,
                        double prompt,
                        double output)
    {
        addKnown(family, {{"provider", provider}, {"kind", "prompt"}}, prompt);
        addKnown(family, {{"provider", provider}, {"kind", "output"}}, output);
    }

    void add(const core::UpstreamStatus &status)
    {
        const QByteArray name = status.name.toUtf8();
        const MetricLabels labels{{"provider", name}};
        const core::EngineFigures &engine = status.engine;
        const core::TrafficFinding &traffic = status.traffic;
        addSample(up, labels, status.reachable ? 1 : 0);
        addKnown(running, labels, status.running);
        addKnown(waiting, labels, status.waiting);
        addKnown(cache, labels, status.kvCacheUse);
        addKnown(prefix, labels, engine.prefixHitRatio);
        addKnown(first, labels, engine.firstTokenSeconds);
        addBoth(speed, name, engine.promptTokensPerSecond, engine.outputTokensPerSecond);
        addBoth(tokens,
                name,
                static_cast<double>(engine.promptTokens),
                static_cast<double>(engine.outputTokens));
        addBoth(unmetered,
                name,
                static_cast<double>(traffic.unmeteredPrompt),
                static_cast<double>(traffic.unmeteredOutput));
        addBoth(over,
                name,
                static_cast<double>(traffic.overcountedPrompt),
                static_cast<double>(traffic.overcountedOutput));
        addSample(aboveBound, labels, static_cast<double>(status.callsAboveBound));
        addHardware(labels, status.ownHardware);
    }

    void addHardware(const MetricLabels &labels, const std::optional<core::OwnHardwareCost> &cost)
    {
        if (cost) {
            addSample(hourly, labels, dollars(cost->perHour));
            addSample(idle, labels, dollars(cost->idleInLastHour));
        }
        if (cost && cost->perMillionTokens) {
            addSample(perMillion, labels, dollars(*cost->perMillionTokens));
        }
    }
};
} // namespace

void addUpstreamFamilies(const std::vector<core::UpstreamStatus> &upstreams,
                         MetricFamilies &families)
{
    UpstreamFamilies all;
    for (const core::UpstreamStatus &status : upstreams) {
        all.add(status);
    }
    for (prometheus::MetricFamily *family : {&all.up,
                                             &all.running,
                                             &all.waiting,
                                             &all.cache,
                                             &all.prefix,
                                             &all.speed,
                                             &all.first,
                                             &all.tokens,
                                             &all.unmetered,
                                             &all.over,
                                             &all.aboveBound,
                                             &all.hourly,
                                             &all.idle,
                                             &all.perMillion}) {
        families.push_back(std::move(*family));
    }
}

} // namespace proxy
