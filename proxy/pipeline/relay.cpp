// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "proxy/pipeline/relay.h"

#include "core/base/jsontext.h"
#include "proxy/accounts.h"
#include "proxy/pipeline/answerheaders.h"
#include "proxy/upstream/upstreams.h"

#include <algorithm>
#include <utility>

namespace proxy {

using core::Ending;

namespace {
/// The window shows 30 snapshots a second; metering a stream more often than 50 times a second
/// would only take the mutex.
constexpr std::chrono::milliseconds MeterInterval{20};
/// Bytes that a client may be behind before its upstream is held back: some hundred events.
constexpr qint64 ClientBacklog = 64 * 1024;
/// A whole answer above this is no completion.
constexpr qsizetype MaximumAnswer = 256 * 1024 * 1024;
} // namespace

Relay::Relay(const WorkerContext &worker, RequestContext &context, End end)
    : m_worker(worker)
    , m_context(context)
    , m_end(std::move(end))
    , m_meter(context.facts)
    , m_capture(ContentCapture::forCall(worker.settings.telemetry))
{}

Relay::~Relay()
{
    *m_alive = false;
}

void Relay::start(std::chrono::milliseconds patience)
{
    UpstreamRequest request = upstreamRequest();
    request.silenceTimeout = std::min(request.silenceTimeout, patience);
    m_context.dispatchedAt = m_worker.clock.now();
    m_call = m_worker.upstream.send(std::move(request), *this);
    if (m_capture) {
        m_capture->takeRequest(m_context.request.body);
    }
}

UpstreamRequest Relay::upstreamRequest() const
{
    openai::RequestEdit edit;
    edit.meterStream = m_context.facts.stream;
    edit.continuous = m_context.model.contextLength > 0; // a vLLM; OpenAI answers 400 to it
    edit.maxTokens = m_context.clampedTo ? m_context.clampedTo : m_context.configuredMaxTokens;
    if (!edit.maxTokens && !m_context.facts.maxTokens && m_context.model.contextLength == 0 &&
        m_context.bound.outputTokens > 0) {
        edit.maxTokens = m_context.bound.outputTokens; // makes the bound true
    }
    edit.removeTools = m_context.disabledTools;
    if (m_context.facts.model != m_context.model.id) {
        edit.model = m_context.model.id;
    }
    UpstreamRequest request = m_context.upstream->probe.request(
        "POST",
        m_context.upstreamPath,
        openai::editRequest(m_context.facts, m_context.request.body, edit));
    request.headers.emplace_back("x-request-id", attemptId());
    const HeaderList forwarded = upstreamHeaders(m_worker, m_context, request.url);
    request.headers.insert(request.headers.end(), forwarded.begin(), forwarded.end());
    return request;
}

/// Each attempt under its own id, so that the upstream's log tells them apart.
QByteArray Relay::attemptId() const
{
    const QByteArray id = m_context.id.toText();
    return m_context.attempt == 1 ? id : id + '-' + QByteArray::number(m_context.attempt);
}

void Relay::onHead(int status, const HeaderList &headers)
{
    m_context.firstByteAt = m_worker.clock.now();
    m_status = status;
    m_headers = headers;
    m_streaming =
        status == 200 && headerValue(headers, "content-type").startsWith("text/event-stream");
}

/// Not before the first event: until then the call may still go to another target.
void Relay::beginStream()
{
    if (std::exchange(m_begun, true)) {
        return;
    }
    m_context.firstByteAt = m_worker.clock.now();
    HeaderList head = relayedHeaders(m_headers);
    addCapstanHeaders(m_context, m_context.dispatchedAt, head); // our share: what came before
    m_context.client->onDrained([this, alive = m_alive] {
        if (*alive && std::exchange(m_paused, false)) {
            m_call->resume();
        }
    });
    m_context.client->begin(m_status, head);
}

void Relay::onBody(QByteArrayView bytes)
{
    if (m_streaming) {
        relayEvents(bytes);
    } else if (m_body.size() + bytes.size() <= MaximumAnswer) {
        m_body += bytes;
    } else {
        m_call->cancel();
        onError({UpstreamFailure::TooLarge,
                 QStringLiteral("The answer is larger than 256 MiB."),
                 true});
    }
}

void Relay::relayEvents(QByteArrayView bytes)
{
    QByteArray out;
    const bool sound =
        m_parser.feed(bytes, [this, &out](const SseEvent &event) { take(event, out); });
    if (!m_clientGone && !out.isEmpty()) {
        beginStream();
        m_context.client->write(out);
        holdBack();
    }
    if (!sound) {
        m_call->cancel();
        onError(
            {UpstreamFailure::TooLarge, QStringLiteral("An event is larger than 4 MiB."), true});
        return;
    }
    meter();
}

void Relay::take(const SseEvent &event, QByteArray &out)
{
    if (m_capture) {
        m_capture->takeEvent(event.data);
    }
    const openai::StreamMeter::Relay relay = m_meter.take(event.raw, event.data);
    if (relay.drop) {
        return;
    }
    if (relay.changed) {
        out += relay.text;
    } else if (tellsTheUsage()) {
        out += withCost(event.raw);
    } else {
        out += event.raw;
    }
}

/// The first event after which the final count is known, for a client that asked for it.
bool Relay::tellsTheUsage()
{
    if (!m_context.facts.includeUsage || m_costTold ||
        m_meter.usage().quality != core::CountQuality::Reported) {
        return false;
    }
    m_costTold = true;
    return true;
}

/// The final usage chunk carries what the call cost: a stream's headers are long gone by then.
QByteArray Relay::withCost(QByteArrayView raw) const
{
    const qsizetype begin = raw.indexOf('{');
    const qsizetype end = raw.lastIndexOf('}') + 1;
    const auto cost = core::charge(m_context.price, m_meter.usage());
    if (begin < 0 || end <= begin || !cost.ok()) {
        return raw.toByteArray();
    }
    const QByteArray json = raw.sliced(begin, end - begin).toByteArray();
    return raw.first(begin).toByteArray() +
           core::withMember(json, "x-capstan-cost-usd", cost->toDecimal()) +
           raw.sliced(end).toByteArray();
}

void Relay::meter()
{
    const core::Time now = m_worker.clock.now();
    if (m_reported || now - m_meteredAt < MeterInterval) {
        return;
    }
    m_meteredAt = now;
    const core::TokenUsage usage = m_meter.running();
    const auto cost = core::charge(m_context.price, usage);
    if (cost.ok() && !m_worker.accounts.meter(m_context.hold, usage, *cost)) {
        finish(Ending::Cut);
    }
}

void Relay::holdBack()
{
    if (!m_paused && m_context.client->pendingBytes() > ClientBacklog) {
        m_paused = true;
        m_call->pause();
    }
}

} // namespace proxy
