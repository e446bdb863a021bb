// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/jsontext.h"
#include "proxy/dialects/openai.h"

#include <QDateTime>

namespace proxy::openai {
namespace {

QByteArray orElse(const QByteArray &json, const QByteArray &other)
{
    return json.isEmpty() ? other : json;
}

QByteArray usageMember(const core::TokenUsage &usage)
{
    QByteArray text = ",\"usage\":{\"prompt_tokens\":" + QByteArray::number(usage.prompt()) +
                      ",\"total_tokens\":" + QByteArray::number(usage.total()) +
                      ",\"completion_tokens\":" + QByteArray::number(usage.output);
    if (usage.cachedInput > 0) {
        text += ",\"prompt_tokens_details\":{\"cached_tokens\":" +
                QByteArray::number(usage.cachedInput) + '}';
    }
    return text + '}';
}

} // namespace

bool StreamMeter::hasStarted(qint64 index) const
{
    const auto place = static_cast<std::size_t>(index);
    return place < m_choices.size() && m_choices[place].started;
}

QByteArray StreamMeter::lengthChoice(qint64 index) const
{
    const bool isChat = m_facts.endpoint == Endpoint::Chat;
    const QByteArray delta = hasStarted(index) ? "{}" : R"({"role":"assistant","content":""})";
    return "{\"index\":" + QByteArray::number(index) +
           (isChat ? ",\"delta\":" + delta : QByteArray(",\"text\":\"\"")) +
           ",\"logprobs\":null,\"finish_reason\":\"length\",\"stop_reason\":null}";
}

QByteArray StreamMeter::chunkText(QByteArrayView choices, QByteArrayView more) const
{
    const bool isChat = m_facts.endpoint == Endpoint::Chat;
    const QByteArray now = QByteArray::number(QDateTime::currentSecsSinceEpoch());
    QByteArray text = "data: {\"id\":";
    text += orElse(m_id, isChat ? "\"chatcmpl-capstan\"" : "\"cmpl-capstan\"");
    text += isChat ? ",\"object\":\"chat.completion.chunk\"" : ",\"object\":\"text_completion\"";
    text += ",\"created\":" + orElse(m_created, now);
    text += ",\"model\":" + orElse(m_model, core::quotedJson(m_facts.model));
    return text.append(",\"choices\":[").append(choices).append(']').append(more).append("}\n\n");
}

QByteArray StreamMeter::lengthEnding(const core::TokenUsage &usage) const
{
    if (m_done) {
        return {};
    }
    QByteArray text;
    for (qint64 index = 0; index < m_facts.choices; ++index) {
        if (!hasStarted(index) || !m_choices[static_cast<std::size_t>(index)].ended) {
            text += chunkText(lengthChoice(index), {});
        }
    }
    if (m_facts.includeUsage && !m_final) {
        text += chunkText({}, usageMember(usage));
    }
    return text + "data: [DONE]\n\n";
}

QByteArray StreamMeter::errorEnding(QByteArrayView code, QByteArrayView message)
{
    // With spaces, as vLLM's json.dumps writes it.
    return "data: {\"error\": {\"message\": " + core::quotedJson(message) +
           ", \"type\": " + core::quotedJson(code) +
           ", \"param\": null, \"code\": " + core::quotedJson(code) + "}}\n\ndata: [DONE]\n\n";
}

} // namespace proxy::openai
