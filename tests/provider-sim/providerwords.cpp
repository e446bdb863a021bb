// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providerwords.h"

#include "compatiblewords.h"

namespace test {

namespace {

QByteArray number(qint64 value)
{
    return QByteArray::number(value);
}

class AnthropicWords final : public ProviderWords
{
    static QByteArray event(const QByteArray &name, const QByteArray &members)
    {
        return "event: " + name + "\ndata: {\"type\":\"" + name + '"' + members + "}\n\n";
    }
    static QByteArray usage(const ProviderScript &script, qint64 output)
    {
        return "{\"input_tokens\":" + number(script.prompt - script.cached - script.written) +
               ",\"cache_creation_input_tokens\":" + number(script.written) +
               ",\"cache_read_input_tokens\":" + number(script.cached) +
               ",\"output_tokens\":" + number(output) +
               ",\"output_tokens_details\":{\"thinking_tokens\":" + number(script.reasoning) +
               "},\"service_tier\":\"standard\"}";
    }
    static QByteArray told(const ProviderScript &script, qint64 output)
    {
        return script.usageMissing ? QByteArray() : ",\"usage\":" + usage(script, output);
    }
    static QByteArray reason(const ProviderScript &script)
    {
        return script.toolCall ? "\"tool_use\"" : "\"end_turn\"";
    }

public:
    QByteArray whole(const ProviderScript &script) const override
    {
        QByteArray blocks;
        if (script.reasoning > 0) {
            blocks = R"({"type":"thinking","thinking":"Hm. ","signature":"c2ln"},)";
        }
        blocks +=
            script.toolCall
                ? R"({"type":"tool_use","id":"toolu_1","name":"weather","input":{"city":"Oslo"}})"
                : R"({"type":"text","text":")" + QByteArray("word ").repeated(script.output) +
                      "\"}";
        return R"({"id":"msg_1","type":"message","role":"assistant","model":"the-model","content":[)" +
               blocks + R"(],"stop_reason":)" + reason(script) + R"(,"stop_sequence":null)" +
               told(script, script.output) + "}";
    }
    QByteArrayList opening(const ProviderScript &script) const override
    {
        const QByteArray block =
            script.toolCall ? R"({"type":"tool_use","id":"toolu_1","name":"weather","input":{}})"
                            : R"({"type":"text","text":""})";
        return {event("message_start",
                      R"(,"message":{"id":"msg_1","type":"message","role":"assistant",)"
                      R"("model":"the-model","content":[],"stop_reason":null)" +
                          told(script, 1) + "}"),
                event("content_block_start", R"(,"index":0,"content_block":)" + block),
                event("ping", {})};
    }
    QByteArrayList token(const ProviderScript &script, qint64 at) const override
    {
        QByteArray delta = R"({"type":"text_delta","text":"word "})";
        if (at < script.reasoning) {
            delta = R"({"type":"thinking_delta","thinking":"Hm. "})";
        } else if (script.toolCall) {
            delta = R"({"type":"input_json_delta","partial_json":")" +
                    QByteArray(at == script.reasoning       ? R"({\"city\": )"
                               : at == script.reasoning + 1 ? R"(\"Oslo\"})"
                                                            : "") +
                    "\"}";
        }
        return {event("content_block_delta", R"(,"index":0,"delta":)" + delta)};
    }
    QByteArrayList closing(const ProviderScript &script) const override
    {
        return {event("content_block_stop", R"(,"index":0)"),
                event("message_delta",
                      R"(,"delta":{"stop_reason":)" + reason(script) + "}" +
                          told(script, script.output)),
                event("message_stop", {})};
    }
    QByteArray error(int status) const override
    {
        const QByteArray type = status == 429   ? "rate_limit_error"
                                : status == 529 ? "overloaded_error"
                                                : "invalid_request_error";
        return R"({"type":"error","error":{"type":")" + type +
               R"(","message":"No, said Anthropic."},"request_id":"req_1"})";
    }
    QByteArray errorEvent() const override
    {
        return event("error", R"(,"error":{"type":"overloaded_error","message":"Overloaded"})");
    }
    QByteArray models() const override
    {
        return R"({"data":[{"type":"model","id":"the-model","display_name":"The"}],"has_more":false})";
    }
};

