// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "compatiblewords.h"

namespace test {

using namespace Qt::StringLiterals;

namespace {

/// What sets those apart that call themselves compatible with OpenAI (vllm-protocol 0 and 6).
struct Manner
{
    const char *reasoning = "reasoning"; ///< the member with the text of it
    bool nullUsage = false;              ///< "usage":null where there is none
    bool runningUsage = false;           ///< on every chunk, so far
    bool usageAtFinish = false;          ///< with the finish_reason, not in a chunk of its own
    bool keepsAlive = false;             ///< a comment, or blank lines, while it waits
    bool endsErrors = false;             ///< [DONE] after an error in the middle
    bool tellsLength = false;            ///< max_model_len
};

Manner mannerOf(Api api)
{
    switch (api) {
    case Api::DeepSeek:
        return {.reasoning = "reasoning_content", .keepsAlive = true};
    case Api::LlamaCpp:
        return {.reasoning = "reasoning_content", .usageAtFinish = true};
    case Api::VllmRust:
        return {.runningUsage = true, .endsErrors = true, .tellsLength = true};
    case Api::OpenAi:
        return {.nullUsage = true};
    default:
        return {};
    }
}

QByteArray number(qint64 value)
{
    return QByteArray::number(value);
}

class CompatibleWords final : public ProviderWords
{
public:
    explicit CompatibleWords(Api api)
        : m_api(api)
        , m_manner(mannerOf(api))
    {}

    QByteArray whole(const ProviderScript &script) const override
    {
        const QByteArray text = QByteArray("word ").repeated(script.output);
        QByteArray message =
            R"("role":"assistant","content":)" + (script.toolCall ? "null" : '"' + text + '"');
        message += script.reasoning > 0 ? ',' + thought() : QByteArray();
        message += script.toolCall ? R"(,"tool_calls":[{"id":"call_1","type":"function",)"
                                     R"("function":{"name":"weather","arguments":)"
                                     R"("{\"city\": \"Oslo\"}"}}])"
                                   : "";
        const QByteArray choice =
            R"({"index":0,"message":{)" + message + "}," + reason(script) + '}';
        return (m_manner.keepsAlive ? "\n\n\n" : "") +
               head("chat.completion", script.noChoices ? QByteArray() : choice) +
               (script.usageMissing ? QByteArray() : usage(script, script.output)) + '}';
    }
    QByteArrayList opening(const ProviderScript &script) const override
    {
        const QByteArray role = chunk(script, R"("role":"assistant","content":"")", 0);
        return m_manner.keepsAlive ? QByteArrayList{": keep-alive\n\n", role}
                                   : QByteArrayList{role};
    }
    QByteArrayList token(const ProviderScript &script, qint64 at) const override
    {
        QByteArray delta = script.toolCall ? call(at - script.reasoning) : R"("content":"word ")";
        delta = at < script.reasoning ? thought() : delta;
        return {chunk(script, delta, at + 1)};
    }
    QByteArrayList closing(const ProviderScript &script) const override
    {
        const bool tells = !script.usageMissing;
        const QByteArray counts = usage(script, script.output);
        QByteArrayList events{event(
            head("chat.completion.chunk", R"({"index":0,"delta":{},)" + reason(script) + '}') +
            (tells && m_manner.usageAtFinish ? counts : none()) + '}')};
        if (tells && !m_manner.usageAtFinish) {
            events << event(head("chat.completion.chunk", {}) + counts + '}');
        }
        return events << "data: [DONE]\n\n";
    }
    QByteArray error(int status) const override
    {
        const QByteArray code = m_api == Api::LlamaCpp   ? number(status)
                                : m_api == Api::VllmRust ? "\"server_error\""_ba
                                                         : "null"_ba;
        return R"({"error":{"message":"No, it said.","type":"rate_limit_error","param":null,)"
               R"("code":)" +
               code + "}}";
    }
    QByteArray errorEvent() const override
    {
        return event(R"({"error":{"message":"Overloaded","type":"server_error","param":null,)"
                     R"("code":null}})") +
               (m_manner.endsErrors ? "data: [DONE]\n\n" : "");
    }
    QByteArray models() const override
    {
        return R"({"object":"list","data":[{"id":"the-model","object":"model","owned_by":"it")" +
               QByteArray(m_manner.tellsLength ? R"(,"max_model_len":8192)" : "") + "}]}";
    }

private:
    static QByteArray event(const QByteArray &json) { return "data: " + json + "\n\n"; }
    static QByteArray head(const QByteArray &object, const QByteArray &choice)
    {
        return R"({"id":"chatcmpl-1","object":")" + object +
               R"(","created":1755700000,"model":"the-model","choices":[)" + choice + ']';
    }
    static QByteArray reason(const ProviderScript &script)
    {
        return QByteArray(R"("finish_reason":)") +
               (script.toolCall ? R"("tool_calls")" : R"("stop")");
    }
    /// Of a tool: its name, then its arguments in two pieces.
    static QByteArray call(qint64 piece)
    {
        const QByteArray function =
            piece == 0   ? R"("id":"call_1","type":"function","function":{"name":"weather",)"
                           R"("arguments":""})"
            : piece == 1 ? R"("function":{"arguments":"{\"city\": "})"
            : piece == 2 ? R"("function":{"arguments":"\"Oslo\"}"})"
                         : R"("function":{"arguments":""})";
        return R"("tool_calls":[{"index":0,)" + function + "}]";
    }
    QByteArray thought() const { return '"' + QByteArray(m_manner.reasoning) + R"(":"Hm. ")"; }
    QByteArray none() const { return m_manner.nullUsage ? R"(,"usage":null)" : ""; }

    QByteArray chunk(const ProviderScript &script, const QByteArray &delta, qint64 output) const
    {
        const bool tells = m_manner.runningUsage && !script.usageMissing;
        return event(head("chat.completion.chunk",
                          R"({"index":0,"delta":{)" + delta + R"(},"finish_reason":null})") +
                     (tells ? usage(script, output) : none()) + '}');
    }

    QByteArray details(const ProviderScript &script) const
    {
        const QByteArray cached =
            R"(,"prompt_tokens_details":{"cached_tokens":)" + number(script.cached) + '}';
        const QByteArray reasoning =
            R"(,"completion_tokens_details":{"reasoning_tokens":)" + number(script.reasoning) + '}';
        switch (m_api) {
        case Api::OpenAi:
            return cached + reasoning;
        case Api::DeepSeek: // the same cached tokens twice
            return cached + reasoning + R"(,"prompt_cache_hit_tokens":)" + number(script.cached) +
                   R"(,"prompt_cache_miss_tokens":)" + number(script.prompt - script.cached);
        case Api::VllmRust:
            return script.cached > 0 ? cached : R"(,"prompt_tokens_details":null)";
        default:
            return {};
        }
    }
    QByteArray usage(const ProviderScript &script, qint64 output) const
    {
        return R"(,"usage":{"prompt_tokens":)" + number(script.prompt) +
               R"(,"completion_tokens":)" + number(output) + R"(,"total_tokens":)" +
               number(script.prompt + output) + details(script) + '}';
    }

    Api m_api;
    Manner m_manner;
};

} // namespace

std::unique_ptr<ProviderWords> compatibleWords(Api api)
{
    return std::make_unique<CompatibleWords>(api);
}

} // namespace test
