// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/dialects/gemini.h"

#include "core/base/jsontext.h"
#include "proxy/dialects/chatstream.h"

#include <QUrl>

#include <algorithm>

namespace proxy::gemini {
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

qint64 countOf(QByteArrayView object, QByteArrayView name)
{
    /// Above any real count, and small enough that sums cannot overflow.
    constexpr qint64 MaximumCount = 1'000'000'000'000;
    const qint64 count = core::jsonInteger(valueOf(object, name)).value_or(0);
    return std::clamp<qint64>(count, 0, MaximumCount);
}

QByteArrayView firstOf(QByteArrayView list)
{
    QByteArrayView first;
    core::JsonElements elements(list);
    return elements.next(first) ? first : QByteArrayView();
}

/// STOP also ends an answer that calls tools. Empty while it goes on.
QByteArray finishReasonOf(const QByteArray &reason, bool hasCalls)
{
    if (reason.isEmpty() || reason == "FINISH_REASON_UNSPECIFIED") {
        return {};
    }
    if (reason == "MAX_TOKENS") {
        return "length";
    }
    const bool isOwnEnd = reason == "STOP" || reason == "MALFORMED_FUNCTION_CALL" ||
                          reason == "UNEXPECTED_TOOL_CALL" || reason == "OTHER";
    return !isOwnEnd ? "content_filter" : hasCalls ? "tool_calls" : "stop";
}

/// What one response holds: one event of a stream, or all of an answer.
chat::Answer readResponse(QByteArrayView response, qint64 firstCall)
{
    chat::Answer answer;
    answer.id = textOf(response, "responseId");
    answer.model = textOf(response, "modelVersion");
    answer.usage = readUsage(valueOf(response, "usageMetadata"));
    const QByteArrayView candidate = firstOf(valueOf(response, "candidates"));
    core::JsonElements parts(valueOf(valueOf(candidate, "content"), "parts"));
    QByteArrayView part;
    while (parts.next(part)) {
        const QByteArrayView function = valueOf(part, "functionCall");
        if (!function.isEmpty()) {
            const QByteArray id = textOf(function, "id");
            const qint64 number = firstCall + static_cast<qint64>(answer.calls.size());
            const QByteArray args = valueOf(function, "args").toByteArray();
            answer.calls.push_back(
                {id.isEmpty() ? "call_" + answer.id + '_' + QByteArray::number(number) : id,
                 textOf(function, "name"),
                 args.isEmpty() ? QByteArray("{}") : args,
                 textOf(part, "thoughtSignature")});
        } else if (valueOf(part, "thought") == "true") {
            answer.reasoning += textOf(part, "text");
        } else {
            answer.text += textOf(part, "text");
        }
    }
    answer.finishReason =
        finishReasonOf(textOf(candidate, "finishReason"), firstCall > 0 || !answer.calls.empty());
    if (candidate.isEmpty() &&
        !textOf(valueOf(response, "promptFeedback"), "blockReason").isEmpty()) {
        answer.finishReason = "content_filter";
    }
    return answer;
}

/// Its responses, as chunks. There is no end mark: what follows the finish reason is counts.
class ChatStream final : public chat::TranslatedStream
{
public:
    using TranslatedStream::TranslatedStream;

private:
    void read(QByteArrayView data) override
    {
        if (const QByteArrayView error = valueOf(data, "error"); !error.isEmpty()) {
            fail(textOf(error, "message"), textOf(error, "status"));
            return;
        }
        const chat::Answer answer = readResponse(data, calls());
        name(answer.id, answer.model);
        think(answer.reasoning);
        say(answer.text);
        for (const chat::ToolCall &one : answer.calls) {
            call(one);
        }
        m_isComplete = m_isComplete || !answer.finishReason.isEmpty();
        finish(answer.finishReason);
        if (answer.usage) {
            m_usage = *answer.usage;
        }
        if (m_usage.quality != core::CountQuality::Unknown) {
            report(m_usage, m_isComplete);
        }
    }
    [[nodiscard]] bool isComplete() const override { return m_isComplete; }

    core::TokenUsage m_usage;
    bool m_isComplete = false;
};

} // namespace

std::optional<core::TokenUsage> readUsage(QByteArrayView usageMetadata)
{
    const qint64 prompt = countOf(usageMetadata, "promptTokenCount") +
                          countOf(usageMetadata, "toolUsePromptTokenCount");
    if (prompt == 0) {
        return std::nullopt;
    }
    core::TokenUsage usage;
    usage.cachedInput = std::min(countOf(usageMetadata, "cachedContentTokenCount"), prompt);
    usage.input = prompt - usage.cachedInput;
    usage.reasoning = countOf(usageMetadata, "thoughtsTokenCount");
    usage.output = countOf(usageMetadata, "candidatesTokenCount") + usage.reasoning;
    usage.quality = core::CountQuality::LowerBound; // until the answer is whole
    return usage;
}

core::Outcome ChatDialect::check(const openai::CallFacts &, const QByteArray &body) const
{
    const auto translated = contentsOf(body);
    return translated.ok() ? core::Outcome(core::Done{}) : translated.error();
}

Dialect::Outgoing ChatDialect::outgoing(const QByteArray &,
                                        const openai::CallFacts &facts,
                                        const QByteArray &body,
                                        const openai::RequestEdit &edit) const
{
    const auto translated = contentsOf(openai::editRequest(facts, body, edit));
    const QByteArray model = edit.model.value_or(facts.model);
    const QByteArray path = "/v1beta/models/" + QUrl::toPercentEncoding(QString::fromUtf8(model)) +
                            (facts.stream ? ":streamGenerateContent?alt=sse" : ":generateContent");
    return {path, translated.ok() ? *translated : QByteArray()};
}

std::unique_ptr<StreamMeter> ChatDialect::meter(const openai::CallFacts &facts) const
{
    return std::make_unique<ChatStream>(facts);
}

std::optional<core::TokenUsage> ChatDialect::usage(QByteArrayView body) const
{
    auto usage = readUsage(valueOf(body, "usageMetadata"));
    if (usage) {
        usage->quality = core::CountQuality::Reported;
    }
    return usage;
}

openai::AnswerFacts ChatDialect::answerFacts(QByteArrayView body) const
{
    const chat::Answer answer = readResponse(body, 0);
    return {answer.id, answer.model, answer.finishReason};
}

core::Result<QByteArray> ChatDialect::answer(const QByteArray &body) const
{
    chat::Answer answer = readResponse(body, 0);
    if (!core::membersOf(body).ok() || answer.finishReason.isEmpty()) {
        return core::Error{core::ErrorCode::Unavailable,
                           QStringLiteral("The answer is none of generateContent."),
                           {}};
    }
    return chat::completion(answer);
}

/// Without a stream's framing an error may stand in a list.
QByteArray ChatDialect::error(int, const QByteArray &body) const
{
    const QByteArrayView object =
        body.trimmed().startsWith('[') ? firstOf(body) : QByteArrayView(body);
    const QByteArrayView error = valueOf(object, "error");
    const QByteArray message = textOf(error, "message");
    return chat::errorObject(
        message.isEmpty() ? QByteArray("The provider refused the request.") : message,
        message.isEmpty() ? QByteArray("upstream_error") : textOf(error, "status"));
}

} // namespace proxy::gemini
