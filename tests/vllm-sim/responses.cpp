// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "responses.h"

#include "chunkwriter.h"
#include "httpconnection.h"
#include "jsonwriter.h"

#include <QJsonArray>

#include <algorithm>
#include <ctime>

using namespace Qt::StringLiterals;

namespace sim {

namespace {

QByteArray quoted(const QByteArray &text)
{
    QByteArray out;
    appendString(out, text);
    return out;
}

QByteArray usageText(const Generation &generation)
{
    const UsageCounts counts = countsOf(generation);
    return R"({"input_tokens":)" + QByteArray::number(counts.prompt) +
           R"(,"input_tokens_details":{"cached_tokens":0,"input_tokens_per_turn":[],)"
           R"("cached_tokens_per_turn":[]},"output_tokens":)" +
           QByteArray::number(counts.completion) +
           R"(,"output_tokens_details":{"reasoning_tokens":0,"tool_output_tokens":0,)"
           R"("output_tokens_per_turn":[],"tool_output_tokens_per_turn":[]},"total_tokens":)" +
           QByteArray::number(counts.prompt + counts.completion) + '}';
}

QByteArray textOf(const Generation &generation, qint64 from, qint64 to)
{
    return generation.piece(generation.sequences().front(), from, to).content;
}

QByteArray itemText(const Generation &generation, bool isDone)
{
    const qint64 generated = generation.sequences().front().generated;
    const QByteArray part = R"({"type":"output_text","annotations":[],"logprobs":null,"text":)" +
                            quoted(textOf(generation, 0, generated)) + '}';
    return R"({"id":"msg_)" + generation.id() +
           R"(","type":"message","role":"assistant","status":)" +
           (isDone ? R"("completed","content":[)" + part + "]}"
                   : QByteArray(R"("in_progress","content":[]})"));
}

QJsonObject message(const QString &role, const QJsonValue &content)
{
    return {{u"role"_s, role}, {u"content"_s, content}};
}

} // namespace

QJsonObject chatOfResponses(const QJsonObject &body)
{
    QJsonObject chat = body;
    QJsonArray messages;
    if (const QJsonValue instructions = body["instructions"_L1]; instructions.isString()) {
        messages.append(message(u"system"_s, instructions));
    }
    const QJsonValue input = body["input"_L1];
    if (input.isString()) {
        messages.append(message(u"user"_s, input));
    }
    for (const QJsonValue item : input.toArray()) {
        messages.append(message(item["role"_L1].toString(u"user"_s), item["content"_L1]));
    }
    if (!input.isUndefined()) {
        chat.insert("messages"_L1, messages);
    }
    if (const QJsonValue limit = body["max_output_tokens"_L1]; limit.isDouble()) {
        chat.insert("max_tokens"_L1, limit);
    }
    for (const auto name : {"stream_options"_L1, "tools"_L1, "tool_choice"_L1}) {
        chat.remove(name);
    }
    return chat;
}

QByteArray responsesBody(const Generation &generation, const char *status)
{
    const bool isDone = QByteArrayView(status) != "in_progress";
    const bool isCut = isDone && generation.sequences().front().finish == FinishReason::Length;
    QByteArray out =
        R"({"id":"resp_)" + generation.id() + R"(","object":"response","created_at":)" +
        QByteArray::number(static_cast<qint64>(time(nullptr))) + R"(,"model":)" +
        quoted(generation.request().model) + R"(,"status":")" + (isCut ? "incomplete" : status) +
        R"(","incomplete_details":)" + (isCut ? R"({"reason":"max_output_tokens"})" : "null") +
        R"(,"error":null,"instructions":null,"parallel_tool_calls":true,)"
        R"("tool_choice":"auto","tools":[],"output":[)";
    out += isDone ? itemText(generation, true) : QByteArray();
    const bool hasUsage = isDone && !generation.request().script.usageMissing;
    return out + R"(],"usage":)" + (hasUsage ? usageText(generation) : QByteArray("null")) + '}';
}

