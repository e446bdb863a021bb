// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/dialects/ollama.h"

#include "core/base/jsontext.h"
#include "proxy/dialects/chatstream.h"

namespace proxy::ollama {
namespace {

QByteArrayView valueOf(QByteArrayView object, QByteArrayView name)
{
    const auto member = core::findMember(object, name);
    return member ? member->value(object) : QByteArrayView();
}

QByteArray textOf(QByteArrayView object, QByteArrayView name)
{
    return core::jsonString(valueOf(object, name)).value_or(QByteArray());
}

/// Members that are zero are left out, and no prompt is empty: one without a count was not counted.
std::optional<core::TokenUsage> readCounts(QByteArrayView line)
{
    constexpr qint64 MaximumCount = 1'000'000'000'000;
    const qint64 prompt = core::jsonInteger(valueOf(line, "prompt_eval_count")).value_or(0);
    const qint64 output = core::jsonInteger(valueOf(line, "eval_count")).value_or(0);
    if (prompt <= 0 || output < 0 || prompt > MaximumCount || output > MaximumCount) {
        return std::nullopt;
    }
    core::TokenUsage usage;
    usage.input = prompt;
    usage.output = output;
    usage.quality = core::CountQuality::Reported;
    return usage;
}

/// One line: a piece of a stream, or all of an answer.
chat::Answer readLine(QByteArrayView line, qint64 firstCall)
{
    chat::Answer answer;
    const QByteArrayView message = valueOf(line, "message");
    answer.model = textOf(line, "model");
    answer.id = "chatcmpl-" + QByteArray::number(qHash(valueOf(line, "created_at")), 16);
    answer.text = textOf(message, "content");
    answer.reasoning = textOf(message, "thinking");
    core::JsonElements calls(valueOf(message, "tool_calls"));
    QByteArrayView call;
    while (calls.next(call)) {
        const QByteArrayView function = valueOf(call, "function");
        const qint64 number = firstCall + static_cast<qint64>(answer.calls.size());
        const QByteArray id = textOf(call, "id");
        const QByteArray arguments = valueOf(function, "arguments").toByteArray();
        answer.calls.push_back(
            {id.isEmpty() ? "call_" + answer.id.mid(9) + '_' + QByteArray::number(number) : id,
             textOf(function, "name"),
             arguments.isEmpty() ? QByteArray("{}") : arguments,
             {}});
    }
    if (valueOf(line, "done") == "true") {
        const bool hasCalls = firstCall > 0 || !answer.calls.empty();
        const bool isCut = valueOf(line, "done_reason") == "\"length\"";
        answer.finishReason = isCut ? "length" : hasCalls ? "tool_calls" : "stop";
        answer.usage = readCounts(line);
    }
    return answer;
}

/// Its lines, as chunks.
class ChatStream final : public chat::TranslatedStream
{
public:
    using TranslatedStream::TranslatedStream;

private:
    void read(QByteArrayView data) override
    {
        if (const QByteArray error = textOf(data, "error"); !error.isEmpty()) {
            fail(error, "upstream_error");
            return;
        }
        const chat::Answer answer = readLine(data, calls());
        if (!m_isNamed) {
            m_isNamed = true; // each line has a time of its own
            name(answer.id, answer.model);
        }
        think(answer.reasoning);
        say(answer.text);
        for (const chat::ToolCall &one : answer.calls) {
            call(one);
        }
        if (answer.finishReason.isEmpty()) {
            return;
        }
        finish(answer.finishReason);
        if (answer.usage) {
            report(*answer.usage, true);
        }
        end();
    }

    bool m_isNamed = false;
};

} // namespace

core::Outcome ChatDialect::check(const openai::CallFacts &, const QByteArray &body) const
{
    const auto translated = chatOf(body);
    return translated.ok() ? core::Outcome(core::Done{}) : translated.error();
}

Dialect::Outgoing ChatDialect::outgoing(const QByteArray &,
                                        const openai::CallFacts &facts,
                                        const QByteArray &body,
                                        const openai::RequestEdit &edit) const
{
    const auto translated = chatOf(openai::editRequest(facts, body, edit));
    return {"/api/chat", translated.ok() ? *translated : QByteArray()};
}

std::unique_ptr<StreamMeter> ChatDialect::meter(const openai::CallFacts &facts) const
{
    return std::make_unique<ChatStream>(facts);
}

std::optional<core::TokenUsage> ChatDialect::usage(QByteArrayView body) const
{
    return readCounts(body);
}

openai::AnswerFacts ChatDialect::answerFacts(QByteArrayView body) const
{
    const chat::Answer answer = readLine(body, 0);
    return {answer.id, answer.model, answer.finishReason};
}

core::Result<QByteArray> ChatDialect::answer(const QByteArray &body) const
{
    const chat::Answer answer = readLine(body, 0);
    if (!core::membersOf(body.trimmed()).ok() || answer.finishReason.isEmpty()) {
        return core::Error{
            core::ErrorCode::Unavailable, QStringLiteral("The answer is none of /api/chat."), {}};
    }
    return chat::completion(answer);
}

QByteArray ChatDialect::error(int, const QByteArray &body) const
{
    const QByteArray message = textOf(body, "error");
    return chat::errorObject(message.isEmpty() ? QByteArray("The provider refused the request.")
                                               : message,
                             "upstream_error");
}

} // namespace proxy::ollama
