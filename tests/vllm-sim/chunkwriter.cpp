// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chunkwriter.h"

#include "jsonwriter.h"

namespace sim {

UsageCounts countsOf(const Generation &generation)
{
    UsageCounts counts;
    counts.prompt = generation.request().promptTokens();
    for (const Sequence &sequence : generation.sequences()) {
        counts.completion += sequence.generated;
        counts.reasoning += generation.reasoningIn(sequence.generated);
    }
    return counts;
}

const char *finishReasonOf(const Generation &generation, const Sequence &sequence)
{
    if (sequence.finish == FinishReason::Length) {
        return "length";
    }
    const CompletionRequest &request = generation.request();
    return !request.toolName.isEmpty() && !request.toolIsNamed ? "tool_calls" : "stop";
}

ChunkWriter::ChunkWriter(const Generation &generation, const Options &options)
    : m_generation(generation)
    , m_isChat(generation.request().kind == CompletionRequest::Kind::Chat)
    , m_includeUsage(generation.request().includeUsage)
    , m_continuousUsage(generation.request().continuousUsage &&
                        !generation.request().script.usageMissing)
    , m_details(usageDetails(generation.request(), options))
{
    m_prefix = m_isChat ? R"({"id":"chatcmpl-)" : R"({"id":"cmpl-)";
    m_prefix += viewOf(generation.id());
    m_prefix += m_isChat ? R"(","object":"chat.completion.chunk","created":)"
                         : R"(","object":"text_completion","created":)";
    appendNumber(m_prefix, time(nullptr));
    m_prefix += R"(,"model":)";
    appendString(m_prefix, generation.request().model);
    m_prefix += R"(,"choices":[)";
}

std::string ChunkWriter::begin(std::size_t choice) const
{
    std::string out;
    constexpr std::size_t UsualChunk = 512;
    out.reserve(UsualChunk);
    out += m_prefix;
    out += R"({"index":)";
    appendNumber(out, static_cast<qint64>(choice));
    return out;
}

void ChunkWriter::appendRunning(std::string &out, std::size_t choice, qint64 upTo) const
{
    if (!m_continuousUsage) {
        return;
    }
    const Sequence &sequence = m_generation.sequences()[choice];
    const qint64 prompt = m_generation.request().prompts[sequence.prompt].tokens;
    out += R"(,"usage":)";
    appendRunningUsage(out, {prompt, upTo, m_generation.reasoningIn(upTo)}, m_details);
}

std::string ChunkWriter::role(std::size_t choice) const
{
    std::string out = begin(choice);
    out += R"(,"delta":{"role":"assistant","content":""},"logprobs":null,"finish_reason":null}])";
    appendRunning(out, choice, 0);
    out += R"(,"prompt_token_ids":null,"prompt_text":null})";
    return out;
}

std::string ChunkWriter::echo(std::size_t choice, const QByteArray &text) const
{
    Piece piece;
    piece.content = text;
    return delta(choice, piece, 0);
}

void ChunkWriter::appendToolCall(std::string &out, const Piece &piece) const
{
    out += R"("tool_calls":[{)";
    if (piece.opensToolCall) {
        out += R"("id":"chatcmpl-tool-)";
        out += viewOf(m_generation.id());
        out += R"(","type":"function",)";
    }
    out += R"("index":0,"function":{)";
    if (piece.opensToolCall) {
        out += R"("name":)";
        appendString(out, m_generation.request().toolName);
        out += piece.arguments.isEmpty() ? "" : ",";
    }
    if (!piece.arguments.isEmpty()) {
        out += R"("arguments":)";
        appendString(out, piece.arguments);
    }
    out += "}}]";
}

void ChunkWriter::appendDelta(std::string &out, const Piece &piece, bool isLast) const
{
    const bool isTool = !m_generation.request().toolName.isEmpty();
    const char *comma = "";
    if (!piece.content.isEmpty() || (isLast && !isTool)) {
        out += R"("content":)";
        appendString(out, piece.content);
        comma = ",";
    }
    if (!piece.reasoning.isEmpty()) {
        out += comma;
        out += R"("reasoning":)";
        appendString(out, piece.reasoning);
        comma = ",";
    }
    if (piece.opensToolCall || !piece.arguments.isEmpty()) {
        out += comma;
        appendToolCall(out, piece);
    }
}

std::string ChunkWriter::delta(std::size_t choice, const Piece &piece, qint64 upTo) const
{
    std::string out = begin(choice);
    if (m_isChat) {
        out += R"(,"delta":{)";
        appendDelta(out, piece, false);
        out += R"(},"logprobs":null,"finish_reason":null,"token_ids":null}])";
    } else {
        out += R"(,"text":)";
        appendString(out, piece.content);
        out += R"(,"logprobs":null,"finish_reason":null,"stop_reason":null,)"
               R"("prompt_token_ids":null,"token_ids":null}])";
    }
    appendRunning(out, choice, upTo);
    out += '}';
    return out;
}

std::string ChunkWriter::finish(std::size_t choice, const Piece &piece) const
{
    const Sequence &sequence = m_generation.sequences()[choice];
    std::string out = begin(choice);
    if (m_isChat) {
        out += R"(,"delta":{)";
        appendDelta(out, piece, true);
        out += '}';
    } else {
        out += R"(,"text":)";
        appendString(out, piece.content);
    }
    out += R"(,"logprobs":null,"finish_reason":")";
    out += finishReasonOf(m_generation, sequence);
    out += R"(","stop_reason":null,)";
    out += m_isChat ? R"("token_ids":null}])" : R"("prompt_token_ids":null,"token_ids":null}])";
    appendRunning(out, choice, sequence.generated);
    if (m_isChat && !m_includeUsage) {
        out += R"(,"system_fingerprint":")" + std::string(Fingerprint) + '"';
    }
    out += '}';
    return out;
}

std::string ChunkWriter::usage() const
{
    std::string out = m_prefix + R"(],"usage":)";
    appendFinalUsage(out, countsOf(m_generation), m_details);
    out += R"(,"system_fingerprint":")" + std::string(Fingerprint) + R"("})";
    return out;
}

} // namespace sim