ResponsesStream::ResponsesStream(std::unique_ptr<Generation> generation)
    : Answer(generation->request().script, 200, generation->begun())
    , m_generation(std::move(generation))
{}

void ResponsesStream::advance(Microseconds now, HttpConnection &connection)
{
    begin(connection);
    while (!m_generation->isFinished() && m_generation->isDue(now) && !m_isOver) {
        m_generation->step(now);
        sendText(connection);
    }
    if (m_isOver) {
        fail(now);
        connection.close();
        return;
    }
    if (!m_generation->isFinished()) {
        connection.wakeWhen(std::max(now, m_generation->nextDue()));
        return;
    }
    sendTail(connection);
    const UsageCounts counts = countsOf(*m_generation);
    if (!script().usageMissing) {
        m_generation->setReported(counts.prompt, counts.completion);
    }
    m_generation->end(RequestRecord::State::Complete, now);
    connection.finishAnswer();
}

void ResponsesStream::begin(HttpConnection &connection)
{
    if (std::exchange(m_isBegun, true)) {
        return;
    }
    connection.send("HTTP/1.1 200 OK\r\nserver: uvicorn\r\n"
                    "content-type: text/event-stream; charset=utf-8\r\n"
                    "transfer-encoding: chunked\r\n\r\n");
    const QByteArray response = R"("response":)" + responsesBody(*m_generation, "in_progress");
    send("response.created", response, connection);
    send("response.in_progress", response, connection);
    send("response.output_item.added",
         R"("output_index":0,"item":)" + itemText(*m_generation, false),
         connection);
    send("response.content_part.added",
         R"("item_id":"msg_)" + m_generation->id() +
             R"(","output_index":0,"content_index":0,)"
             R"("part":{"type":"output_text","annotations":[],"logprobs":[],"text":""})",
         connection);
}

void ResponsesStream::sendText(HttpConnection &connection)
{
    const qint64 generated = m_generation->sequences().front().generated;
    const QByteArray text = textOf(*m_generation, m_sent, generated);
    m_sent = generated;
    if (!text.isEmpty()) {
        send("response.output_text.delta",
             R"("item_id":"msg_)" + m_generation->id() +
                 R"(","output_index":0,"content_index":0,"logprobs":[],"delta":)" + quoted(text),
             connection);
    }
}

void ResponsesStream::sendTail(HttpConnection &connection)
{
    const QByteArray text = textOf(*m_generation, 0, m_sent);
    send("response.output_text.done",
         R"("item_id":"msg_)" + m_generation->id() +
             R"(","output_index":0,"content_index":0,"logprobs":[],"text":)" + quoted(text),
         connection);
    send("response.output_item.done",
         R"("output_index":0,"item":)" + itemText(*m_generation, true),
         connection);
    send("response.completed",
         R"("response":)" + responsesBody(*m_generation, "completed"),
         connection);
    connection.send("0\r\n\r\n");
}

void ResponsesStream::send(const QByteArray &type,
                           const QByteArray &members,
                           HttpConnection &connection)
{
    if (m_isOver) {
        return;
    }
    if (script().cutAfter == m_sequence || script().errorAfter == m_sequence) {
        m_isOver = true;
        return;
    }
    const QByteArray event = "event: " + type + "\ndata: {\"type\":\"" + type +
                             "\",\"sequence_number\":" + QByteArray::number(m_sequence++) + ',' +
                             members + "}\n\n";
    const QByteArray chunk = QByteArray::number(event.size(), 16) + "\r\n" + event + "\r\n";
    connection.send(chunk);
}

void ResponsesStream::fail(Microseconds now)
{
    m_isOver = true;
    m_generation->end(RequestRecord::State::Error, now);
}

void ResponsesStream::clientGone(Microseconds now, HttpConnection &)
{
    m_generation->end(RequestRecord::State::Aborted, now);
}

} // namespace sim
