// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "responseswords.h"

namespace test {

namespace {

QByteArray number(qint64 value)
{
    return QByteArray::number(value);
}

QByteArray event(const QByteArray &type, const QByteArray &members)
{
    return "event: " + type + "\ndata: {\"type\":\"" + type + "\",\"sequence_number\":1," +
           members + "}\n\n";
}

QByteArray usage(const ProviderScript &script)
{
    return script.usageMissing
               ? "null"
               : R"({"input_tokens":)" + number(script.prompt) +
                     R"(,"input_tokens_details":{"cached_tokens":)" + number(script.cached) +
                     R"(},"output_tokens":)" + number(script.output) +
                     R"(,"output_tokens_details":{"reasoning_tokens":)" + number(script.reasoning) +
                     R"(},"total_tokens":)" + number(script.prompt + script.output) + '}';
}

QByteArray item(const ProviderScript &script, const QByteArray &text)
{
    return script.toolCall ? R"({"id":"fc_1","type":"function_call","call_id":"call_1",)"
                             R"("name":"weather","arguments":)" +
                                 (text.isEmpty() ? QByteArray(R"("")")
                                                 : QByteArray(R"("{\"city\": \"Oslo\"}")")) +
                                 '}'
                           : R"({"id":"msg_1","type":"message","role":"assistant",)"
                             R"("content":[{"type":"output_text","annotations":[],"text":")" +
                                 text + "\"}]}";
}

QByteArray response(const QByteArray &status, const QByteArray &items, const QByteArray &counts)
{
    return R"({"id":"resp_1","object":"response","created_at":1755700000,"model":"the-model",)"
           R"("status":")" +
           status + R"(","error":null,"incomplete_details":null,"output":[)" + items +
           R"(],"usage":)" + counts + '}';
}

class ResponsesWords final : public ProviderWords
{
public:
    QByteArray whole(const ProviderScript &script) const override
    {
        const QByteArray thought =
            R"({"id":"rs_1","type":"reasoning","summary":[{"type":"summary_text","text":"Hm."}]},)";
        return response("completed",
                        (script.reasoning > 0 ? thought : QByteArray()) +
                            item(script, QByteArray("word ").repeated(script.output)),
                        usage(script));
    }
    QByteArrayList opening(const ProviderScript &script) const override
    {
        const QByteArray begun = R"("response":)" + response("in_progress", {}, "null");
        return {
            event("response.created", begun),
            event("response.in_progress", begun),
            event("response.output_item.added", R"("output_index":0,"item":)" + item(script, {}))};
    }
    QByteArrayList token(const ProviderScript &script, qint64 at) const override
    {
        const auto delta = [](const QByteArray &type, const QByteArray &text) {
            return QByteArrayList{
                event("response." + type + ".delta", R"("output_index":0,"delta":")" + text + '"')};
        };
        const qint64 piece = at - script.reasoning;
        return piece < 0          ? delta("reasoning_summary_text", "Hm. ")
               : !script.toolCall ? delta("output_text", "word ")
                                  : delta("function_call_arguments",
                                          piece == 0   ? R"({\"city\": )"
                                          : piece == 1 ? R"(\"Oslo\"})"
                                                       : "");
    }
    QByteArrayList closing(const ProviderScript &script) const override
    {
        return {event("response.completed", R"("response":)" + whole(script))};
    }
    QByteArray error(int) const override
    {
        return R"({"error":{"message":"No, said OpenAI.","type":"rate_limit_error",)"
               R"("param":null,"code":"rate_limit_exceeded"}})";
    }
    QByteArray errorEvent() const override
    {
        return event("error", R"("code":"server_error","message":"Overloaded","param":null)");
    }
    QByteArray models() const override { return {}; }
};

} // namespace

std::unique_ptr<ProviderWords> responsesWords()
{
    return std::make_unique<ResponsesWords>();
}

} // namespace test
