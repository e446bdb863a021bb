// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/dialects/chatstream.h"

#include "core/base/jsontext.h"
#include "core/base/jsonwriter.h"

#include <QDateTime>

#include <algorithm>
#include <utility>

namespace proxy::chat {

QByteArray toolCallObject(const ToolCall &call, qint64 index)
{
    core::JsonWriter json;
    if (index >= 0) {
        json.number("index", index);
    }
    core::JsonWriter function;
    function.text("name", call.name).text("arguments", call.arguments);
    json.text("id", call.id).text("type", "function").raw("function", function.toJson());
    if (!call.signature.isEmpty()) {
        core::JsonWriter google;
        google.text("thought_signature", call.signature);
        json.raw("extra_content", core::JsonWriter().raw("google", google.toJson()).toJson());
    }
    return json.toJson();
}

TranslatedStream::TranslatedStream(const openai::CallFacts &facts)
    : m_wantsUsage(facts.includeUsage)
    , m_model(facts.model)
    , m_created(QByteArray::number(QDateTime::currentSecsSinceEpoch()))
{}

StreamMeter::Relay TranslatedStream::take(QByteArrayView, QByteArrayView data)
{
    m_out.clear();
    if (!data.isEmpty() && !m_ended && !m_failed) {
        read(data);
    }
    return {.drop = m_out.isEmpty(), .changed = true, .text = m_out};
}

/// The usage chunk stands last, when no count can follow any more.
QByteArray TranslatedStream::tail()
{
    if (m_failed || std::exchange(m_tailTold, true)) {
        return {};
    }
    const bool tells = m_wantsUsage && usage().quality == core::CountQuality::Reported;
    const QByteArray counts =
        tells ? chunk({}, ",\"usage\":" + usageObject(usage())) : QByteArray();
    return counts + "data: [DONE]\n\n";
}

core::TokenUsage TranslatedStream::usage() const
{
    core::TokenUsage usage = m_told;
    if (usage.quality != core::CountQuality::Reported && m_deltas > 0) {
        usage.quality = std::max(usage.quality, core::CountQuality::Estimated);
        usage.output = std::max(usage.output, m_deltas);
    }
    return usage;
}

openai::AnswerFacts TranslatedStream::answerFacts() const
{
    return {m_id, m_model, m_finishReason};
}

QByteArray TranslatedStream::lengthEnding(const core::TokenUsage &usage) const
{
    if (finished()) {
        return {};
    }
    QByteArray text;
    if (m_finishReason.isEmpty()) {
        text =
            chunk(choice(m_started ? "{}" : R"({"role":"assistant","content":""})", "\"length\""));
    }
    if (m_wantsUsage) {
        text += chunk({}, ",\"usage\":" + usageObject(usage));
    }
    return text + "data: [DONE]\n\n";
}

QByteArray TranslatedStream::stopEnding(QByteArrayView code, QByteArrayView message) const
{
    return openai::StreamMeter::errorEnding(code, message);
}

void TranslatedStream::name(const QByteArray &id, const QByteArray &model)
{
    m_id = id.isEmpty() ? m_id : id;
    m_model = model.isEmpty() ? m_model : model;
}

void TranslatedStream::send(const QByteArray &delta)
{
    if (!std::exchange(m_started, true)) {
        m_out += chunk(choice(R"({"role":"assistant","content":""})"));
    }
    ++m_deltas;
    m_out += chunk(choice(delta));
}

void TranslatedStream::say(const QByteArray &text)
{
    if (!text.isEmpty()) {
        send("{\"content\":" + core::quotedJson(text) + '}');
    }
}

void TranslatedStream::think(const QByteArray &text)
{
    if (!text.isEmpty()) {
        send("{\"reasoning\":" + core::quotedJson(text) + '}');
    }
}

void TranslatedStream::call(const ToolCall &call)
{
    send("{\"tool_calls\":[" + toolCallObject(call, m_calls) + "]}");
    ++m_calls;
}

void TranslatedStream::argue(const QByteArray &arguments)
{
    if (!arguments.isEmpty()) {
        core::JsonWriter more;
        more.number("index", std::max<qint64>(m_calls - 1, 0));
        more.raw("function", core::JsonWriter().text("arguments", arguments).toJson());
        send("{\"tool_calls\":[" + more.toJson() + "]}");
    }
}

void TranslatedStream::finish(const QByteArray &reason)
{
    if (!m_finishReason.isEmpty() || reason.isEmpty()) {
        return;
    }
    m_finishReason = reason;
    const QByteArray delta = m_started ? "{}" : R"({"role":"assistant","content":""})";
    m_started = true;
    m_out += chunk(choice(delta, core::quotedJson(reason)));
}

void TranslatedStream::fail(const QByteArray &message, const QByteArray &type)
{
    m_failed = true;
    m_out += "data: " + errorObject(message, type) + "\n\ndata: [DONE]\n\n";
}

void TranslatedStream::report(const core::TokenUsage &usage, bool isFinal)
{
    m_told = usage;
    if (isFinal) {
        m_told.quality = core::CountQuality::Reported;
    }
}

QByteArray TranslatedStream::choice(const QByteArray &delta, const QByteArray &finishReason) const
{
    return "{\"index\":0,\"delta\":" + delta +
           ",\"logprobs\":null,\"finish_reason\":" + finishReason + '}';
}

QByteArray TranslatedStream::chunk(const QByteArray &choices, const QByteArray &more) const
{
    return "data: {\"id\":" + core::quotedJson(m_id) +
           ",\"object\":\"chat.completion.chunk\",\"created\":" + m_created +
           ",\"model\":" + core::quotedJson(m_model) + ",\"choices\":[" + choices + ']' + more +
           "}\n\n";
}

} // namespace proxy::chat
