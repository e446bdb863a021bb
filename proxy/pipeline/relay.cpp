// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "proxy/pipeline/relay.h"

#include "core/base/jsontext.h"
#include "proxy/accounts.h"
#include "proxy/mailbox.h"
#include "proxy/pipeline/answerheaders.h"
#include "proxy/pipeline/calldetails.h"
#include "proxy/pipeline/refusals.h"
#include "proxy/upstream/upstreamprobe.h"

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
{}

Relay::~Relay()
{
    *m_alive = false;
}

void Relay::start()
{
    m_context.dispatchedAt = m_worker.clock.now();
    m_call = m_worker.upstream.send(upstreamRequest(), *this);
}

UpstreamRequest Relay::upstreamRequest() const
{
    openai::RequestEdit edit;
    edit.meterStream = m_context.facts.stream;
    edit.maxTokens = m_context.clampedTo;
    if (!edit.maxTokens && !m_context.facts.maxTokens && m_context.model.contextLength == 0 &&
        m_context.bound.outputTokens > 0) {
        edit.maxTokens = m_context.bound.outputTokens; // makes the bound true
    }
    edit.removeTools = m_context.disabledTools;
    if (m_context.facts.model != m_context.model.id) {
        edit.model = m_context.model.id;
    }
    UpstreamRequest request =
        m_worker.probe.request("POST",
                               m_context.upstreamPath,
                               openai::editRequest(m_context.facts, m_context.request.body, edit));
    request.headers.emplace_back("x-request-id", m_context.id.toText());
    const HeaderList forwarded = upstreamHeaders(m_worker, m_context, request.url);
    request.headers.insert(request.headers.end(), forwarded.begin(), forwarded.end());
    return request;
}

void Relay::onHead(int status, const HeaderList &headers)
{
    m_context.firstByteAt = m_worker.clock.now();
    m_status = status;
    m_headers = headers;
    m_streaming =
        status == 200 && headerValue(headers, "content-type").startsWith("text/event-stream");
    if (m_streaming && !m_clientGone) {
        HeaderList head = relayedHeaders(m_headers);
        addCapstanHeaders(m_context, m_worker.clock.now(), head);
        m_context.client->onDrained([this, alive = m_alive] {
            if (*alive && std::exchange(m_paused, false)) {
                m_call->resume();
            }
        });
        m_context.client->begin(status, head);
    }
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

void Relay::onComplete()
{
    if (m_streaming) {
        endStream();
    } else {
        answerWhole();
    }
}

void Relay::endStream()
{
    const bool whole = m_meter.finished() && !m_meter.failed();
    report(whole ? Ending::Complete : Ending::UpstreamError, m_meter.running());
    if (m_clientGone) {
        return;
    }
    if (m_meter.finished()) {
        m_context.client->end();
    } else {
        m_context.client->abort(); // cut short: the client must not take it for whole
    }
}

void Relay::answerWhole()
{
    const bool good = m_status >= 200 && m_status < 300;
    core::TokenUsage usage = openai::readUsage(m_body).value_or(core::TokenUsage{});
    if (!good && usage.quality == core::CountQuality::Unknown) {
        usage.quality = core::CountQuality::Reported; // an error answer generated nothing
    }
    report(good ? Ending::Complete : Ending::UpstreamError, usage);
    if (m_clientGone) {
        return;
    }
    if (const auto error = upstreamStatus(m_status, m_headers)) {
        ApiError decorated = *error;
        addCapstanHeaders(m_context, m_worker.clock.now(), decorated.headers);
        respondError(*m_context.client, decorated);
        return;
    }
    HeaderList head = relayedHeaders(m_headers);
    addCapstanHeaders(m_context, m_worker.clock.now(), head);
    m_context.client->respond(m_status, head, m_body);
}

void Relay::onError(const UpstreamError &error)
{
    const bool nothingSent = !error.requestSent;
    report(Ending::UpstreamError, m_meter.running(), nothingSent);
    if (m_clientGone) {
        return;
    }
    if (m_streaming) {
        m_context.client->abort();
    } else {
        ApiError api = upstreamFailure(error);
        addCapstanHeaders(m_context, m_worker.clock.now(), api.headers);
        respondError(*m_context.client, api);
    }
}

void Relay::finish(Ending ending)
{
    if (m_reported) {
        return;
    }
    m_call->cancel();
    report(ending, m_meter.running());
    if (!m_clientGone) {
        answerCut(ending);
    }
}

/// Money ends a stream as if its max_tokens were reached; a person ends it with an error.
void Relay::answerCut(Ending ending)
{
    if (!m_streaming) {
        ApiError error = endedCall(ending);
        addCapstanHeaders(m_context, m_worker.clock.now(), error.headers);
        respondError(*m_context.client, error);
        return;
    }
    m_context.client->write(
        ending == Ending::Cut
            ? m_meter.lengthEnding(m_meter.usage())
            : openai::StreamMeter::errorEnding(
                  "stopped", "The call was stopped by the owner of this Capstan."));
    m_context.client->end();
}

void Relay::clientGone()
{
    m_clientGone = true;
    if (m_paused) {
        m_paused = false;
        m_call->resume();
    }
    if (m_worker.settings.upstream.whenClientGone == WhenClientGone::Abort) {
        // A turn later: what the upstream's socket already holds was generated and is counted.
        m_worker.mailbox.post([this, alive = m_alive] {
            if (*alive) {
                finish(Ending::ClientGone);
            }
        });
    }
}

void Relay::report(Ending ending, const core::TokenUsage &usage, bool nothingSent)
{
    if (!std::exchange(m_reported, true)) {
        m_context.upstreamTime = m_worker.clock.now() - m_context.dispatchedAt;
        m_end({ending, usage, m_status, nothingSent, answerFacts(m_worker, m_meter, m_body)});
    }
}

} // namespace proxy
