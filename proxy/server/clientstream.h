// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "proxy/server/answerhead.h"
#include "proxy/server/exchange.h"

namespace proxy {

class SocketGuard;

/// The answer to one request on one guarded socket. Dropped unanswered it answers 500, dropped in
/// the middle it breaks off: a mistake of the handler never leaves a client waiting.
class AnswerStream final : public ClientStream, public std::enable_shared_from_this<AnswerStream>
{
public:
    AnswerStream(SocketGuard &guard, bool isHeadRequest, bool isHttp10);
    ~AnswerStream() override;
    Q_DISABLE_COPY_MOVE(AnswerStream)

    void respond(int status, const HeaderList &headers, const QByteArray &body) override;
    void begin(int status, const HeaderList &headers) override;
    void write(QByteArrayView bytes) override;
    void end() override;
    void abort() override;
    [[nodiscard]] bool isGone() const override { return m_isGone; }
    [[nodiscard]] qint64 pendingBytes() const override;
    void onGone(std::function<void()> callback) override;
    void onDrained(std::function<void()> callback) override;

    /// @name For the guard
    /// @{
    void drained();
    void markGone() { m_isGone = true; }
    /// The client left: tells the handler.
    void hungUp();
    /// The server itself is going away: nobody is told.
    void detach();
    /// @}

private:
    SocketGuard *takeGuard();

    SocketGuard *m_guard; ///< null when the answer is finished or the client gone
    bool m_isHeadRequest;
    bool m_isHttp10;
    bool m_isGone = false;
    bool m_hasBegun = false;
    bool m_keepAlive = false;
    AnswerBody m_body = AnswerBody::None;
    std::function<void()> m_onGone;
    std::function<void()> m_onDrained;
};

} // namespace proxy
