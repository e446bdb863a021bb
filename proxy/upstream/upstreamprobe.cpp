// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "proxy/upstream/upstreamprobe.h"

#include "core/base/jsonwriter.h"
#include "proxy/upstream/metricstext.h"
#include "proxy/upstream/providertype.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>

#include <array>
#include <utility>

namespace proxy {

namespace {
Q_LOGGING_CATEGORY(trafficLog, "capstan.traffic", QtInfoMsg)

/// An upstream that comes back is to be noticed within two seconds.
constexpr std::chrono::seconds PollInterval{1};
/// Often enough to see a queue build up; vLLM itself updates these once per engine step.
constexpr int TurnsBetweenMetrics = 2;
constexpr int TurnsBetweenModelLists = 10;
/// Others are far away, and change their lists a few times a year.
constexpr int TurnsBetweenRemoteLists = 60;
/// An upstream on this machine or network answers a list at once; longer means it is stuck.
constexpr std::chrono::milliseconds ProbeTimeout{5'000};

/// The three conversations whose difference is the template's overhead.
constexpr std::array Conversations{
    R"([{"role":"user","content":""}])",
    R"([{"role":"user","content":""},{"role":"assistant","content":""}])",
    R"([{"role":"user","content":""}],"tools":[{"type":"function","function":{"name":"f","description":"","parameters":{"type":"object","properties":{}}}}])",
};

/// vLLM and SGLang tell the context length, and have /tokenize and /metrics; the big providers
/// would only answer 404, a hundred times.
bool isServedByVllm(const ServedModel &model)
{
    return model.contextLength > 0;
}

bool hasNoList(int status)
{
    return status == 404 || status == 405 || status == 501;
}
} // namespace

UpstreamProbe::UpstreamProbe(const UpstreamSettings &settings,
                             UpstreamClient &client,
                             ModelDirectory &directory,
                             const core::Clock &clock)
    : m_settings(settings)
    , m_client(client)
    , m_directory(directory)
    , m_clock(clock)
    , m_watch(settings.ownHardware)
{
    m_timer.setInterval(PollInterval);
    connect(&m_timer, &QTimer::timeout, this, &UpstreamProbe::poll);
}

UpstreamProbe::~UpstreamProbe() = default;

UpstreamRequest
UpstreamProbe::request(QByteArrayView method, QByteArrayView path, QByteArray body) const
{
    UpstreamRequest request;
    request.method = method.toByteArray();
    request.url = m_settings.baseUrl + path.toByteArray();
    request.bearer = m_settings.apiKey.present();
    request.keyHeader = keyHeaderOf(m_settings.type);
    request.headers = headersOf(m_settings.type);
    request.connectTimeout = m_settings.connectTimeout;
    request.silenceTimeout = m_settings.silenceTimeout;
    if (!body.isEmpty()) {
        request.headers.emplace_back("content-type", "application/json");
        request.body = std::move(body);
    }
    return request;
}

void UpstreamProbe::startPolling(std::function<void()> listed, std::function<UpstreamUse()> use)
{
    m_listed = std::move(listed);
    m_use = std::move(use);
    m_timer.start();
    if (m_settings.isUsable()) {
        // The counters at once: who looks before there is traffic can tell all of it apart.
        refresh([this] { pollMetrics(); });
    }
}

void UpstreamProbe::refresh(std::function<void()> then)
{
    m_waiting.push_back(std::move(then));
    if (m_fetch) {
        return;
    }
    UpstreamRequest models = request("GET", modelListPath(m_settings.type));
    models.silenceTimeout = ProbeTimeout;
    m_fetch = std::make_unique<Fetch>(
        m_client, std::move(models), [this](const FetchResult &result) { readModels(result); });
}

void UpstreamProbe::readModels(const FetchResult &result)
{
    m_isRefused = !result.error && result.status >= 400 && result.status < 500;
    if (m_isRefused && hasNoList(result.status)) {
        m_directory.publishUnlisted();
        m_directory.reached(m_clock.now());
        finish();
        return;
    }
    if (!result.succeeded()) {
        m_directory.failed(
            m_clock.now(),
            result.error
                ? result.error->message
                : QStringLiteral("The model list was answered with status %1.").arg(result.status));
        finish();
        return;
    }
    // In this order: another worker takes what is reached for known.
    m_directory.publish(modelsFrom(m_settings.type, result.body));
    m_directory.reached(m_clock.now());
    m_toLearn.clear();
    for (const ServedModel &model : *m_directory.models()) {
        if (!model.overhead && isServedByVllm(model)) {
            m_toLearn.push_back(model.id);
        }
    }
    learnNext();
}

void UpstreamProbe::learnNext()
{
    m_counts.clear();
    if (m_toLearn.empty()) {
        finish();
        return;
    }
    countOverhead(m_toLearn.back());
}

/// An upstream without /tokenize, or a model without a chat template, teaches nothing: its bound
/// stays the context length.
void UpstreamProbe::countOverhead(const QByteArray &model)
{
    const QByteArray body = core::JsonWriter()
                                .text("model", model)
                                .raw("messages", Conversations.at(m_counts.size()))
                                .toJson();
    UpstreamRequest tokenize = request("POST", "/tokenize", body);
    tokenize.silenceTimeout = ProbeTimeout;
    m_fetch = std::make_unique<Fetch>(
        m_client, std::move(tokenize), [this, model](const FetchResult &result) {
            const QJsonValue count =
                QJsonDocument::fromJson(result.body).object().value(QLatin1String("count"));
            if (!result.succeeded() || !count.isDouble()) {
                m_toLearn.pop_back();
                learnNext();
                return;
            }
            m_counts.push_back(count.toInteger());
            if (m_counts.size() < Conversations.size()) {
                countOverhead(model);
                return;
            }
            m_directory.learn(model,
                              {m_counts[0], m_counts[1] - m_counts[0], m_counts[2] - m_counts[0]});
            m_toLearn.pop_back();
            learnNext();
        });
}

void UpstreamProbe::finish()
{
    m_fetch.reset();
    if (m_listed) {
        m_listed();
    }
    std::vector<std::function<void()>> waiting;
    waiting.swap(m_waiting);
    for (const auto &then : waiting) {
        if (then) {
            then();
        }
    }
}

void UpstreamProbe::poll()
{
    ++m_turn;
    if (!m_settings.isUsable()) {
        return; // until its key is set
    }
    if (isTimeForModels()) {
        refresh({});
    }
    if (m_turn % TurnsBetweenMetrics == 0) {
        pollMetrics();
    }
}

bool UpstreamProbe::isTimeForModels() const
{
    if (!m_directory.isReachable() && !m_isRefused) {
        return true;
    }
    return m_turn % (m_directory.isVllm() ? TurnsBetweenModelLists : TurnsBetweenRemoteLists) == 0;
}

void UpstreamProbe::pollMetrics()
{
    if (m_metrics || !m_directory.isVllm()) {
        return;
    }
    UpstreamRequest metrics = request("GET", "/metrics");
    metrics.silenceTimeout = ProbeTimeout;
    m_metrics =
        std::make_unique<Fetch>(m_client, std::move(metrics), [this](const FetchResult &result) {
            readMetrics(result);
            m_metrics.reset();
        });
}

void UpstreamProbe::readMetrics(const FetchResult &result)
{
    if (result.error) {
        m_directory.failed(m_clock.now(), result.error->message);
        return;
    }
    if (!result.succeeded()) {
        return; // /v1/models decides whether it is up; an upstream need not have metrics
    }
    const MetricsText metrics(result.body);
    m_directory.gauges(static_cast<int>(metrics.sum("vllm:num_requests_running").value_or(-1)),
                       static_cast<int>(metrics.sum("vllm:num_requests_waiting").value_or(-1)),
                       metrics.maximum("vllm:kv_cache_usage_perc")
                           .value_or(metrics.maximum("vllm:gpu_cache_usage_perc").value_or(-1)));
    if (const auto total = metrics.sum("vllm:generation_tokens_total")) {
        m_directory.generated(static_cast<qint64>(*total), m_clock.now());
    }
    const bool wasClean = m_watch.traffic().since == core::Time{};
    m_watch.look(metrics, m_use ? m_use() : UpstreamUse(), m_clock.now());
    if (wasClean && m_watch.traffic().since != core::Time{}) {
        qCWarning(trafficLog).noquote() << m_watch.traffic().sentence(m_settings.name);
    }
    m_directory.watched(m_watch.engine(), m_watch.traffic(), m_watch.hardwareCost());
}

} // namespace proxy
