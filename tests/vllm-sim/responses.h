// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "answer.h"

#include <QByteArray>
#include <QJsonObject>

#include <memory>

namespace sim {

/// /v1/responses: the request as a chat, which it is inside vLLM, too.
[[nodiscard]] QJsonObject chatOfResponses(const QJsonObject &body);

/// The response object of what has been generated; usage unless `status` is "in_progress".
[[nodiscard]] QByteArray responsesBody(const Generation &generation, const char *status);

/// Its stream: named events with sequence numbers, the usage only in response.completed, no [DONE].
/// Of the script it knows what every answer does, and cut, error-mid-stream, usage-missing.
class ResponsesStream final : public Answer
{
public:
    explicit ResponsesStream(std::unique_ptr<Generation> generation);
    void clientGone(Microseconds now, HttpConnection &connection) override;
    [[nodiscard]] const Generation *generation() const override { return m_generation.get(); }

protected:
    void advance(Microseconds now, HttpConnection &connection) override;
    void fail(Microseconds now) override;

private:
    void begin(HttpConnection &connection);
    void sendText(HttpConnection &connection);
    void sendTail(HttpConnection &connection);
    void send(const QByteArray &type, const QByteArray &members, HttpConnection &connection);

    std::unique_ptr<Generation> m_generation;
    qint64 m_sequence = 0;
    qint64 m_sent = 0; ///< tokens
    bool m_isBegun = false;
    bool m_isOver = false;
};

} // namespace sim
