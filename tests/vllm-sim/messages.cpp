// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "messages.h"

#include "chunkwriter.h"
#include "jsonwriter.h"
#include "prompt.h"

namespace sim {

namespace {

std::string event(const char *name, const std::string &data)
{
    return std::string("event: ") + name + "\ndata: " + data;
}

std::string quoted(QByteArrayView text)
{
    std::string out;
    appendString(out, text);
    return out;
}

std::string numberText(qint64 number)
{
    return std::to_string(number);
}

const char *stopReasonOf(const Generation &generation, const Sequence &sequence)
{
    if (sequence.finish == FinishReason::Length) {
        return "max_tokens";
    }
    return generation.request().toolName.isEmpty() ? "end_turn" : "tool_use";
}

/// input_tokens without the cached ones, which only show with --enable-prompt-tokens-details.
std::string usageText(const Generation &generation, const Options &options, bool isFinal)
{
    const UsageDetails details = usageDetails(generation.request(), options);
    const qint64 cached = isFinal && details.promptDetails ? details.cached : 0;
    const UsageCounts counts = countsOf(generation);
    std::string out = R"({"input_tokens":)" + numberText(counts.prompt - cached);
    out += R"(,"output_tokens":)" + numberText(isFinal ? counts.completion : 0);
    if (isFinal && details.promptDetails) {
        out += R"(,"cache_creation_input_tokens":0,"cache_read_input_tokens":)";
        out += numberText(cached);
    }
    return out + "}";
}

std::string toolUse(const Generation &generation, const std::string &input)
{
    const CompletionRequest &request = generation.request();
    return R"({"type":"tool_use","id":"chatcmpl-tool-)" + generation.id().toStdString() +
           R"(","name":)" + quoted(request.toolName) + R"(,"input":)" + input + "}";
}

std::string wholeBlocks(const Generation &generation, const Sequence &sequence)
{
    const Piece piece = generation.piece(sequence, 0, sequence.generated);
    std::string out;
    if (!piece.reasoning.isEmpty()) {
        out +=
            R"({"type":"thinking","thinking":)" + quoted(piece.reasoning) + R"(,"signature":""})";
    }
    const bool isTool = piece.opensToolCall;
    if (!isTool || !piece.content.isEmpty()) {
        out += out.empty() ? "" : ",";
        out += R"({"type":"text","text":)" + quoted(piece.content) + "}";
    }
    if (isTool) {
        out += out.empty() ? "" : ",";
        out += toolUse(generation, piece.arguments.toStdString());
    }
    return out;
}

} // namespace

QByteArray messagesError(const ApiError &error)
{
    return QByteArray::fromStdString(R"({"type":"error","error":{"type":)" + quoted(error.type) +
                                     R"(,"message":)" + quoted(error.message) + "}}");
}

QByteArray messagesBody(const Generation &generation, const Options &options)
{
    const Sequence &sequence = generation.sequences().front();
    std::string out = R"({"id":"chatcmpl-)" + generation.id().toStdString() +
                      R"(","type":"message","role":"assistant","content":[)" +
                      wholeBlocks(generation, sequence) + R"(],"model":)" +
                      quoted(generation.request().model) + R"(,"stop_reason":")" +
                      stopReasonOf(generation, sequence) + R"(","stop_sequence":null)";
    if (!generation.request().script.usageMissing) {
        out += R"(,"usage":)" + usageText(generation, options, true);
    }
    return QByteArray::fromStdString(out + "}");
}

MessageWriter::MessageWriter(const Generation &generation, const Options &options)
    : m_generation(generation)
    , m_options(options)
{}

std::string MessageWriter::start() const
{
    return event("message_start",
                 R"({"type":"message_start","message":{"id":"chatcmpl-)" +
                     m_generation.id().toStdString() +
                     R"(","type":"message","role":"assistant","content":[],"model":)" +
                     quoted(m_generation.request().model) +
                     R"(,"stop_reason":null,"stop_sequence":null,"usage":)" +
                     usageText(m_generation, m_options, false) + "}}");
}

void MessageWriter::say(const char *kind, const std::string &opening, const std::string &delta)
{
    if (m_kind != kind) {
        const std::vector<std::string> closing = close();
        m_events.insert(m_events.end(), closing.begin(), closing.end());
        m_kind = kind;
        ++m_index;
        m_events.push_back(event("content_block_start",
                                 R"({"type":"content_block_start","content_block":)" + opening +
                                     R"(,"index":)" + numberText(m_index) + "}"));
    }
    if (!delta.empty()) {
        m_events.push_back(event("content_block_delta",
                                 R"({"type":"content_block_delta","delta":)" + delta +
                                     R"(,"index":)" + numberText(m_index) + "}"));
    }
}

std::vector<std::string> MessageWriter::pieces(const Piece &piece)
{
    m_events.clear();
    if (!piece.reasoning.isEmpty()) {
        say("thinking",
            R"({"type":"thinking","thinking":""})",
            R"({"type":"thinking_delta","thinking":)" + quoted(piece.reasoning) + "}");
    }
    if (!piece.content.isEmpty()) {
        say("text",
            R"({"type":"text","text":""})",
            R"({"type":"text_delta","text":)" + quoted(piece.content) + "}");
    }
    if (piece.opensToolCall || !piece.arguments.isEmpty()) {
        const std::string arguments =
            R"({"type":"input_json_delta","partial_json":)" + quoted(piece.arguments) + "}";
        say("tool_use",
            toolUse(m_generation, "{}"),
            piece.arguments.isEmpty() ? std::string() : arguments);
    }
    return m_events;
}

std::vector<std::string> MessageWriter::close()
{
    if (m_kind.empty()) {
        return {};
    }
    m_kind.clear();
    return {event("content_block_stop",
                  R"({"type":"content_block_stop","index":)" + numberText(m_index) + "}")};
}

std::string MessageWriter::end(const Sequence &sequence) const
{
    std::string data = R"({"type":"message_delta","delta":{"stop_reason":")";
    data += stopReasonOf(m_generation, sequence);
    data += R"("})";
    if (!m_generation.request().script.usageMissing) {
        data += R"(,"usage":)" + usageText(m_generation, m_options, true);
    }
    return event("message_delta", data + "}");
}

std::string MessageWriter::stop()
{
    return event("message_stop", R"({"type":"message_stop"})");
}

std::string MessageWriter::error(const ApiError &error)
{
    return event("error", messagesError(error).toStdString());
}

} // namespace sim
