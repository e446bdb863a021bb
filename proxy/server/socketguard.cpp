// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/server/socketguard.h"

#include "proxy/server/answerhead.h"
#include "proxy/server/clientstream.h"
#include "proxy/server/httpcompat.h"

#include <algorithm>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

// The way of one connection:
// 1. The listener accepts; the watch reports bytes; receive() gives them to the reader.
// 2. advance() has the reader judge the head (limits, smuggling) and gather the body; 100-continue.
// 3. dispatch() shows QHttpServer a bare request line; it calls serve(), which runs the handler.
//    Headers and body go past QHttpServer: it reads them byte by byte, limits nothing, and loses
//    its place in a chunked body that arrives in pieces.
// 4. The handler's stream calls send(). What the client sends meanwhile waits in the reader
//    (pipelined requests, up to a bound); that it left is seen at once (hangUp()).
// 5. finishAnswer(): back to 2, or beginClosing(): send the rest, say FIN, drain a bounded amount
//    so that no reset overtakes the answer, close.
namespace proxy {

SocketGuard::SocketGuard(ServerContext &context, int descriptor, QObject *parent)
    : PresentedSocket(descriptor, parent)
    , m_context(context)
    , m_descriptor(descriptor)
    , m_tls(context.tls ? context.tls->accept(descriptor) : nullptr)
    , m_outgoing(descriptor, m_tls.get())
    , m_reader(context.limits)
{
    m_events = EPOLLIN | EPOLLRDHUP;
    m_context.watch.add(*this, m_events);
    expectWithin(m_context.limits.headerTime);
}

SocketGuard::~SocketGuard()
{
    if (m_state != State::Closed) {
        m_context.watch.remove(*this);
        ::close(m_descriptor);
    }
    if (m_stream != nullptr) {
        m_stream->detach();
    }
}

void SocketGuard::ready(std::uint32_t events)
{
    const bool isLeaving = (events & EPOLLRDHUP) != 0 && m_state == State::Answering;
    if (m_state == State::Closed) {
        return;
    }
    if (isLeaving || (events & (EPOLLHUP | EPOLLERR)) != 0) {
        hangUp();
        return;
    }
    if ((events & EPOLLOUT) != 0) {
        flush();
    }
    if ((events & EPOLLIN) != 0) {
        receive();
    }
    advance();
    settle();
}

void SocketGuard::receive()
{
    auto &scratch = m_context.watch.scratch();
    size_t room = scratch.size();
    if (!isReadingRequest() && m_state != State::Closing) {
        const qint64 left = m_context.limits.stashBytes - m_reader.waiting();
        room = static_cast<size_t>(std::clamp<qint64>(left, 0, static_cast<qint64>(room)));
    }
    const ssize_t count = room == 0 ? -1 : receiveInto(scratch.data(), room);
    if (count == 0) {
        m_endOfInput = true;
    } else if (count > 0 && m_state == State::Closing) {
        discard(count);
    } else if (count > 0) {
        m_reader.append({scratch.data(), count});
        if (m_reader.phase() == RequestReader::Phase::Body) {
            expectWithin(m_context.limits.bodyTime);
        }
    }
}

/// As recv(2). Where TLS is asked for but could not be had, nothing is ever spoken without it.
ssize_t SocketGuard::receiveInto(char *data, size_t room)
{
    if (m_context.tls) {
        return m_tls ? m_tls->receive(data, room) : 0;
    }
    return ::recv(m_descriptor, data, room, MSG_DONTWAIT);
}

bool SocketGuard::isReadingRequest() const
{
    // An answer the client has not taken yet holds back its next request, and with it our memory.
    return m_state == State::Reading && m_outgoing.pending() == 0;
}

void SocketGuard::advance()
{
    if (m_isAdvancing) {
        return;
    }
    m_isAdvancing = true;
    while (isReadingRequest() && readRequest()) {
        dispatch();
    }
    m_isAdvancing = false;
}

/// True when a whole request is there.
bool SocketGuard::readRequest()
{
    const RequestReader::Phase before = m_reader.phase();
    switch (m_reader.read()) {
    case RequestReader::Step::Complete:
        return true;
    case RequestReader::Step::Refused:
        refuse(m_reader.refusal());
        return false;
    default:
        expectRest(before);
        return false;
    }
}

void SocketGuard::expectRest(RequestReader::Phase before)
{
    const RequestReader::Phase phase = m_reader.phase();
    if (phase == RequestReader::Phase::Head && m_deadline == SteadyTime{}) {
        expectWithin(m_context.limits.headerTime);
    } else if (phase == RequestReader::Phase::Body && before != phase) {
        expectWithin(m_context.limits.bodyTime);
        if (m_reader.takeContinue()) {
            const QByteArrayView answer("HTTP/1.1 100 Continue\r\n\r\n");
            send({&answer, 1});
        }
    }
}

void SocketGuard::dispatch()
{
    m_deadline = {};
    m_state = State::Dispatching;
    m_request = m_reader.take();
    m_request.peer = peerAddress();
    setPresented(m_request.method + ' ' + m_request.path + " HTTP/1.1\r\n\r\n");
    m_context.front->present(*this);
    if (m_state == State::Dispatching) {
        refuse({500, "internal_error", "The request could not be dispatched."});
    }
}

void SocketGuard::serve()
{
    m_state = State::Answering;
    const bool isHead = m_request.method == "HEAD";
    auto stream = std::make_shared<AnswerStream>(*this, isHead, m_reader.isHttp10());
    m_stream = stream.get();
    HttpRequest request = std::move(m_request); // a handler that takes nothing leaves nothing here
    m_context.handler(std::move(request), std::move(stream));
}

void SocketGuard::refuse(const Refusal &refusal)
{
    const QByteArray answer = refusalAnswer(refusal);
    const QByteArrayView part = answer;
    send({&part, 1});
    beginClosing();
}

void SocketGuard::send(std::span<const QByteArrayView> parts)
{
    if (m_state == State::Closed) {
        return;
    }
    const bool wasPending = m_outgoing.pending() > 0;
    if (!m_outgoing.send(parts)) {
        queueHangUp();
    } else if (!wasPending && m_outgoing.pending() > 0) {
        if (m_state == State::Answering) {
            expectWithin(m_context.limits.sendTime);
        }
        watchEvents();
    }
}

void SocketGuard::flush()
{
    const qint64 before = m_outgoing.pending();
    if (before == 0) {
        return;
    }
    if (!m_outgoing.flush()) {
        queueHangUp();
        return;
    }
    if (m_outgoing.pending() < before) {
        expectWithin(m_state == State::Answering ? m_context.limits.sendTime
                                                 : m_context.limits.bodyTime);
    }
    if (m_outgoing.pending() > 0) {
        return;
    }
    const bool isBody = m_reader.phase() == RequestReader::Phase::Body;
    if (m_state == State::Answering || (m_state == State::Reading && !isBody)) {
        m_deadline = {};
    }
    if (m_state == State::Closing) {
        shutdownWhenSent();
    } else if (m_stream != nullptr) {
        m_stream->drained();
    }
}

bool SocketGuard::mayKeepAlive() const
{
    return m_reader.keepAlive() && !m_context.watch.isRetiring();
}

void SocketGuard::finishAnswer(bool keepAlive)
{
    m_stream = nullptr;
    if (m_state != State::Answering) {
        return;
    }
    if (!keepAlive || m_context.watch.isRetiring()) {
        beginClosing();
        return;
    }
    m_state = State::Reading;
    m_deadline = {};
    if (m_outgoing.pending() > 0) {
        expectWithin(m_context.limits.bodyTime);
    }
    queueAdvance();
}

/// The next request, if it waits already, is taken from the event loop: never inside the handler's
/// call that finished the answer before it.
void SocketGuard::queueAdvance()
{
    const bool hasHidden = m_tls && m_tls->hasReceived();
    const bool hasWork = m_reader.waiting() > 0 || m_endOfInput || hasHidden;
    if (m_isAdvancing || !hasWork) {
        return;
    }
    QMetaObject::invokeMethod(
        this,
        [this, hasHidden] {
            if (hasHidden && m_state != State::Closed) {
                receive();
            }
            advance();
            settle();
        },
        Qt::QueuedConnection);
}

bool SocketGuard::wantsInput() const
{
    return !m_endOfInput && (isReadingRequest() || m_state == State::Closing ||
                             m_reader.waiting() < m_context.limits.stashBytes);
}

void SocketGuard::watchEvents()
{
    if (m_state == State::Closed) {
        return;
    }
    std::uint32_t events = 0;
    if (wantsInput()) {
        events = EPOLLIN | EPOLLRDHUP;
    } else if (m_state == State::Answering) {
        events = EPOLLRDHUP; // the stash is full, but leaving is still noticed
    }
    if (m_outgoing.pending() > 0) {
        events |= EPOLLOUT;
    }
    if (events != m_events) {
        m_events = events;
        m_context.watch.change(*this, events);
    }
}

void SocketGuard::expectWithin(std::chrono::milliseconds time)
{
    m_deadline = std::chrono::steady_clock::now() + time;
    m_context.watch.expectDeadline();
}

} // namespace proxy
