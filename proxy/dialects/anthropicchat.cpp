// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/dialects/anthropicchat.h"

#include "core/base/jsontext.h"
#include "proxy/dialects/anthropic.h"
#include "proxy/dialects/chatstream.h"

namespace proxy::anthropic {
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

const MessagesDialect &messages()
{
    static const MessagesDialect dialect(CacheWrites::Priced);
    return dialect;
}

/// The events of the Messages API, as chunks.
class ChatStream final : public chat::TranslatedStream
{
public:
    using TranslatedStream::TranslatedStream;

private:
    void read(QByteArrayView data) override;
    void start(QByteArrayView message);
    void readDelta(QByteArrayView delta);

    MessageCounter m_counter{CacheWrites::Priced};
};

void ChatStream::read(QByteArrayView data)
{
    const QByteArrayView type = valueOf(data, "type");
    if (type == "\"content_block_delta\"") {
        readDelta(valueOf(data, "delta"));
    } else if (type == "\"content_block_start\"") {
        const QByteArrayView block = valueOf(data, "content_block");
        if (valueOf(block, "type") == "\"tool_use\"") {
            call({textOf(block, "id"), textOf(block, "name"), {}, {}});
        }
    } else if (type == "\"message_start\"") {
        start(valueOf(data, "message"));
    } else if (type == "\"message_delta\"") {
        m_counter.delta(data);
        report(m_counter.usage(), false);
        finish(finishReasonOf(textOf(valueOf(data, "delta"), "stop_reason")));
    } else if (type == "\"message_stop\"") {
        end();
    } else if (type == "\"error\"") {
        const QByteArrayView error = valueOf(data, "error");
        fail(textOf(error, "message"), textOf(error, "type"));
    }
}

void ChatStream::start(QByteArrayView message)
{
    m_counter.start(message);
    report(m_counter.usage(), false);
    name(textOf(message, "id"), textOf(message, "model"));
}

void ChatStream::readDelta(QByteArrayView delta)
{
    const QByteArrayView type = valueOf(delta, "type");
    if (type == "\"text_delta\"") {
        say(textOf(delta, "text"));
    } else if (type == "\"thinking_delta\"") {
        think(textOf(delta, "thinking"));
    } else if (type == "\"input_json_delta\"") {
        argue(textOf(delta, "partial_json"));
    }
}

void takeBlock(QByteArrayView block, chat::Answer &answer)
{
    const QByteArrayView type = valueOf(block, "type");
    if (type == "\"text\"") {
        answer.text += textOf(block, "text");
    } else if (type == "\"thinking\"") {
        answer.reasoning += textOf(block, "thinking");
    } else if (type == "\"tool_use\"") {
        answer.calls.push_back({textOf(block, "id"),
                                textOf(block, "name"),
                                valueOf(block, "input").toByteArray(),
                                {}});
    }
}

} // namespace

QByteArray finishReasonOf(QByteArrayView stopReason)
{
    if (stopReason.isEmpty()) {
        return {};
    }
    if (stopReason == "max_tokens" || stopReason == "model_context_window_exceeded") {
        return "length";
    }
    if (stopReason == "tool_use") {
        return "tool_calls";
    }
    return stopReason == "refusal" ? "content_filter" : "stop";
}

core::Outcome ChatDialect::check(const openai::CallFacts &, const QByteArray &body) const
{
    const auto translated = messagesOf(body);
    return translated.ok() ? core::Outcome(core::Done{}) : translated.error();
}

Dialect::Outgoing ChatDialect::outgoing(const QByteArray &,
                                        const openai::CallFacts &facts,
                                        const QByteArray &body,
                                        const openai::RequestEdit &edit) const
{
    const auto translated = messagesOf(openai::editRequest(facts, body, edit));
    return {"/v1/messages", translated.ok() ? *translated : QByteArray()};
}

std::unique_ptr<StreamMeter> ChatDialect::meter(const openai::CallFacts &facts) const
{
    return std::make_unique<ChatStream>(facts);
}

std::optional<core::TokenUsage> ChatDialect::usage(QByteArrayView body) const
{
    return messages().usage(body);
}

openai::AnswerFacts ChatDialect::answerFacts(QByteArrayView body) const
{
    openai::AnswerFacts facts = messages().answerFacts(body);
    facts.finishReason = finishReasonOf(facts.finishReason);
    return facts;
}

core::Result<QByteArray> ChatDialect::answer(const QByteArray &body) const
{
    const QByteArrayView content = valueOf(body, "content");
    if (!core::membersOf(body).ok() || !content.startsWith('[')) {
        return core::Error{core::ErrorCode::Unavailable,
                           QStringLiteral("The answer is none of the Messages API."),
                           {}};
    }
    chat::Answer answer;
    answer.id = textOf(body, "id");
    answer.model = textOf(body, "model");
    answer.finishReason = finishReasonOf(textOf(body, "stop_reason"));
    answer.usage = usage(body);
    core::JsonElements blocks(content);
    QByteArrayView block;
    while (blocks.next(block)) {
        takeBlock(block, answer);
    }
    return chat::completion(answer);
}

QByteArray ChatDialect::error(int, const QByteArray &body) const
{
    const QByteArrayView error = valueOf(body, "error");
    const QByteArray message = textOf(error, "message");
    return chat::errorObject(
        message.isEmpty() ? QByteArray("The provider refused the request.") : message,
        message.isEmpty() ? QByteArray("upstream_error") : textOf(error, "type"));
}

} // namespace proxy::anthropic
