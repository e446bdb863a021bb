// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wholepayload.h"

#include "chunkwriter.h"
#include "jsonwriter.h"
#include "responses.h"

namespace sim {

static void appendMessage(std::string &out, const Generation &generation, const Sequence &sequence)
{
    const CompletionRequest &request = generation.request();
    Piece piece = generation.piece(sequence, 0, sequence.generated);
    piece.content.prepend(request.prompts[sequence.prompt].echo);
    out += R"("message":{"role":"assistant","content":)";
    if (piece.opensToolCall) {
        out += "null";
    } else {
        appendString(out, piece.content);
    }
    out += R"(,"refusal":null,"annotations":null,"audio":null,"function_call":null)";
    if (piece.opensToolCall) {
        out += R"(,"tool_calls":[{"id":"chatcmpl-tool-)";
        out += viewOf(generation.id());
        out += R"(","type":"function","function":{"name":)";
        appendString(out, request.toolName);
        out += R"(,"arguments":)";
        appendString(out, piece.arguments);
        out += "}}]";
    }
    out += R"(,"reasoning":)";
    if (piece.reasoning.isEmpty()) {
        out += "null";
    } else {
        appendString(out, piece.reasoning);
    }
    out += "},";
}

static void appendText(std::string &out, const Generation &generation, const Sequence &sequence)
{
    out += R"("text":)";
    const QByteArray &echo = generation.request().prompts[sequence.prompt].echo;
    appendString(out, echo + generation.piece(sequence, 0, sequence.generated).content);
    out += ',';
}

static void appendChoice(std::string &out, const Generation &generation, std::size_t index)
{
    const Sequence &sequence = generation.sequences()[index];
    const bool isChat = generation.request().kind == CompletionRequest::Kind::Chat;
    out += R"({"index":)";
    appendNumber(out, static_cast<qint64>(index));
    out += ',';
    if (isChat) {
        appendMessage(out, generation, sequence);
    } else {
        appendText(out, generation, sequence);
    }
    out += R"("logprobs":null,"finish_reason":")";
    out += finishReasonOf(generation, sequence);
    out += R"(","stop_reason":null,"token_ids":null)";
    out += isChat ? "" : R"(,"prompt_logprobs":null,"prompt_token_ids":null)";
    out += R"(,"routed_experts":null})";
}

QByteArray wholeBody(const Generation &generation, const Options &options)
{
    const CompletionRequest &request = generation.request();
    if (request.isResponses) {
        return responsesBody(generation, "completed");
    }
    const bool isChat = request.kind == CompletionRequest::Kind::Chat;
    std::string out;
    constexpr std::size_t UsualBody = 1'024;
    out.reserve(UsualBody);
    out += isChat ? R"({"id":"chatcmpl-)" : R"({"id":"cmpl-)";
    out += viewOf(generation.id());
    out += isChat ? R"(","object":"chat.completion","created":)"
                  : R"(","object":"text_completion","created":)";
    appendNumber(out, time(nullptr));
    out += R"(,"model":)";
    appendString(out, request.model);
    out += R"(,"choices":[)";
    for (std::size_t index = 0; index < generation.sequences().size(); ++index) {
        out += index == 0 ? "" : ",";
        appendChoice(out, generation, index);
    }
    out += R"(],"service_tier":null,"system_fingerprint":")";
    out += Fingerprint;
    out += '"';
    if (!request.script.usageMissing) {
        out += R"(,"usage":)";
        appendWholeUsage(out, countsOf(generation), usageDetails(request, options));
    }
    out += isChat ? R"(,"prompt_logprobs":null,"prompt_token_ids":null,"prompt_text":null)" : "";
    out += R"(,"kv_transfer_params":null,"ec_transfer_params":null,"metrics":null})";
    return QByteArray::fromStdString(out);
}

} // namespace sim