class GeminiWords final : public ProviderWords
{
    static QByteArray usage(const ProviderScript &script, qint64 output)
    {
        if (script.usageMissing) {
            return {};
        }
        const qint64 thoughts = std::min(script.reasoning, output);
        return R"(,"usageMetadata":{"promptTokenCount":)" + number(script.prompt) +
               R"(,"candidatesTokenCount":)" + number(output - thoughts) +
               R"(,"totalTokenCount":)" + number(script.prompt + output) +
               R"(,"cachedContentTokenCount":)" + number(script.cached) +
               R"(,"thoughtsTokenCount":)" + number(thoughts) + "}";
    }
    static QByteArray response(const QByteArray &parts, const QByteArray &more)
    {
        return R"({"candidates":[{"content":{"parts":[)" + parts + R"(],"role":"model"})" + more +
               R"(,"modelVersion":"the-model","responseId":"resp_1"})";
    }
    static QByteArray callOrNothing(const ProviderScript &script)
    {
        return script.toolCall ? R"({"functionCall":{"name":"weather","args":{"city":"Oslo"}},)"
                                 R"("thoughtSignature":"c2ln"})"
                               : R"({"text":""})";
    }

public:
    QByteArray whole(const ProviderScript &script) const override
    {
        const QByteArray text =
            R"({"text":")" + QByteArray("word ").repeated(script.output) + "\"}";
        const QByteArray thought = script.reasoning > 0 ? R"({"text":"Hm. ","thought":true},)" : "";
        return response(thought + (script.toolCall ? callOrNothing(script) : text),
                        R"(,"finishReason":"STOP","index":0}])" + usage(script, script.output));
    }
    QByteArrayList opening(const ProviderScript &) const override { return {}; }
    QByteArrayList token(const ProviderScript &script, qint64 at) const override
    {
        const QByteArray part = at < script.reasoning ? R"({"text":"Hm. ","thought":true})"
                                : script.toolCall     ? R"({"text":""})"
                                                      : R"({"text":"word "})";
        return {"data: " + response(part, R"(,"index":0}])" + usage(script, at + 1)) + "\r\n\r\n"};
    }
    QByteArrayList closing(const ProviderScript &script) const override
    {
        return {"data: " +
                response(callOrNothing(script),
                         R"(,"finishReason":"STOP","index":0}])" + usage(script, script.output)) +
                "\r\n\r\n"};
    }
    QByteArray error(int status) const override
    {
        return R"({"error":{"code":)" + number(status) +
               R"(,"message":"No, said Gemini.","status":"RESOURCE_EXHAUSTED"}})";
    }
    QByteArray errorEvent() const override
    {
        return "data: "
               R"({"error":{"code":503,"message":"Overloaded","status":"UNAVAILABLE"}})"
               "\r\n\r\n";
    }
    QByteArray models() const override
    {
        return R"({"models":[{"name":"models/the-model","inputTokenLimit":1048576}]})";
    }
};

class OllamaWords final : public ProviderWords
{
    static QByteArray line(const QByteArray &message, const QByteArray &more)
    {
        return R"({"model":"the-model","created_at":"2026-11-21T12:00:00Z","message":)"
               R"({"role":"assistant",)" +
               message + "}," + more + "}";
    }
    static QByteArray done(const ProviderScript &script)
    {
        const QByteArray counts = R"(,"prompt_eval_count":)" + number(script.prompt) +
                                  R"(,"prompt_eval_duration":1000,"eval_count":)" +
                                  number(script.output) + R"(,"eval_duration":2000)";
        return R"("done":true,"done_reason":"stop","total_duration":3000)" +
               (script.usageMissing ? QByteArray() : counts);
    }
    static QByteArray call(const ProviderScript &script)
    {
        return script.toolCall
                   ? R"(,"tool_calls":[{"function":{"name":"weather","arguments":{"city":"Oslo"}}}])"
                   : "";
    }

public:
    QByteArray streamType() const override { return "application/x-ndjson"; }
    QByteArray whole(const ProviderScript &script) const override
    {
        const QByteArray text =
            script.toolCall ? QByteArray() : QByteArray("word ").repeated(script.output);
        const QByteArray thought = script.reasoning > 0 ? R"(,"thinking":"Hm. ")" : "";
        return line(R"("content":")" + text + '"' + thought + call(script), done(script));
    }
    QByteArrayList opening(const ProviderScript &) const override { return {}; }
    QByteArrayList token(const ProviderScript &script, qint64 at) const override
    {
        QByteArray message = R"("content":"word ")";
        if (at < script.reasoning) {
            message = R"("content":"","thinking":"Hm. ")";
        } else if (script.toolCall) {
            message = R"("content":"")" + (at == script.reasoning ? call(script) : QByteArray());
        }
        return {line(message, R"("done":false)") + '\n'};
    }
    QByteArrayList closing(const ProviderScript &script) const override
    {
        return {line(R"("content":"")", done(script)) + '\n'};
    }
    QByteArray error(int) const override { return R"({"error":"No, said Ollama."})"; }
    QByteArray errorEvent() const override { return "{\"error\":\"Overloaded\"}\n"; }
    QByteArray models() const override
    {
        return R"({"models":[{"name":"the-model","model":"the-model","size":1}]})";
    }
};

} // namespace

std::unique_ptr<ProviderWords> wordsOf(Api api)
{
    switch (api) {
    case Api::Anthropic:
        return std::make_unique<AnthropicWords>();
    case Api::Gemini:
        return std::make_unique<GeminiWords>();
    case Api::Ollama:
        return std::make_unique<OllamaWords>();
    default:
        return compatibleWords(api);
    }
}

} // namespace test
