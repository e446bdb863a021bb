// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "proxy/pipeline/relay.h"

#include "core/base/jsontext.h"
#include "proxy/accounts.h"
#include "proxy/dialects/audioform.h"
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
/// A longer stream is not worth its memory.
constexpr qsizetype MaximumKept = 4 * 1024 * 1024;
/// A whole answer above this is no completion.
constexpr qsizetype MaximumAnswer = 256 * 1024 * 1024;
} // namespace

Relay::Relay(const WorkerContext &worker, RequestContext &context, End end)
    : m_worker(worker)
    , m_context(context)
    , m_end(std::move(end))
    , m_dialect(*context.dialect)
    , m_meter(m_dialect.meter(context.facts))
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
    const Dialect::Outgoing outgoing =
        m_context.request.form
            ? Dialect::Outgoing{m_context.upstreamPath, {}}
            : m_dialect.outgoing(
                  m_context.upstreamPath, m_context.facts, m_context.request.body, edit);
    UpstreamRequest request =
        m_context.upstream->probe.request("POST", outgoing.path, outgoing.body);
    if (m_context.request.form) {
        addForm(request);
    }
    request.headers.emplace_back("x-request-id", attemptId());
    const HeaderList forwarded = upstreamHeaders(m_worker, m_context);
    request.headers.insert(request.headers.end(), forwarded.begin(), forwarded.end());
    return request;
}

/// As it came, but for the model's name.
void Relay::addForm(UpstreamRequest &request) const
{
    const QByteArray type = headerValue(m_context.request.headers, "content-type");
    const std::shared_ptr<const BodyFile> &form = m_context.request.form;
    const bool isOther = m_context.facts.model != m_context.model.id;
    request.headers.emplace_back("content-type", type);
    request.form = isOther ? openai::withModel(*form, type, m_context.model.id) : form;
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
    const bool isLines = m_dialect.framing() == Dialect::Framing::Lines;
    const QByteArrayView streamed = isLines ? "application/x-ndjson" : "text/event-stream";
    m_streaming = status == 200 && headerValue(headers, "content-type").startsWith(streamed);
}

/// Not before the first event: until then the call may still go to another target.
void Relay::beginStream()
{
    if (std::exchange(m_begun, true)) {
        return;
    }
    m_context.firstByteAt = m_worker.clock.now();
    HeaderList head = answerHead();
    addCapstanHeaders(m_context, m_context.dispatchedAt, head); // our share: what came before
    m_context.client->onDrained([this, alive = m_alive] {
        if (*alive && std::exchange(m_paused, false)) {
            m_call->resume();
        }
    });
    m_context.client->begin(m_status, head);
    const std::chrono::seconds interval = m_worker.settings.heartbeat;
    if (!m_context.scope.isEmpty() &&
        interval.count() > 0) { // other streams are not ours to add to
        m_heartbeat = std::make_unique<Heartbeat>(interval, [this] { beat(); });
    }
}

/// The upstream's, but for the type of what was translated.
HeaderList Relay::answerHead() const
{
    HeaderList head = relayedHeaders(m_headers);
    if (m_dialect.translates()) {
        std::erase_if(head, [](const auto &header) { return header.first == "content-type"; });
        head.emplace_back("content-type",
                          m_streaming ? "text/event-stream; charset=utf-8" : "application/json");
    }
    return head;
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
    const auto sink = [this, &out](const SseEvent &event) {
        take(event, out);
    };
    const bool sound = m_dialect.framing() == Dialect::Framing::Lines ? m_lines.feed(bytes, sink)
                                                                      : m_parser.feed(bytes, sink);
    if (!m_clientGone && !out.isEmpty()) {
        beginStream();
        m_context.client->write(out);
        if (m_heartbeat) {
            m_heartbeat->streamMoved();
        }
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
    const StreamMeter::Relay relay = m_meter->take(event.raw, event.data);
    if (m_capture && m_dialect.translates()) {
        m_capture->takeEvents(relay.text);
    } else if (m_capture) {
        m_capture->takeEvent(event.data);
    }
    if (relay.drop) {
        return;
    }
    const QByteArrayView text = relay.changed ? QByteArrayView(relay.text) : event.raw;
    keep(text);
    // What was changed on its way has lost its usage, or has it told at the end (tail).
    if (!relay.changed && tellsTheUsage()) {
        out += withCost(text);
    } else {
        out += text;
    }
}

/// Without what this call cost: the next one has it for nothing.
void Relay::keep(QByteArrayView event)
{
    if (m_context.cacheKey.isEmpty()) {
        return;
    }
    if (m_kept.size() + event.size() > MaximumKept) {
        m_context.cacheKey.clear();
        m_kept.clear();
        return;
    }
    m_kept.append(event);
}

/// The first event after which the final count is known, for a client that asked for it.
bool Relay::tellsTheUsage()
{
    if (!m_context.facts.includeUsage || m_costTold ||
        m_meter->usage().quality != core::CountQuality::Reported) {
        return false;
    }
    m_costTold = true;
    return true;
}

/// The final usage chunk carries what the call cost: a stream's headers are long gone by then.
QByteArray Relay::withCost(QByteArrayView events) const
{
    // The last object of the text, which is the usage chunk; JSON holds no bare line break.
    const qsizetype end = events.lastIndexOf('}') + 1;
    const qsizetype line = events.first(end).lastIndexOf('\n') + 1;
    const qsizetype begin = events.indexOf('{', line);
    const auto cost = core::charge(m_context.price, m_meter->usage());
    if (begin < 0 || end <= begin || !cost.ok()) {
        return events.toByteArray();
    }
    const QByteArray json = events.sliced(begin, end - begin).toByteArray();
    return events.first(begin).toByteArray() +
           core::withMember(json, "x-capstan-cost-usd", cost->toDecimal()) +
           events.sliced(end).toByteArray();
}

void Relay::meter()
{
    const core::Time now = m_worker.clock.now();
    if (m_reported || now - m_meteredAt < MeterInterval) {
        return;
    }
    m_meteredAt = now;
    core::TokenUsage usage = m_meter->running();
    const CallBound &bound = m_context.bound;
    if (usage.prompt() == 0 && usage.output > bound.outputTokens * bound.choices) {
        usage.input = bound.promptTokens; // which it will be charged with, and it is past its bound
    }
    const auto cost = core::charge(m_context.price, usage);
    if (cost.ok() && !m_worker.accounts.meter(m_context.hold, usage, *cost)) {
        finish(Ending::Cut);
    }
}

/// Between two events, as these are written whole. A client that has yet to read what it was sent
/// needs no sign of life.
void Relay::beat()
{
    if (!m_paused && !m_clientGone && !m_reported) {
        m_context.client->write(Heartbeat::Comment);
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
