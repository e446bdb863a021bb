// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/jsontext.h"
#include "core/base/jsonwriter.h"
#include "proxy/dialects/chatrequest.h"
#include "proxy/dialects/ollama.h"

#include <QHash>

namespace proxy::ollama {
namespace {

using core::JsonWriter;

void append(QByteArray &list, const QByteArray &element)
{
    list += (list.isEmpty() ? "" : ",") + element;
}

QByteArray roleOf(chat::Role role)
{
    switch (role) {
    case chat::Role::System:
        return "system";
    case chat::Role::User:
        return "user";
    case chat::Role::Assistant:
        return "assistant";
    case chat::Role::Tool:
        break;
    }
    return "tool";
}

QByteArray callsOf(const chat::Message &message)
{
    QByteArray calls;
    for (const chat::ToolCall &call : message.calls) {
        JsonWriter function;
        function.text("name", call.name).raw("arguments", call.arguments);
        append(calls, JsonWriter().raw("function", function.toJson()).toJson());
    }
    return calls;
}

QByteArray messageOf(const chat::Message &message, const QByteArray &function)
{
    JsonWriter json;
    json.text("role", roleOf(message.role)).text("content", message.text());
    QByteArray images;
    for (const chat::Part &part : message.parts) {
        if (part.isImage()) {
            append(images, core::quotedJson(part.base64));
        }
    }
    if (!images.isEmpty()) {
        json.raw("images", '[' + images + ']');
    }
    if (!message.calls.empty()) {
        json.raw("tool_calls", '[' + callsOf(message) + ']');
    }
    if (message.role == chat::Role::Tool && !function.isEmpty()) {
        json.text("tool_name", function);
    }
    return json.toJson();
}

QByteArray messagesOf(const chat::Request &request)
{
    QHash<QByteArray, QByteArray> functions; // by the id of their call
    QByteArray messages;
    for (const chat::Message &message : request.messages) {
        for (const chat::ToolCall &call : message.calls) {
            functions.insert(call.id, call.name);
        }
        append(messages, messageOf(message, functions.value(message.callId)));
    }
    return '[' + messages + ']';
}

QByteArray toolsOf(const chat::Request &request)
{
    QByteArray tools;
    for (const chat::Tool &tool : request.tools) {
        JsonWriter function;
        function.text("name", tool.name).text("description", tool.description);
        function.raw("parameters",
                     tool.parameters.isEmpty() ? R"({"type":"object","properties":{}})"
                                               : tool.parameters);
        append(tools,
               JsonWriter().text("type", "function").raw("function", function.toJson()).toJson());
    }
    return '[' + tools + ']';
}

core::Result<QByteArray> optionsOf(const chat::Request &request)
{
    const auto sampling = chat::renamed(request,
                                        {{"temperature", "temperature"},
                                         {"top_p", "top_p"},
                                         {"top_k", "top_k"},
                                         {"min_p", "min_p"},
                                         {"seed", "seed"},
                                         {"presence_penalty", "presence_penalty"},
                                         {"frequency_penalty", "frequency_penalty"},
                                         {"repetition_penalty", "repeat_penalty"}});
    if (!sampling.ok()) {
        return sampling.error();
    }
    JsonWriter json;
    if (request.maxTokens) {
        json.number("num_predict", *request.maxTokens);
    }
    for (const auto &[name, value] : *sampling) {
        json.raw(name, value);
    }
    QByteArray stops;
    for (const QByteArray &stop : request.stop) {
        append(stops, core::quotedJson(stop));
    }
    if (!stops.isEmpty()) {
        json.raw("stop", '[' + stops + ']');
    }
    return json.toJson();
}

std::optional<core::Error> beyondOllama(const chat::Request &request)
{
    const bool forcesTools =
        request.toolUse == chat::ToolUse::Required || request.toolUse == chat::ToolUse::Named;
    if (forcesTools) {
        return chat::cannotCarry("tool_choice");
    }
    if (request.oneToolAtATime) {
        return chat::cannotCarry("parallel_tool_calls");
    }
    for (const chat::Tool &tool : request.tools) {
        if (tool.strict) {
            return chat::cannotCarry("tools.function.strict");
        }
    }
    for (const chat::Message &message : request.messages) {
        for (const chat::Part &part : message.parts) {
            if (!part.url.isEmpty()) {
                return chat::cannotCarry("image_url.url"); // it takes data URLs only
            }
        }
    }
    return std::nullopt;
}

} // namespace

core::Result<QByteArray> chatOf(const QByteArray &chatBody)
{
    const auto request = chat::read(chatBody);
    if (!request.ok()) {
        return request.error();
    }
    if (const auto fault = beyondOllama(*request)) {
        return *fault;
    }
    const auto options = optionsOf(*request);
    if (!options.ok()) {
        return options.error();
    }
    JsonWriter json;
    json.text("model", request->model).raw("messages", messagesOf(*request));
    if (!request->tools.empty() && request->toolUse != chat::ToolUse::None) {
        json.raw("tools", toolsOf(*request)); // without tools none is used
    }
    if (request->format != chat::Format::Text) {
        json.raw("format",
                 request->format == chat::Format::JsonSchema ? request->schema : "\"json\"");
    }
    const QByteArray &effort = request->reasoningEffort;
    if (effort == "none") {
        json.boolean("think", false);
    } else if (!effort.isEmpty()) {
        json.text("think", effort);
    }
    return json.raw("options", *options).boolean("stream", request->stream).toJson();
}

} // namespace proxy::ollama
