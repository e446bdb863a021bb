// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apierror.h"
#include "options.h"
#include "script.h"

#include <QByteArray>
#include <QJsonObject>

#include <variant>
#include <vector>

namespace sim {

/// One prompt of a request: completions may bring a list of them.
struct PromptInput
{
    qint64 tokens = 0;
    QByteArray echo; ///< what stands before the answer; empty: nothing
};

/// The body of /v1/chat/completions or /v1/completions, checked and resolved.
struct CompletionRequest
{
    enum class Kind { Chat, Text };
    Kind kind = Kind::Chat;
    bool isMessages = false; ///< a chat that came to /v1/messages
    QByteArray model;        ///< the served name
    std::vector<PromptInput> prompts;
    QByteArray lastText;    ///< last user message or prompt: seeds the answer
    qint64 choices = 1;     ///< per prompt
    qint64 outputLimit = 0; ///< resolved maximum of each choice, at least 1
    qint64 minimumTokens = 0;
    bool ignoreEnd = false;
    bool isResponses = false; ///< came by /v1/responses, and is answered in its shape
    bool stream = false;
    bool includeUsage = false;
    bool continuousUsage = false; ///< only with includeUsage
    qint64 streamInterval = 1;    ///< tokens a chunk
    bool includeReasoning = true;
    bool wantsJson = false;   ///< response_format: the answer is a JSON object
    QByteArray toolName;      ///< not empty: the answer is a call of this tool
    bool toolIsNamed = false; ///< named tool_choice: finish_reason is "stop"
    Script script;

    [[nodiscard]] qint64 promptTokens() const; ///< over all prompts
};

using RequestOrError = std::variant<CompletionRequest, ApiError>;

/// The served name for what `model` says (null and "" are the first); 404 for an unknown one.
[[nodiscard]] std::variant<QByteArray, ApiError> resolveModel(const QJsonObject &body,
                                                              const Options &options);

/// The checks stand in vLLM's order: schema, model, values, context length. `script` is what the
/// command line and the headers ask for; marks in the last user message are added.
[[nodiscard]] RequestOrError
readChatRequest(const QJsonObject &body, const Options &options, const Script &script);
[[nodiscard]] RequestOrError
readTextRequest(const QJsonObject &body, const Options &options, const Script &script);

/// 400 as pydantic words it, when a member is not there.
[[nodiscard]] ApiError missingField(const QByteArray &name, const QJsonObject &body);

} // namespace sim
