// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "proxy/server/exchange.h"
#include "proxy/server/limits.h"
#include "proxy/server/outgoingbytes.h"
#include "proxy/server/presentedsocket.h"
#include "proxy/server/requestreader.h"
#include "proxy/server/socketwatch.h"
#include "proxy/server/tls.h"

#include <span>

namespace proxy {

class AnswerStream;
class HttpFront;

/// What all guards of one worker share; outlives them.
struct ServerContext
{
    ServerLimits limits;
    RequestHandler handler;
    SocketWatch watch;
    HttpFront *front = nullptr;
    std::shared_ptr<const TlsIdentity> tls; ///< null: plain HTTP
};

/// One client connection. To QHttpServer it is a QTcpSocket on which only whole, clean requests
/// arrive, one after the other's answer; behind that it owns the descriptor itself, because Qt's
/// own socket has no place for limits and costs a buffer, two notifiers and a second loop turn per
/// write.
///
/// A client that closes its sending side while it awaits an answer counts as gone, as in nginx and
/// in vLLM's own server: a closed and a half-closed client look the same until a write fails, and
/// an answer nobody waits for costs money. Answers given at once still reach a half-closed client.
///
/// Between requests a connection may idle for ever: it holds no buffer and no timer, and the
/// kernel's keep-alive probes (set by the listener) find a peer that vanished.
class SocketGuard final : public PresentedSocket, public WatchedSocket
{
public:
    /// Takes over an accepted descriptor.
    SocketGuard(ServerContext &context, int descriptor, QObject *parent);
    ~SocketGuard() override;
    Q_DISABLE_COPY_MOVE(SocketGuard)

    /// Called by HttpFront when QHttpServer has taken the request line: runs the handler.
    void serve();

    /// @name For the answer in progress
    /// @{
    void send(std::span<const QByteArrayView> parts);
    [[nodiscard]] qint64 pendingBytes() const { return m_outgoing.pending(); }
    /// Whether the connection may be used again after this answer.
    [[nodiscard]] bool mayKeepAlive() const;
    void finishAnswer(bool keepAlive);
    enum class BreakOff {
        AfterPending, ///< what was written still arrives; the missing last chunk tells the rest
        AtOnce,       ///< with a reset, where the end of the connection would look like the end
    };
    void breakOff(BreakOff how);
    /// @}

    [[nodiscard]] int descriptor() const override { return m_descriptor; }
    void ready(std::uint32_t events) override;
    void checkDeadline(SteadyTime now) override;
    void retire() override;

protected:
    void endRequested() override { hangUp(); }

private:
    enum class State { Reading, Dispatching, Answering, Closing, Closed };

    void receive();
    [[nodiscard]] ssize_t receiveInto(char *data, size_t room);
    void discard(qsizetype count);
    void advance();
    bool readRequest();
    void expectRest(RequestReader::Phase before);
    void dispatch();
    void refuse(const Refusal &refusal);
    void flush();
    void settle();
    void watchEvents();
    void queueAdvance();
    void queueHangUp();
    void beginClosing();
    void shutdownWhenSent();
    void hangUp();
    void expectWithin(std::chrono::milliseconds time);
    [[nodiscard]] bool isReadingRequest() const;
    [[nodiscard]] bool wantsInput() const;

    ServerContext &m_context;
    int m_descriptor;
    State m_state = State::Reading;
    bool m_endOfInput = false;
    bool m_isAdvancing = false;
    bool m_isSendingShut = false;
    std::uint32_t m_events = 0;
    SteadyTime m_deadline{};           ///< none when zero
    std::unique_ptr<TlsSession> m_tls; ///< null: plain HTTP
    OutgoingBytes m_outgoing;
    RequestReader m_reader;
    qint64 m_discarded = 0;
    HttpRequest m_request;
    AnswerStream *m_stream = nullptr;
};

} // namespace proxy
