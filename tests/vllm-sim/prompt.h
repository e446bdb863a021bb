// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tokenizer.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>

namespace sim {

/// The chat template: what stands around the text, in tokens (sizes as of Llama 3's template).
constexpr qint64 TokensPerConversation = 5; ///< begin of text, and the header of the answer
constexpr qint64 TokensPerMessage = 5;      ///< header with the role, end of turn
constexpr qint64 TokensForTools = 70;       ///< the instructions, once, when there are tools
constexpr qint64 TokensPerImage = 576;
constexpr qint64 TokensPerAudio = 188;
constexpr qint64 TokensPerVideo = 2048;
/// In front of a plain prompt (completions, embeddings, /tokenize with add_special_tokens).
constexpr qint64 TokensPerPlainPrompt = 1;

/// Adds a whole conversation: messages, and the tools as compact JSON.
void addConversation(TokenList &list, const QJsonArray &messages, const QJsonArray &tools);
/// Adds one plain prompt: a text, or an array of token ids (taken as they are).
void addPlainPrompt(TokenList &list, const QJsonValue &prompt, bool specialTokens = true);

/// A member that may be one prompt (text or token ids) or a list of such.
[[nodiscard]] QJsonArray promptsOf(const QJsonValue &value);

/// The text of a message: its string, or its text parts joined.
[[nodiscard]] QByteArray textOf(const QJsonObject &message);
/// The text of the last message of that role; empty when there is none.
[[nodiscard]] QByteArray lastTextOf(const QJsonArray &messages, QLatin1String role);

} // namespace sim
