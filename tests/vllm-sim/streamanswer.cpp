// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "streamanswer.h"

#include "apierror.h"
#include "httpconnection.h"

#include <algorithm>
#include <charconv>

namespace sim {

/// Without a pace a stream could keep the loop to itself; after so many steps the others come.
static constexpr int MostStepsInARow = 16;

StreamAnswer::StreamAnswer(std::unique_ptr<Generation> generation, const Options &options)
    : Answer(generation->request().script, 200, generation->begun())
    , m_generation(std::move(generation))
    , m_writer(*m_generation, options)
    , m_messages(*m_generation, options)
    , m_sent(m_generation->sequences().size(), 0)
    , m_reported(m_generation->sequences().size(), -1)
{}

void StreamAnswer::advance(Microseconds now, HttpConnection &connection)
{
    sendHead(connection);
    applyReports(connection);
    if (connection.isBlocked()) {
        return;
    }
    takeSteps(now, connection);
    if (m_generation->isFinished() && !connection.isBlocked()) {
        sendTail(now, connection);
    }
    applyReports(connection);
    if (connection.isBlocked()) {
        m_generation->stall(now);
        m_isStalled = true;
    } else if (m_isTailSent) {
        m_generation->end(RequestRecord::State::Complete, now);
        connection.finishAnswer();
    } else {
        connection.wakeWhen(std::max(now, m_generation->nextDue()));
    }
}

void StreamAnswer::sendHead(HttpConnection &connection)
{
    if (!m_isHeadSent) {
        m_isHeadSent = true;
        connection.send("HTTP/1.1 200 OK\r\nserver: uvicorn\r\n"
                        "content-type: text/event-stream; charset=utf-8\r\n"
                        "transfer-encoding: chunked\r\n\r\n");
    }
}

void StreamAnswer::takeSteps(Microseconds now, HttpConnection &connection)
{
    if (m_isStalled) {
        m_isStalled = false;
        m_generation->runOn(now);
        sendDue(true, now, connection);
    }
    for (int steps = 0; steps < MostStepsInARow; ++steps) {
        const bool isIdle = m_generation->isFinished() || !m_generation->isDue(now);
        if (isIdle || connection.isBlocked() || connection.isClosed() || m_isOver) {
            return;
        }
        m_generation->step(now);
        sendOpening(now, connection);
        sendDue(false, now, connection);
    }
}

void StreamAnswer::sendOpening(Microseconds now, HttpConnection &connection)
{
    if (m_isOpened) {
        return;
    }
    m_isOpened = true;
    const CompletionRequest &request = m_generation->request();
    if (request.isMessages) {
        sendEvent(m_messages.start(), {0, 0, 0}, now, connection);
        return;
    }
    for (std::size_t choice = 0; choice < m_sent.size(); ++choice) {
        if (request.kind == CompletionRequest::Kind::Chat) {
            sendEvent(m_writer.role(choice), {0, choice, 0}, now, connection);
        }
        const QByteArray &echo = request.prompts[m_generation->sequences()[choice].prompt].echo;
        if (!echo.isEmpty()) {
            sendEvent(m_writer.echo(choice, echo), {0, choice, 0}, now, connection);
        }
    }
}

bool StreamAnswer::isWorthAChunk(std::size_t choice) const
{
    const Sequence &sequence = m_generation->sequences()[choice];
    const qint64 news = sequence.generated - m_sent[choice];
    const bool isFirst = m_sent[choice] == 0;
    qint64 wanted = isFirst ? 1 : m_generation->request().streamInterval;
    if (script().speculative > 0) {
        const quint64 drawn = sequence.seed + static_cast<quint64>(m_sent[choice]) * 0x9e3779b9ULL;
        wanted = 1 + static_cast<qint64>((drawn >> 7) % static_cast<quint64>(script().speculative));
    }
    return news >= wanted || (sequence.isFinished() && news > 0);
}

void StreamAnswer::sendDue(bool all, Microseconds now, HttpConnection &connection)
{
    for (std::size_t choice = 0; choice < m_sent.size() && !m_isOver; ++choice) {
        const qint64 generated = m_generation->sequences()[choice].generated;
        if ((all && generated > m_sent[choice]) || isWorthAChunk(choice)) {
            sendChoice(choice, now, connection);
        }
    }
}

void StreamAnswer::sendChoice(std::size_t choice, Microseconds now, HttpConnection &connection)
{
    if (m_generation->request().isMessages) {
        sendMessages(choice, now, connection);
        return;
    }
    const Sequence &sequence = m_generation->sequences()[choice];
    const qint64 generated = sequence.generated;
    const Piece piece = m_generation->piece(sequence, m_sent[choice], generated);
    m_sent[choice] = generated;
    if (sequence.isFinished()) {
        sendEvent(m_writer.finish(choice, piece), {0, choice, generated}, now, connection);
    } else if (!piece.isEmpty()) {
        sendEvent(
            m_writer.delta(choice, piece, generated), {0, choice, generated}, now, connection);
    }
}

void StreamAnswer::sendMessages(std::size_t choice, Microseconds now, HttpConnection &connection)
{
    const Sequence &sequence = m_generation->sequences()[choice];
    const Piece piece = m_generation->piece(sequence, m_sent[choice], sequence.generated);
    m_sent[choice] = sequence.generated;
    const Report nothing = {0, choice, 0};
    for (const std::string &event : m_messages.pieces(piece)) {
        sendEvent(event, nothing, now, connection);
    }
    if (!sequence.isFinished()) {
        return;
    }
    for (const std::string &event : m_messages.close()) {
        sendEvent(event, nothing, now, connection);
    }
    const Report all = {0, std::nullopt, m_generation->generatedTokens()};
    sendEvent(m_messages.end(sequence), all, now, connection);
}

void StreamAnswer::sendTail(Microseconds now, HttpConnection &connection)
{
    if (m_isTailSent || m_isOver) {
        return;
    }
    const CompletionRequest &request = m_generation->request();
    const int times = script().duplicateUsage ? 2 : 1;
    for (int sent = 0; sent < times && request.includeUsage && !script().usageMissing; ++sent) {
        const Report report = {0, std::nullopt, m_generation->generatedTokens()};
        sendEvent(m_writer.usage(), report, now, connection);
    }
    sendEvent(request.isMessages ? MessageWriter::stop() : "[DONE]", {}, now, connection);
    if (!m_isOver) {
        connection.send("0\r\n\r\n");
        m_isTailSent = true;
    }
}

std::string StreamAnswer::framed(const std::string &data) const
{
    return (m_generation->request().isMessages ? data : "data: " + data) + "\n\n";
}

void StreamAnswer::sendEvent(std::string data,
                             Report report,
                             Microseconds now,
                             HttpConnection &connection)
{
    if (m_isOver || endsHere(data, now, connection)) {
        return;
    }
    const bool isBroken = script().malformedAfter == m_events;
    if (isBroken) {
        data.resize(data.size() / 2);
    }
    if (script().keepAlive) {
        sendChunk(": keep-alive\n\n", connection);
    }
    sendChunk(framed(data), connection);
    ++m_events;
    const bool isMessages = m_generation->request().isMessages;
    const bool isDone = isMessages ? data == MessageWriter::stop() : data == "[DONE]";
    const bool carries = report.choice ? m_generation->request().continuousUsage : !isDone;
    if (carries && !isBroken && !script().usageMissing) {
        report.end = connection.queuedTotal();
        m_pending.push_back(report);
        applyReports(connection);
    }
}

void StreamAnswer::sendChunk(std::string text, HttpConnection &connection)
{
    if (script().crlf) {
        text = QByteArray::fromStdString(text).replace("\n", "\r\n").toStdString();
    }
    char size[16];
    const auto end = std::to_chars(std::begin(size), std::end(size), text.size(), 16).ptr;
    std::string chunk;
    constexpr std::size_t Framing = 24;
    chunk.reserve(text.size() + Framing);
    chunk.append(size, end).append("\r\n").append(text).append("\r\n");
    connection.send(chunk);
}

bool StreamAnswer::endsHere(const std::string &data, Microseconds now, HttpConnection &connection)
{
    if (script().cutInsideAfter == m_events) {
        QByteArray text = QByteArray::fromStdString(framed(data));
        text = QByteArray::number(text.size(), 16) + "\r\n" + text;
        connection.send(text.left(text.size() / 2));
    } else if (script().errorAfter == m_events) {
        const ApiError error = {500, "InternalServerError", {}, "Internal server error"};
        if (m_generation->request().isMessages) {
            sendChunk(MessageWriter::error(error) + "\n\n", connection);
        } else {
            sendChunk("data: " + error.streamBody().toStdString() + "\n\n", connection);
            sendChunk("data: [DONE]\n\n", connection);
        }
        connection.send("0\r\n\r\n");
        fail(now);
        m_isTailSent = true;
        return true;
    } else if (script().cutAfter != m_events) {
        return false;
    }
    fail(now);
    connection.close();
    return true;
}

void StreamAnswer::fail(Microseconds now)
{
    m_isOver = true;
    m_generation->end(RequestRecord::State::Error, now);
}

void StreamAnswer::applyReports(const HttpConnection &connection)
{
    while (!m_pending.empty() && m_pending.front().end <= connection.handedTotal()) {
        apply(m_pending.front());
        m_pending.pop_front();
    }
}

void StreamAnswer::apply(const Report &report)
{
    const CompletionRequest &request = m_generation->request();
    if (!report.choice) {
        m_generation->setReported(request.promptTokens(), report.completion);
        return;
    }
    m_reported[*report.choice] = report.completion;
    qint64 prompt = 0;
    qint64 completion = 0;
    const auto perPrompt = static_cast<std::size_t>(request.choices);
    for (std::size_t choice = 0; choice < m_reported.size(); ++choice) {
        completion += std::max<qint64>(0, m_reported[choice]);
        const auto first = m_reported.begin() + static_cast<qsizetype>(choice);
        const bool isFirstOfPrompt = choice % perPrompt == 0;
        if (isFirstOfPrompt &&
            std::any_of(first, first + request.choices, [](qint64 r) { return r >= 0; })) {
            prompt += request.prompts[choice / perPrompt].tokens;
        }
    }
    m_generation->setReported(prompt, completion);
}

void StreamAnswer::runOn(Microseconds now)
{
    if (m_isStalled) {
        m_generation->runOn(now);
    }
}

void StreamAnswer::clientGone(Microseconds now, HttpConnection &connection)
{
    runOn(now);
    applyReports(connection);
    m_generation->end(RequestRecord::State::Aborted, now);
}

} // namespace sim
