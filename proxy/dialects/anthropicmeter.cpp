// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/dialects/anthropicmeter.h"

#include "core/base/jsontext.h"
#include "core/base/jsonwriter.h"

namespace proxy::anthropic {
namespace {

QByteArrayView valueOf(QByteArrayView object, QByteArrayView name)
{
    const auto member = core::findMember(object, name);
    return member ? member->value(object) : QByteArrayView();
}

QByteArray event(const char *name, core::JsonWriter &json)
{
    return QByteArray("event: ") + name + "\ndata: " + json.toJson() + "\n\n";
}

QByteArray usageObject(const core::TokenUsage &usage)
{
    core::JsonWriter json;
    json.number("input_tokens", usage.input);
    if (usage.cachedInput > 0 || usage.cacheWrite > 0) {
        json.number("cache_creation_input_tokens", usage.cacheWrite)
            .number("cache_read_input_tokens", usage.cachedInput);
    }
    return json.number("output_tokens", usage.output).toJson();
}

} // namespace

StreamMeter::Relay MessageMeter::take(QByteArrayView, QByteArrayView data)
{
    const QByteArrayView type = valueOf(data, "type");
    if (type == "\"content_block_delta\"") {
        m_counter.generated();
    } else if (type == "\"content_block_start\"") {
        m_openBlock = core::jsonInteger(valueOf(data, "index")).value_or(0);
    } else if (type == "\"content_block_stop\"") {
        m_openBlock = -1;
    } else if (type == "\"message_start\"") {
        start(valueOf(data, "message"));
    } else if (type == "\"message_delta\"") {
        m_counter.delta(data);
        m_stopReason =
            core::jsonString(valueOf(valueOf(data, "delta"), "stop_reason")).value_or(m_stopReason);
    } else if (type == "\"message_stop\"") {
        m_done = true;
    } else if (type == "\"error\"") {
        m_failed = true;
    }
    return {};
}

void MessageMeter::start(QByteArrayView message)
{
    m_started = true;
    m_counter.start(message);
    m_id = core::jsonString(valueOf(message, "id")).value_or(m_id);
    m_model = core::jsonString(valueOf(message, "model")).value_or(m_model);
}

QByteArray MessageMeter::lengthEnding(const core::TokenUsage &usage) const
{
    if (finished()) {
        return {};
    }
    QByteArray text;
    if (!m_started) {
        core::JsonWriter message;
        message.text("id", "msg_capstan").text("type", "message").text("role", "assistant");
        message.raw("content", "[]").text("model", m_model).null("stop_reason");
        message.null("stop_sequence").raw("usage", usageObject(usage));
        core::JsonWriter start;
        start.text("type", "message_start").raw("message", message.toJson());
        text += event("message_start", start);
    }
    if (m_openBlock >= 0) {
        core::JsonWriter stop;
        stop.text("type", "content_block_stop").number("index", m_openBlock);
        text += event("content_block_stop", stop);
    }
    if (m_stopReason.isEmpty()) {
        core::JsonWriter end;
        end.text("type", "message_delta");
        end.raw("delta", R"({"stop_reason":"max_tokens","stop_sequence":null})");
        end.raw("usage", usageObject(usage));
        text += event("message_delta", end);
    }
    core::JsonWriter stop;
    stop.text("type", "message_stop");
    return text + event("message_stop", stop);
}

QByteArray MessageMeter::stopEnding(QByteArrayView code, QByteArrayView message) const
{
    core::JsonWriter error;
    error.text("type", "api_error").text("message", message).text("code", code);
    core::JsonWriter json;
    json.text("type", "error").raw("error", error.toJson());
    return event("error", json);
}

} // namespace proxy::anthropic
