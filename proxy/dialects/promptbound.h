// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "proxy/dialects/openai.h"

#include <QByteArrayView>

namespace proxy::openai {

// Parts of CallFacts' upper bound of a prompt: a token of byte-level text is at least one byte, so
// bytes are counted, as JSON writes them (an escape is longer than what it stands for). Each takes
// a value that membersOf() has checked and adds to textBytes, prompts, messages, hasTools and
// hasMedia. False when the value has not the type that it must have.

/// The member that holds the prompt, or must be there for one.
[[nodiscard]] QByteArrayView promptName(Endpoint endpoint);
/// The one that holds text, token ids or a list of them; empty where there is none.
[[nodiscard]] QByteArrayView plainPromptName(Endpoint endpoint);

/// Text, token ids, or a list of either (completions' `prompt`, embeddings' `input`).
[[nodiscard]] bool addPlainPrompt(QByteArrayView value, CallFacts &facts);
[[nodiscard]] bool addMessages(QByteArrayView value, CallFacts &facts);
/// Any other member of the request: counted unless it is known not to enter the prompt.
void addOther(QByteArrayView name, QByteArrayView value, CallFacts &facts);

/// Bytes of a JSON value when a template lays it out with one member a line and four spaces a
/// level (`tojson(indent=4)`), the widest form that published templates use.
[[nodiscard]] qint64 laidOutBytes(QByteArrayView value);

} // namespace proxy::openai
