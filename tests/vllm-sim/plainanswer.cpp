// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plainanswer.h"

#include "chunkwriter.h"
#include "httpconnection.h"
#include "jsonwriter.h"
#include "messages.h"
#include "wholepayload.h"

namespace sim {

static const char *reasonPhrase(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 429:
        return "Too Many Requests";
    case 500:
        return "Internal Server Error";
    case 503:
        return "Service Unavailable";
    default:
        return "Unknown";
    }
}

static QByteArray headOf(const PlainAnswer::Content &content)
{
    QByteArray head;
    head.reserve(192 + content.body.size()); // the body follows in the same buffer
    head += "HTTP/1.1 ";
    appendNumber(head, content.status);
    head += ' ';
    head += reasonPhrase(content.status);
    head += "\r\nserver: uvicorn\r\ncontent-length: ";
    appendNumber(head, content.body.size());
    head += "\r\ncontent-type: ";
    head += content.type;
    head += "\r\n";
    head += content.extraHeaders;
    head += "\r\n";
    return head;
}

PlainAnswer::PlainAnswer(Content content, const Script &script, Microseconds begun, Settle settle)
    : Answer(script, content.status, begun)
    , m_content(std::move(content))
    , m_settle(std::move(settle))
{}

void PlainAnswer::advance(Microseconds now, HttpConnection &connection)
{
    if (!m_isQueued) {
        m_isQueued = true;
        sendContent(now, connection);
    }
    if (!connection.isBlocked() && !connection.isClosed()) {
        settle(RequestRecord::State::Complete, now);
        connection.finishAnswer();
    }
}

void PlainAnswer::sendContent(Microseconds now, HttpConnection &connection)
{
    if (script().keepAlive) {
        m_content.body.prepend("\n\n");
    }
    if (script().malformedAfter) {
        m_content.body.truncate(m_content.body.size() / 2);
    }
    QByteArray bytes = headOf(m_content);
    if (script().cutAfter || script().cutInsideAfter) {
        connection.send(bytes + m_content.body.left(m_content.body.size() / 2));
        fail(now);
        connection.close();
        return;
    }
    bytes += m_content.body;
    connection.send(bytes);
}

void PlainAnswer::settle(RequestRecord::State state, Microseconds now)
{
    if (m_settle) {
        m_settle(state, now);
    }
    m_settle = {};
}

void PlainAnswer::clientGone(Microseconds now, HttpConnection &)
{
    settle(RequestRecord::State::Aborted, now);
}

GeneratedAnswer::GeneratedAnswer(std::unique_ptr<Generation> generation, const Options &options)
    : PlainAnswer(
          {},
          generation->request().script,
          generation->begun(),
          [this](RequestRecord::State state, Microseconds now) { settleGeneration(state, now); })
    , m_generation(std::move(generation))
    , m_options(options)
{}

void GeneratedAnswer::advance(Microseconds now, HttpConnection &connection)
{
    if (!m_hasBody && now < m_generation->finishedAt()) {
        connection.wakeWhen(m_generation->finishedAt());
        return;
    }
    if (!m_hasBody) {
        m_generation->complete(now);
        setBody(m_generation->request().isMessages ? messagesBody(*m_generation, m_options)
                                                   : wholeBody(*m_generation, m_options));
        m_hasBody = true;
    }
    PlainAnswer::advance(now, connection);
}

void GeneratedAnswer::settleGeneration(RequestRecord::State state, Microseconds now)
{
    const bool isUsageWhole = !script().usageMissing && !script().malformedAfter;
    if (state == RequestRecord::State::Complete && isUsageWhole) {
        const UsageCounts counts = countsOf(*m_generation);
        m_generation->setReported(counts.prompt, counts.completion);
    }
    m_generation->end(state, now);
}

void GeneratedAnswer::runOn(Microseconds now)
{
    if (!script().hang) {
        m_generation->runOn(now);
    }
}

void GeneratedAnswer::clientGone(Microseconds now, HttpConnection &connection)
{
    runOn(now);
    PlainAnswer::clientGone(now, connection);
}

} // namespace sim
