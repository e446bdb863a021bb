// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pricing/tokenusage.h"
#include "proxy/dialects/chatrequest.h"

namespace proxy::chat {

/// A whole answer that came in another dialect. Texts are UTF-8.
struct Answer
{
    QByteArray id;
    QByteArray model;
    QByteArray text;
    QByteArray reasoning;
    std::vector<ToolCall> calls;
    QByteArray finishReason; ///< "stop", "length", "tool_calls", "content_filter"
    std::optional<core::TokenUsage> usage;
};

/// The same as a chat.completion of OpenAI's.
[[nodiscard]] QByteArray completion(const Answer &answer);
/// OpenAI's usage object: cached tokens stand inside the prompt's there.
[[nodiscard]] QByteArray usageObject(const core::TokenUsage &usage);
/// OpenAI's error object, alone in its body.
[[nodiscard]] QByteArray errorObject(const QByteArray &message, const QByteArray &type);

} // namespace proxy::chat
