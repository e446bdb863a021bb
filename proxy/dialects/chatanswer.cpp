// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/dialects/chatanswer.h"

#include "core/base/jsonwriter.h"
#include "proxy/dialects/chatstream.h"

#include <QDateTime>

namespace proxy::chat {
namespace {

QByteArray message(const Answer &answer)
{
    core::JsonWriter json;
    json.text("role", "assistant");
    if (answer.text.isEmpty() && !answer.calls.empty()) {
        json.null("content");
    } else {
        json.text("content", answer.text);
    }
    if (!answer.reasoning.isEmpty()) {
        json.text("reasoning", answer.reasoning);
    }
    QByteArray calls;
    for (const ToolCall &call : answer.calls) {
        calls += (calls.isEmpty() ? "" : ",") + toolCallObject(call, -1);
    }
    if (!calls.isEmpty()) {
        json.raw("tool_calls", '[' + calls + ']');
    }
    return json.toJson();
}

} // namespace

QByteArray completion(const Answer &answer)
{
    core::JsonWriter choice;
    choice.number("index", 0).raw("message", message(answer)).null("logprobs");
    choice.text("finish_reason", answer.finishReason);
    core::JsonWriter json;
    json.text("id", answer.id).text("object", "chat.completion");
    json.number("created", QDateTime::currentSecsSinceEpoch()).text("model", answer.model);
    json.raw("choices", '[' + choice.toJson() + ']');
    if (answer.usage) {
        json.raw("usage", usageObject(*answer.usage));
    }
    return json.toJson();
}

QByteArray usageObject(const core::TokenUsage &usage)
{
    core::JsonWriter json;
    json.number("prompt_tokens", usage.prompt())
        .number("completion_tokens", usage.output)
        .number("total_tokens", usage.total());
    core::JsonWriter prompt;
    prompt.number("cached_tokens", usage.cachedInput);
    if (usage.cacheWrite > 0) {
        prompt.number("cache_write_tokens", usage.cacheWrite);
    }
    json.raw("prompt_tokens_details", prompt.toJson());
    core::JsonWriter output;
    output.number("reasoning_tokens", usage.reasoning);
    return json.raw("completion_tokens_details", output.toJson()).toJson();
}

QByteArray errorObject(const QByteArray &message, const QByteArray &type)
{
    core::JsonWriter error;
    error.text("message", message).text("type", type).null("param").text("code", type);
    return core::JsonWriter().raw("error", error.toJson()).toJson();
}

} // namespace proxy::chat
