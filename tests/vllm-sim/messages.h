// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "generation.h"
#include "plainanswer.h"

#include <QJsonObject>

#include <string>
#include <vector>

namespace sim {

// /v1/messages as vLLM serves it: put into a chat request, and its answer put back (vllm-protocol
// sections 1.5 and 8).

/// The same request as /v1/chat/completions takes it.
[[nodiscard]] std::variant<QJsonObject, ApiError> chatOfMessages(const QJsonObject &body);
[[nodiscard]] RequestOrError
readMessagesRequest(const QJsonObject &body, const Options &options, const Script &script);
[[nodiscard]] PlainAnswer::Content countMessages(const QJsonObject &body, const Options &options);

/// The error object of this API.
[[nodiscard]] QByteArray messagesError(const ApiError &error);
/// The body of an answer that is not streamed, of a finished generation.
[[nodiscard]] QByteArray messagesBody(const Generation &generation, const Options &options);

/// The events of one stream, each with its `event:` and `data:` lines. Deltas carry no usage.
class MessageWriter
{
public:
    MessageWriter(const Generation &generation, const Options &options);

    [[nodiscard]] std::string start() const;
    /// What becomes visible with a piece: blocks opened and closed, and their deltas.
    [[nodiscard]] std::vector<std::string> pieces(const Piece &piece);
    [[nodiscard]] std::vector<std::string> close(); ///< the last block
    [[nodiscard]] std::string end(const Sequence &sequence) const;
    [[nodiscard]] static std::string stop();
    [[nodiscard]] static std::string error(const ApiError &error);

private:
    void say(const char *kind, const std::string &opening, const std::string &delta);

    const Generation &m_generation;
    const Options &m_options;
    std::vector<std::string> m_events;
    std::string m_kind; ///< of the open block
    qint64 m_index = -1;
};

} // namespace sim
