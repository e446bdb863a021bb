// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How a guarded connection ends: politely, by a deadline, or because the client left.
#include "proxy/server/clientstream.h"
#include "proxy/server/socketguard.h"

#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace proxy {

namespace {

/// How long a connection is drained after our FIN. Long enough for a client that still sends its
/// body to look up and read the refusal.
constexpr std::chrono::milliseconds LingerTime{5'000};

} // namespace

/// A client that is being refused may go on with its body; more than a body may be long is not
/// read.
void SocketGuard::discard(qsizetype count)
{
    m_discarded += count;
    m_endOfInput = m_endOfInput || m_discarded > m_context.limits.bodyBytes;
}

void SocketGuard::breakOff(BreakOff how)
{
    m_stream = nullptr;
    if (m_state != State::Answering) {
        return;
    }
    if (how == BreakOff::AtOnce) {
        const linger reset{1, 0};
        ::setsockopt(m_descriptor, SOL_SOCKET, SO_LINGER, &reset, sizeof reset);
        queueHangUp();
        return;
    }
    beginClosing();
}

void SocketGuard::beginClosing()
{
    m_state = State::Closing;
    m_reader.clear();
    expectWithin(m_outgoing.pending() > 0 ? m_context.limits.bodyTime : LingerTime);
    shutdownWhenSent();
    watchEvents();
}

void SocketGuard::shutdownWhenSent()
{
    if (m_outgoing.pending() > 0 || m_isSendingShut) {
        return;
    }
    m_isSendingShut = true;
    if (m_tls) {
        m_tls->finish();
    }
    ::shutdown(m_descriptor, SHUT_WR);
    expectWithin(LingerTime);
}

/// What is left to decide after something happened: whether the connection is over, and which
/// events matter from now on.
void SocketGuard::settle()
{
    if (m_state == State::Closed) {
        return;
    }
    const bool isOver = m_endOfInput && (m_state == State::Answering || m_outgoing.pending() == 0);
    if (isOver) {
        hangUp();
        return;
    }
    watchEvents();
}

void SocketGuard::checkDeadline(SteadyTime now)
{
    if (m_deadline == SteadyTime{}) {
        return;
    }
    if (now < m_deadline) {
        m_context.watch.expectDeadline();
        return;
    }
    if (!isReadingRequest()) {
        hangUp(); // it neither takes its answer nor leaves
    } else if (m_reader.phase() != RequestReader::Phase::Body) {
        refuse({408, "request_timeout", "The request line and headers did not arrive in time."});
    } else {
        refuse({408, "request_timeout", "The request body stopped arriving."});
    }
}

void SocketGuard::retire()
{
    if (m_state != State::Reading || m_reader.phase() != RequestReader::Phase::Idle) {
        return;
    }
    if (m_outgoing.pending() == 0) {
        hangUp();
    } else {
        beginClosing();
    }
}

/// After a failed write: the caller is amid a call of its own, so that it is told from the event
/// loop; what it asks until then already says that the client is gone.
void SocketGuard::queueHangUp()
{
    if (m_stream != nullptr) {
        m_stream->markGone();
    }
    QMetaObject::invokeMethod(
        this, [this] { hangUp(); }, Qt::QueuedConnection);
}

void SocketGuard::hangUp()
{
    if (m_state == State::Closed) {
        return;
    }
    m_state = State::Closed;
    m_context.watch.remove(*this);
    ::close(m_descriptor);
    m_reader.clear();
    if (AnswerStream *stream = std::exchange(m_stream, nullptr)) {
        stream->hungUp();
    }
    showDisconnected(); // QHttpServer deletes this object later
}

} // namespace proxy
