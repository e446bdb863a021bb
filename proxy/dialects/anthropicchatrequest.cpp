// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/jsontext.h"
#include "core/base/jsonwriter.h"
#include "proxy/dialects/anthropicchat.h"
#include "proxy/dialects/chatrequest.h"

namespace proxy::anthropic {
namespace {

using core::JsonWriter;

/// The API wants a limit in every request; a call whose client sets none has the limit of its hold
/// by the time it is sent.
constexpr qint64 LimitOfAnyModel = 4'096;

void append(QByteArray &list, const QByteArray &element)
{
    list += (list.isEmpty() ? "" : ",") + element;
}

QByteArray textBlock(const QByteArray &text)
{
    return JsonWriter().text("type", "text").text("text", text).toJson();
}

QByteArray imageBlock(const chat::Part &part)
{
    JsonWriter source;
    if (part.url.isEmpty()) {
        source.text("type", "base64").text("media_type", part.mediaType).text("data", part.base64);
    } else {
        source.text("type", "url").text("url", part.url);
    }
    return JsonWriter().text("type", "image").raw("source", source.toJson()).toJson();
}

QByteArray blocksOf(const chat::Message &message)
{
    QByteArray blocks;
    for (const chat::Part &part : message.parts) {
        append(blocks, part.isImage() ? imageBlock(part) : textBlock(part.text));
    }
    for (const chat::ToolCall &call : message.calls) {
        JsonWriter use;
        use.text("type", "tool_use").text("id", call.id).text("name", call.name);
        append(blocks, use.raw("input", call.arguments).toJson());
    }
    if (message.role != chat::Role::Tool) {
        return blocks;
    }
    JsonWriter result;
    result.text("type", "tool_result").text("tool_use_id", message.callId);
    return result.raw("content", '[' + blocks + ']').toJson();
}

/// Turns in the API's sense: what a tool answers is the user's, and those of one side in a row are
/// one, so that the results of parallel calls stand together.
QByteArray turnsOf(const chat::Request &request)
{
    QByteArray turns;
    QByteArray blocks;
    bool isUser = true;
    const auto close = [&] {
        if (!blocks.isEmpty()) {
            append(turns,
                   JsonWriter()
                       .text("role", isUser ? "user" : "assistant")
                       .raw("content", '[' + blocks + ']')
                       .toJson());
        }
        blocks.clear();
    };
    for (const chat::Message &message : request.messages) {
        const QByteArray more = blocksOf(message);
        if (message.role == chat::Role::System || more.isEmpty()) {
            continue;
        }
        if (isUser != (message.role != chat::Role::Assistant)) {
            close();
            isUser = !isUser;
        }
        append(blocks, more);
    }
    close();
    return '[' + turns + ']';
}

QByteArray toolsOf(const chat::Request &request)
{
    QByteArray tools;
    for (const chat::Tool &tool : request.tools) {
        JsonWriter json;
        json.text("name", tool.name);
        if (!tool.description.isEmpty()) {
            json.text("description", tool.description);
        }
        json.raw("input_schema",
                 tool.parameters.isEmpty() ? R"({"type":"object","properties":{}})"
                                           : tool.parameters);
        if (tool.strict) {
            json.boolean("strict", true);
        }
        append(tools, json.toJson());
    }
    return '[' + tools + ']';
}

QByteArray toolChoiceOf(const chat::Request &request)
{
    JsonWriter choice;
    switch (request.toolUse) {
    case chat::ToolUse::Auto:
        choice.text("type", "auto");
        break;
    case chat::ToolUse::None:
        return choice.text("type", "none").toJson();
    case chat::ToolUse::Required:
        choice.text("type", "any");
        break;
    case chat::ToolUse::Named:
        choice.text("type", "tool").text("name", request.toolName);
        break;
    }
    if (request.oneToolAtATime) {
        choice.boolean("disable_parallel_tool_use", true);
    }
    return choice.toJson();
}

void addStops(const chat::Request &request, JsonWriter &json)
{
    QByteArray stops;
    for (const QByteArray &stop : request.stop) {
        append(stops, core::quotedJson(stop));
    }
    if (!stops.isEmpty()) {
        json.raw("stop_sequences", '[' + stops + ']');
    }
}

void addRest(const chat::Request &request, JsonWriter &json)
{
    if (!request.tools.empty()) {
        json.raw("tools", toolsOf(request)).raw("tool_choice", toolChoiceOf(request));
    }
    if (request.format == chat::Format::JsonSchema) {
        JsonWriter format;
        format.text("type", "json_schema").raw("schema", request.schema);
        json.raw("output_config", JsonWriter().raw("format", format.toJson()).toJson());
    }
    if (!request.user.isEmpty()) {
        json.raw("metadata", JsonWriter().text("user_id", request.user).toJson());
    }
    addStops(request, json);
}

} // namespace

core::Result<QByteArray> messagesOf(const QByteArray &chatBody)
{
    const auto request = chat::read(chatBody);
    if (!request.ok()) {
        return request.error();
    }
    if (request->format == chat::Format::JsonObject) {
        return chat::cannotCarry("response_format"); // there is a mode with a schema only
    }
    if (!request->reasoningEffort.isEmpty()) {
        return chat::cannotCarry("reasoning_effort");
    }
    const auto sampling = chat::renamed(
        *request, {{"temperature", "temperature"}, {"top_p", "top_p"}, {"top_k", "top_k"}});
    if (!sampling.ok()) {
        return sampling.error();
    }
    JsonWriter json;
    json.text("model", request->model);
    json.number("max_tokens", request->maxTokens.value_or(LimitOfAnyModel));
    if (const QByteArray system = request->system(); !system.isEmpty()) {
        json.text("system", system);
    }
    json.raw("messages", turnsOf(*request));
    for (const auto &[name, value] : *sampling) {
        json.raw(name, value);
    }
    addRest(*request, json);
    return json.boolean("stream", request->stream).toJson();
}

} // namespace proxy::anthropic
