// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/jsonscan.h"
#include "core/base/jsontext.h"
#include "proxy/dialects/streamedanswer.h"

// Streams whose events name their type: /v1/messages, whose blocks of text and of tools' arguments
// come in pieces, and /v1/responses, whose last event has the whole answer.

namespace proxy::openai {

namespace {
/// A larger answer is told of as far as its pieces of text go.
constexpr qsizetype LongestOutput = 1024 * 1024;

QByteArrayView memberOf(QByteArrayView object, QByteArrayView name)
{
    const auto member = core::findMember(object, name);
    return member ? member->value(object) : QByteArrayView();
}
} // namespace

void StreamedAnswer::takeTyped(QByteArrayView type, QByteArrayView data)
{
    if (type == "\"content_block_start\"") {
        startBlock(memberOf(data, "content_block"));
    } else if (type == "\"content_block_delta\"") {
        takeBlockDelta(memberOf(data, "delta"));
    } else if (type == "\"message_delta\"") {
        const auto reason = core::jsonString(memberOf(memberOf(data, "delta"), "stop_reason"));
        first().finishReason = reason.value_or(first().finishReason);
    } else if (type == "\"response.output_text.delta\"") {
        append(first().content, memberOf(data, "delta"));
    } else if (type == "\"response.completed\"" || type == "\"response.incomplete\"") {
        const QByteArrayView output = memberOf(memberOf(data, "response"), "output");
        m_output = output.size() <= LongestOutput ? output.toByteArray() : QByteArray();
    }
}

/// Blocks come one after the other, so the last tool call is the one that is being written.
void StreamedAnswer::startBlock(QByteArrayView block)
{
    if (memberOf(block, "type") == "\"tool_use\"" && first().toolCalls.size() < MostToolCalls) {
        ToolCall &call = first().toolCalls.emplace_back();
        append(call.id, memberOf(block, "id"));
        append(call.name, memberOf(block, "name"));
    }
}

void StreamedAnswer::takeBlockDelta(QByteArrayView delta)
{
    append(first().content, memberOf(delta, "text"));
    append(first().reasoning, memberOf(delta, "thinking"));
    if (!first().toolCalls.empty()) {
        append(first().toolCalls.back().arguments, memberOf(delta, "partial_json"));
    }
}

StreamedAnswer::Choice &StreamedAnswer::first()
{
    if (m_choices.empty()) {
        m_choices.emplace_back();
    }
    return m_choices.front();
}

} // namespace proxy::openai
