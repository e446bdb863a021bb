// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/jsontext.h"
#include "core/base/jsonwriter.h"
#include "proxy/dialects/chatrequest.h"
#include "proxy/dialects/gemini.h"

#include <QHash>

namespace proxy::gemini {
namespace {

using core::JsonWriter;

void append(QByteArray &list, const QByteArray &element)
{
    list += (list.isEmpty() ? "" : ",") + element;
}

QByteArray part(const chat::Part &part)
{
    if (!part.isImage()) {
        return JsonWriter().text("text", part.text).toJson();
    }
    JsonWriter data;
    data.text("mimeType", part.mediaType).text("data", part.base64);
    return JsonWriter().raw("inlineData", data.toJson()).toJson();
}

QByteArray callPart(const chat::ToolCall &call)
{
    JsonWriter function;
    function.text("name", call.name).raw("args", call.arguments);
    JsonWriter json;
    json.raw("functionCall", function.toJson());
    if (!call.signature.isEmpty()) {
        json.text("thoughtSignature", call.signature);
    }
    return json.toJson();
}

/// Gemini knows an answer by its function's name, and wants an object.
QByteArray responsePart(const chat::Message &message, const QByteArray &function)
{
    const QByteArray text = message.text();
    JsonWriter json;
    json.text("name", function);
    json.raw("response",
             core::membersOf(text).ok() ? text : JsonWriter().text("result", text).toJson());
    return JsonWriter().raw("functionResponse", json.toJson()).toJson();
}

/// The conversation, in which those of one side in a row are one turn.
class Contents
{
public:
    void add(const chat::Message &message)
    {
        for (const chat::ToolCall &call : message.calls) {
            m_functions.insert(call.id, call.name);
        }
        const QByteArray more = partsOf(message);
        if (message.role == chat::Role::System || more.isEmpty()) {
            return;
        }
        if (m_isUser != (message.role != chat::Role::Assistant)) {
            close();
            m_isUser = !m_isUser;
        }
        append(m_parts, more);
    }

    [[nodiscard]] QByteArray toJson()
    {
        close();
        return '[' + m_turns + ']';
    }

private:
    [[nodiscard]] QByteArray partsOf(const chat::Message &message) const
    {
        if (message.role == chat::Role::Tool) {
            return responsePart(message, m_functions.value(message.callId));
        }
        QByteArray parts;
        for (const chat::Part &one : message.parts) {
            append(parts, part(one));
        }
        for (const chat::ToolCall &call : message.calls) {
            append(parts, callPart(call));
        }
        return parts;
    }

    void close()
    {
        if (!m_parts.isEmpty()) {
            JsonWriter turn;
            turn.text("role", m_isUser ? "user" : "model").raw("parts", '[' + m_parts + ']');
            append(m_turns, turn.toJson());
        }
        m_parts.clear();
    }

    QHash<QByteArray, QByteArray> m_functions; ///< by the id of their call
    QByteArray m_turns;
    QByteArray m_parts;
    bool m_isUser = true;
};

QByteArray toolsOf(const chat::Request &request)
{
    QByteArray functions;
    for (const chat::Tool &tool : request.tools) {
        JsonWriter json;
        json.text("name", tool.name).text("description", tool.description);
        if (!tool.parameters.isEmpty()) {
            json.raw("parametersJsonSchema", tool.parameters);
        }
        append(functions, json.toJson());
    }
    return '[' + JsonWriter().raw("functionDeclarations", '[' + functions + ']').toJson() + ']';
}

QByteArray toolConfigOf(const chat::Request &request)
{
    JsonWriter mode;
    switch (request.toolUse) {
    case chat::ToolUse::Auto:
        mode.text("mode", "AUTO");
        break;
    case chat::ToolUse::None:
        mode.text("mode", "NONE");
        break;
    case chat::ToolUse::Required:
        mode.text("mode", "ANY");
        break;
    case chat::ToolUse::Named:
        mode.text("mode", "ANY");
        mode.raw("allowedFunctionNames", '[' + core::quotedJson(request.toolName) + ']');
        break;
    }
    return JsonWriter().raw("functionCallingConfig", mode.toJson()).toJson();
}

/// Tokens to think in, for each effort: those of Google's own OpenAI-compatible route. -1: not a
/// word that it knows.
qint64 thinkingBudget(const QByteArray &effort)
{
    if (effort == "none") {
        return 0;
    }
    if (effort == "minimal" || effort == "low") {
        return 1'024;
    }
    return effort == "medium" ? 8'192 : effort == "high" ? 24'576 : -1;
}

void addFormat(const chat::Request &request, JsonWriter &json)
{
    if (request.format != chat::Format::Text) {
        json.text("responseMimeType", "application/json");
    }
    if (request.format == chat::Format::JsonSchema) {
        json.raw("responseJsonSchema", request.schema);
    }
}

core::Result<QByteArray> generationConfig(const chat::Request &request)
{
    const auto sampling = chat::renamed(request,
                                        {{"temperature", "temperature"},
                                         {"top_p", "topP"},
                                         {"top_k", "topK"},
                                         {"seed", "seed"},
                                         {"presence_penalty", "presencePenalty"},
                                         {"frequency_penalty", "frequencyPenalty"}});
    if (!sampling.ok()) {
        return sampling.error();
    }
    JsonWriter json;
    if (request.maxTokens) {
        json.number("maxOutputTokens", *request.maxTokens);
    }
    for (const auto &[name, value] : *sampling) {
        json.raw(name, value);
    }
    QByteArray stops;
    for (const QByteArray &stop : request.stop) {
        append(stops, core::quotedJson(stop));
    }
    if (!stops.isEmpty()) {
        json.raw("stopSequences", '[' + stops + ']');
    }
    addFormat(request, json);
    if (!request.reasoningEffort.isEmpty()) {
        JsonWriter thinking;
        thinking.number("thinkingBudget", thinkingBudget(request.reasoningEffort));
        json.raw("thinkingConfig", thinking.toJson());
    }
    return json.toJson();
}

std::optional<core::Error> beyondGemini(const chat::Request &request)
{
    if (!request.reasoningEffort.isEmpty() && thinkingBudget(request.reasoningEffort) < 0) {
        return chat::cannotCarry("reasoning_effort");
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
        for (const chat::Part &one : message.parts) {
            if (!one.url.isEmpty()) {
                return chat::cannotCarry("image_url.url"); // it takes data URLs only
            }
        }
    }
    return std::nullopt;
}

} // namespace

core::Result<QByteArray> contentsOf(const QByteArray &chatBody)
{
    const auto request = chat::read(chatBody);
    if (!request.ok()) {
        return request.error();
    }
    if (const auto fault = beyondGemini(*request)) {
        return *fault;
    }
    const auto generation = generationConfig(*request);
    if (!generation.ok()) {
        return generation.error();
    }
    Contents contents;
    for (const chat::Message &message : request->messages) {
        contents.add(message);
    }
    JsonWriter json;
    if (const QByteArray system = request->system(); !system.isEmpty()) {
        const QByteArray text = JsonWriter().text("text", system).toJson();
        json.raw("systemInstruction", JsonWriter().raw("parts", '[' + text + ']').toJson());
    }
    json.raw("contents", contents.toJson());
    if (!request->tools.empty()) {
        json.raw("tools", toolsOf(*request)).raw("toolConfig", toolConfigOf(*request));
    }
    return json.raw("generationConfig", *generation).toJson();
}

} // namespace proxy::gemini
