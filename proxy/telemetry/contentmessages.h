// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace proxy {

/// What was said, in the words of OpenTelemetry's GenAI conventions (v1.41, input-messages.json and
/// output-messages.json): a list of messages with parts of type text, reasoning, tool_call and
/// tool_call_response. `said` is a list of messages as OpenAI writes them, or a text, or a list of
/// texts (core::CallContent); what is none of these becomes a text. Empty for empty.
[[nodiscard]] QByteArray messagesWithParts(const QByteArray &said);

} // namespace proxy
