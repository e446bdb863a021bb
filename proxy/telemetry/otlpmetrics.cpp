// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/telemetry/otlpmetrics.h"

#include "core/base/jsonwriter.h"
#include "proxy/telemetry/eventwords.h"
#include "proxy/telemetry/otlpexporter.h"
#include "proxy/telemetry/otlpjson.h"

#include <QLoggingCategory>

#include <algorithm>

namespace proxy {

using core::Dimension;
using core::JsonWriter;

namespace {
Q_LOGGING_CATEGORY(metricsLog, "capstan.telemetry", QtInfoMsg)

/// AGGREGATION_TEMPORALITY_CUMULATIVE (opentelemetry/proto/metrics/v1/metrics.proto).
constexpr qint64 Cumulative = 2;
/// Clients choose model names: beyond this many series a new one is counted as "_OTHER".
constexpr std::size_t MostSeries = 500;

/// The bounds that the conventions advise (gen-ai-metrics.md).
const std::vector<qint64> TokenBounds{
    1, 4, 16, 64, 256, 1024, 4096, 16384, 65536, 262144, 1048576, 4194304, 16777216, 67108864};
/// 0.01 s to 81.92 s, doubling, in microseconds.
const std::vector<qint64> TimeBounds = [] {
    std::vector<qint64> bounds;
    for (qint64 bound = 10'000; bound <= 81'920'000; bound *= 2) {
        bounds.push_back(bound);
    }
    return bounds;
}();

QByteArray joined(const auto &list, auto text)
{
    QByteArray all;
    for (const auto &one : list) {
        all += (all.isEmpty() ? "" : ",") + text(one);
    }
    return '[' + all + ']';
}

QByteArray seconds(qint64 microseconds)
{
    return otlp::decimalSeconds(core::Duration(microseconds));
}

JsonWriter metric(QByteArrayView name, QByteArrayView unit, QByteArrayView description)
{
    JsonWriter json;
    json.text("name", name).text("unit", unit).text("description", description);
    return json;
}

/// `number` writes a value of the histogram: its sum and its bounds.
QByteArray histogramJson(const auto &histograms,
                         const std::vector<qint64> &bounds,
                         const QByteArray &times,
                         QByteArray (*number)(qint64))
{
    const auto point = [&](const auto &entry) {
        const auto &[attributes, histogram] = entry;
        return "{\"attributes\":" + attributes + ',' + times + ",\"count\":\"" +
               QByteArray::number(histogram.count) + "\",\"sum\":" + number(histogram.sum) +
               ",\"bucketCounts\":" +
               joined(histogram.buckets,
                      [](qint64 count) { return '"' + QByteArray::number(count) + '"'; }) +
               ",\"explicitBounds\":" + joined(bounds, number) + '}';
    };
    return JsonWriter()
        .number("aggregationTemporality", Cumulative)
        .raw("dataPoints", joined(histograms, point))
        .toJson();
}

QByteArray sumJson(const auto &sums, const QByteArray &times, auto value)
{
    const auto point = [&](const auto &entry) {
        return "{\"attributes\":" + entry.first + ',' + times + ',' + value(entry.second) + '}';
    };
    return JsonWriter()
        .number("aggregationTemporality", Cumulative)
        .boolean("isMonotonic", true)
        .raw("dataPoints", joined(sums, point))
        .toJson();
}

QByteArray plainNumber(qint64 number)
{
    return QByteArray::number(number);
}

} // namespace

void OtlpMetrics::Histogram::add(qint64 value, const std::vector<qint64> &bounds)
{
    buckets.resize(bounds.size() + 1);
    // Bucket i counts what is above bound i-1 and at most bound i.
    const auto bucket = std::ranges::lower_bound(bounds, value) - bounds.begin();
    ++buckets[static_cast<std::size_t>(bucket)];
    ++count;
    sum += value;
}

OtlpMetrics::OtlpMetrics(const ExportSite &site, const core::Destination &destination)
    : m_site(site)
    , m_destination(destination)
    , m_startedAt(site.clock.now())
{}

void OtlpMetrics::count(const Events &events)
{
    for (const core::OutboxEvent &event : events) {
        count(event.event);
    }
}

QByteArray OtlpMetrics::attributesOf(const core::CallEvent &event,
                                     QByteArrayView extra,
                                     const QByteArray &value) const
{
    const bool latest = m_destination.conventions == core::Conventions::Latest;
    const QByteArray &provider = event.attribution.of(Dimension::Provider);
    const QByteArray &operation = event.details.operation;
    otlp::Attributes list;
    list.text("gen_ai.operation.name", operation.isEmpty() ? QByteArray("chat") : operation);
    list.text(latest ? "gen_ai.provider.name" : "gen_ai.system",
              provider.isEmpty() ? QByteArray("_OTHER") : provider.toLower());
    const QByteArray &model = event.attribution.of(Dimension::Model);
    list.textIf("gen_ai.request.model", m_requests.size() < MostSeries ? model : "_OTHER");
    if (!extra.isEmpty()) {
        list.textIf(extra, value);
    }
    return list.toJson();
}

void OtlpMetrics::count(const core::CallEvent &event)
{
    const QByteArray error = event.errorType();
    ++m_requests[attributesOf(event, "error.type", error)];
    if (event.kind != core::CallEvent::Kind::Call) {
        return;
    }
    m_cost[attributesOf(event, {}, {})] += event.cost;
    m_durations[attributesOf(event, "error.type", error)].add(
        (event.endedAt - event.startedAt).count(), TimeBounds);
    if (event.details.stream && event.toFirstByte > core::Duration{0}) {
        m_firstChunks[attributesOf(event, {}, {})].add(event.toFirstByte.count(), TimeBounds);
    }
    if (event.usage.quality != core::CountQuality::Unknown) {
        m_tokens[attributesOf(event, "gen_ai.token.type", "input")].add(event.usage.prompt(),
                                                                        TokenBounds);
        m_tokens[attributesOf(event, "gen_ai.token.type", "output")].add(event.usage.output,
                                                                         TokenBounds);
    }
}

QByteArray OtlpMetrics::times(core::Time now) const
{
    return "\"startTimeUnixNano\":" + otlp::nanoseconds(m_startedAt) +
           ",\"timeUnixNano\":" + otlp::nanoseconds(now);
}

QByteArray OtlpMetrics::tokenJson(core::Time now) const
{
    return metric("gen_ai.client.token.usage", "{token}", "Input and output tokens used.")
        .raw("histogram", histogramJson(m_tokens, TokenBounds, times(now), plainNumber))
        .toJson();
}

QByteArray
OtlpMetrics::secondsJson(QByteArrayView name, const Histograms &histograms, core::Time now) const
{
    return metric(name, "s", "Duration as the client sees it.")
        .raw("histogram", histogramJson(histograms, TimeBounds, times(now), seconds))
        .toJson();
}

QByteArray OtlpMetrics::costJson(core::Time now) const
{
    const auto value = [](core::Money cost) {
        return "\"asDouble\":" + cost.toDecimal();
    };
    return metric("llm_gateway.estimated_cost_usd", "{USD}", "What the calls cost, by the ledger.")
        .raw("sum", sumJson(m_cost, times(now), value))
        .toJson();
}

QByteArray OtlpMetrics::requestsJson(core::Time now) const
{
    const auto value = [](qint64 count) {
        return "\"asInt\":\"" + QByteArray::number(count) + '"';
    };
    return metric("llm_gateway.requests", "{request}", "Calls, refused ones included.")
        .raw("sum", sumJson(m_requests, times(now), value))
        .toJson();
}

QByteArray OtlpMetrics::body(core::Time now) const
{
    QByteArrayList metrics{tokenJson(now),
                           secondsJson("gen_ai.client.operation.duration", m_durations, now),
                           costJson(now),
                           requestsJson(now)};
    if (!m_firstChunks.empty()) {
        metrics.push_back(
            secondsJson("gen_ai.client.operation.time_to_first_chunk", m_firstChunks, now));
    }
    return otlp::envelope(m_site, "Metrics", "metrics", metrics.join(','));
}

void OtlpMetrics::post()
{
    if (m_requests.empty() || m_isPosting) {
        return;
    }
    const core::SecretName &name = m_destination.headers;
    UpstreamRequest request;
    request.url = m_destination.url + "/v1/metrics";
    request.headers =
        otlp::headersFrom(name.isNamed() && m_site.secrets ? m_site.secrets(name) : name.value);
    request.headers.emplace_back("content-type", "application/json");
    request.body = body(m_site.clock.now());
    constexpr std::chrono::seconds Timeout{10};
    request.silenceTimeout = Timeout;
    m_isPosting = true;
    m_fetch = std::make_unique<Fetch>(
        m_site.client, std::move(request), [this](const FetchResult &result) {
            m_isPosting = false;
            if (!result.error && result.status >= 400) {
                qCInfo(metricsLog, "Metrics were refused with status %d.", result.status);
            }
        });
}

} // namespace proxy
