// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/routing/backoff.h"
#include "proxy/mailbox.h"
#include "proxy/pipeline/answerheaders.h"
#include "proxy/pipeline/calldetails.h"
#include "proxy/pipeline/refusals.h"
#include "proxy/pipeline/relay.h"
#include "proxy/upstream/upstreams.h"

#include <utility>

namespace proxy {

using core::Ending;

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
    const bool whole = m_meter->finished() && !m_meter->failed();
    RelayEnd end{.ending = whole ? Ending::Complete : Ending::UpstreamError,
                 .usage = m_meter->running()};
    if (!m_meter->finished()) {
        end.failure = UpstreamFailure::Broken;
    }
    const QByteArray tail = m_meter->finished() ? m_meter->tail() : QByteArray();
    keep(tail);
    if (report(end) == AfterRelay::TryAgain || m_clientGone) {
        return;
    }
    if (m_meter->finished()) {
        beginStream();
        if (!tail.isEmpty()) {
            m_context.client->write(tellsTheUsage() ? withCost(tail) : tail);
        }
        m_context.client->end();
    } else {
        fail(upstreamFailure({UpstreamFailure::Broken, {}, true}));
    }
}

void Relay::answerWhole()
{
    const bool good = m_status >= 200 && m_status < 300;
    RelayEnd end{.ending = good ? Ending::Complete : Ending::UpstreamError,
                 .usage = m_dialect.usage(m_body).value_or(core::TokenUsage{})};
    if (!good && end.usage.quality == core::CountQuality::Unknown) {
        end.usage.quality = core::CountQuality::Reported; // an error answer generated nothing
    }
    if (report(end) == AfterRelay::TryAgain || m_clientGone) {
        return;
    }
    if (const auto error = upstreamStatus(m_status, m_headers)) {
        fail(*error);
        return;
    }
    const auto answer =
        good ? m_dialect.answer(m_body) : core::Result(m_dialect.error(m_status, m_body));
    if (!answer.ok()) {
        fail(upstreamFailure({UpstreamFailure::Broken, {}, true}));
        return;
    }
    HeaderList head = answerHead();
    addCapstanHeaders(m_context, m_worker.clock.now(), head);
    m_context.client->respond(m_status, head, *answer);
}

void Relay::onError(const UpstreamError &error)
{
    const AfterRelay after = report({.ending = Ending::UpstreamError,
                                     .usage = m_meter->running(),
                                     .nothingSent = !error.requestSent,
                                     .failure = error.kind});
    if (after == AfterRelay::Answer && !m_clientGone) {
        fail(upstreamFailure(error));
    }
}

/// A stream under way is cut short: the client must not take it for whole.
void Relay::fail(ApiError error)
{
    if (m_begun) {
        m_context.client->abort();
        return;
    }
    if (!m_context.failedAttempts.isEmpty()) {
        error.facts = "\"attempts\":" + m_context.failedAttempts;
    }
    addCapstanHeaders(m_context, m_worker.clock.now(), error.headers);
    respondError(*m_context.client, error);
}

void Relay::finish(Ending ending)
{
    if (m_reported) {
        return;
    }
    m_call->cancel();
    const AfterRelay after = report({.ending = ending, .usage = m_meter->running()});
    if (after == AfterRelay::Answer && !m_clientGone) {
        answerCut(ending);
    }
}

/// Money ends a stream as if its max_tokens were reached; a person ends it with an error.
void Relay::answerCut(Ending ending)
{
    if (!m_streaming) {
        fail(endedCall(ending));
        return;
    }
    beginStream();
    m_context.client->write(
        ending == Ending::Cut
            ? m_meter->lengthEnding(m_meter->running())
            : m_meter->stopEnding("stopped", "The call was stopped by the owner of this Capstan."));
    m_context.client->end();
}

void Relay::clientGone()
{
    m_clientGone = true;
    if (m_paused) {
        m_paused = false;
        m_call->resume();
    }
    if (m_context.upstream->settings().whenClientGone == WhenClientGone::Abort) {
        // A turn later: what the upstream's socket already holds was generated and is counted.
        m_worker.mailbox.post([this, alive = m_alive] {
            if (*alive) {
                finish(Ending::ClientGone);
            }
        });
    }
}

/// As the client reads it. Of an error nothing: its text may be anything; what is told is its
/// status.
QByteArray Relay::wholeAnswer() const
{
    if (m_status != 200 || m_body.isEmpty() || !m_dialect.translates()) {
        return m_status == 200 ? m_body : QByteArray();
    }
    const auto answer = m_dialect.answer(m_body);
    return answer.ok() ? *answer : QByteArray();
}

AfterRelay Relay::report(RelayEnd end)
{
    if (std::exchange(m_reported, true)) {
        return AfterRelay::Answer;
    }
    m_context.upstreamTime += m_worker.clock.now() - m_context.dispatchedAt;
    end.status = m_status;
    end.toldClient = m_begun;
    end.answer = answerFacts(m_worker, m_dialect, *m_meter, m_body);
    if (m_capture) {
        end.contents = m_capture->contents(wholeAnswer());
    }
    end.retryAfter = core::readRetryAfter(headerValue(m_headers, "retry-after"));
    if (m_status == 200 && m_context.firstByteAt != core::Time{}) {
        end.firstByte = m_context.firstByteAt - m_context.dispatchedAt;
    }
    if (!m_context.cacheKey.isEmpty() && m_status == 200 && end.ending == Ending::Complete) {
        const auto answer = m_streaming ? core::Result(m_kept) : m_dialect.answer(m_body);
        end.kept = answer.ok() ? *answer : QByteArray();
        end.contentType = headerValue(answerHead(), "content-type");
    }
    return m_end(end);
}

} // namespace proxy
