// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/server/socketguard.h"

#include "proxy/server/answerhead.h"
#include "proxy/server/clientstream.h"
#include "proxy/server/httpcompat.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

// The way of one connection:
// 1. The listener accepts; the watch reports bytes; receive() appends them to m_received.
// 2. advance() reads the head (limits, smuggling, 100-continue), then gathers the body.
// 3. dispatch() shows QHttpServer a bare request line; it answers with serve(), which runs the
// handler.
//    Headers and body go past QHttpServer: it reads them byte by byte, limits nothing, and loses
//    its place in a chunked body that arrives in pieces.
// 4. The handler's stream calls send(). What the client sends meanwhile waits in m_received
// (pipelined
//    requests, up to a bound); that it left is seen at once (hangUp()).
// 5. finishAnswer(): back to 2, or beginClosing(): send the rest, say FIN, drain a bounded amount
// so
//    that no reset overtakes the answer, close.
namespace proxy {

namespace {

/// How long a connection is drained after our FIN. Long enough for a client that still sends its
/// body to look up and read the refusal.
constexpr std::chrono::milliseconds LingerTime{5'000};

/// An IPv4 client of a dual-stack socket is shown as IPv4, so that 127.0.0.1 is always itself.
QHostAddress peerOf(int descriptor)
{
    sockaddr_storage name{};
    socklen_t length = sizeof name;
    ::getpeername(descriptor, reinterpret_cast<sockaddr *>(&name), &length);
    const QHostAddress peer(reinterpret_cast<const sockaddr *>(&name));
    bool isIpv4 = false;
    const QHostAddress ipv4(peer.toIPv4Address(&isIpv4));
    return isIpv4 ? ipv4 : peer;
}

} // namespace

SocketGuard::SocketGuard(ServerContext &context, int descriptor, QObject *parent)
    : QTcpSocket(parent)
    , m_context(context)
    , m_descriptor(descriptor)
    , m_outgoing(descriptor)
{
    setSocketState(ConnectedState);
    setPeerAddress(peerOf(descriptor));
    setOpenMode(ReadWrite);
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
    setSocketState(UnconnectedState); // so that Qt's destructor finds nothing to abort
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
        const qint64 left = m_context.limits.stashBytes - m_received.size();
        room = static_cast<size_t>(std::clamp<qint64>(left, 0, static_cast<qint64>(room)));
    }
    const ssize_t count = room == 0 ? -1 : ::recv(m_descriptor, scratch.data(), room, MSG_DONTWAIT);
    if (count == 0) {
        m_endOfInput = true;
    } else if (count > 0 && m_state == State::Closing) {
        discard(count);
    } else if (count > 0) {
        m_received.append(scratch.data(), count);
    }
}

/// A client that is being refused may go on with its body; more than a body may be long is not
/// read.
void SocketGuard::discard(qsizetype count)
{
    m_discarded += count;
    m_endOfInput = m_endOfInput || m_discarded > m_context.limits.bodyBytes;
}

bool SocketGuard::isReadingRequest() const
{
    // An answer the client has not taken yet holds back its next request, and with it our memory.
    return (m_state == State::Head || m_state == State::Body) && m_outgoing.pending() == 0;
}

void SocketGuard::advance()
{
    if (m_isAdvancing) {
        return;
    }
    m_isAdvancing = true;
    while (isReadingRequest() && (m_state == State::Body ? advanceBody() : advanceHead())) {
        dispatch();
    }
    m_isAdvancing = false;
}

/// True when a whole request is there.
bool SocketGuard::advanceHead()
{
    // Empty lines before a request line are skipped (RFC 9112 section 2.2).
    while (m_received.startsWith("\r\n")) {
        m_received.remove(0, 2);
        m_scanned = 0;
    }
    if (m_received.isEmpty() || m_received == "\r") {
        return false;
    }
    HeadVerdict verdict = readRequestHead(m_received, m_context.limits.headerBytes, m_scanned);
    if (const auto *refusal = std::get_if<Refusal>(&verdict)) {
        refuse(*refusal);
        return false;
    }
    if (auto *head = std::get_if<RequestHead>(&verdict)) {
        return startBody(std::move(*head));
    }
    if (m_deadline == SteadyTime{}) {
        expectWithin(m_context.limits.headerTime);
    }
    return false;
}

bool SocketGuard::startBody(RequestHead &&head)
{
    m_scanned = 0;
    m_received.remove(0, head.size);
    m_keepAlive = head.keepAlive;
    m_isHttp10 = head.isHttp10;
    m_body = RequestBody(head.body, head.contentLength, m_context.limits.bodyBytes);
    const bool expectsContinue = head.expectsContinue && m_received.isEmpty();
    m_request = {std::move(head.method),
                 std::move(head.path),
                 std::move(head.query),
                 std::move(head.headers),
                 {},
                 peerAddress()};
    m_state = State::Body;
    switch (m_body.start()) {
    case RequestBody::Progress::Refused:
        refuse(m_body.refusal());
        return false;
    case RequestBody::Progress::Complete:
        return true;
    default:
        break;
    }
    expectWithin(m_context.limits.bodyTime);
    if (expectsContinue) {
        const QByteArrayView answer("HTTP/1.1 100 Continue\r\n\r\n");
        send({&answer, 1});
    }
    return advanceBody();
}

bool SocketGuard::advanceBody()
{
    if (m_received.isEmpty()) {
        return false;
    }
    qsizetype taken = 0;
    const RequestBody::Progress progress = m_body.take(m_received, taken);
    m_received.remove(0, taken);
    if (progress == RequestBody::Progress::Refused) {
        refuse(m_body.refusal());
    } else if (progress == RequestBody::Progress::Incomplete) {
        expectWithin(m_context.limits.bodyTime);
    }
    return progress == RequestBody::Progress::Complete;
}

void SocketGuard::dispatch()
{
    m_deadline = {};
    m_state = State::Dispatching;
    m_request.body = m_body.bytes();
    m_presented = m_request.method + ' ' + m_request.path + " HTTP/1.1\r\n\r\n";
    if (m_received.isEmpty()) {
        m_received.clear(); // an idle connection keeps no buffer
    }
    m_context.front->present(*this);
    if (m_state == State::Dispatching) {
        refuse({500, "internal_error", "The request could not be dispatched."});
    }
}

void SocketGuard::serve()
{
    m_state = State::Answering;
    const bool isHead = m_request.method == "HEAD";
    auto stream = std::make_shared<AnswerStream>(*this, isHead, m_isHttp10);
    m_stream = stream.get();
    m_context.handler(std::move(m_request), std::move(stream));
    m_request = {};
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
    if (m_state != State::Answering && m_outgoing.pending() < before) {
        expectWithin(m_context.limits.bodyTime);
    }
    if (m_outgoing.pending() > 0) {
        return;
    }
    if (m_state == State::Head) {
        m_deadline = {};
    } else if (m_state == State::Closing) {
        shutdownWhenSent();
    } else if (m_stream != nullptr) {
        m_stream->drained();
    }
}

bool SocketGuard::mayKeepAlive() const
{
    return m_keepAlive && !m_context.watch.isRetiring();
}

void SocketGuard::finishAnswer(bool keepAlive)
{
    m_stream = nullptr;
    if (m_state != State::Answering) {
        return;
    }
    if (!keepAlive) {
        beginClosing();
        return;
    }
    m_state = State::Head;
    if (m_outgoing.pending() > 0) {
        expectWithin(m_context.limits.bodyTime);
    }
    queueAdvance();
}

/// The next request, if it waits already, is taken from the event loop: never inside the handler's
/// call that finished the answer before it.
void SocketGuard::queueAdvance()
{
    const bool hasWork = !m_received.isEmpty() || m_endOfInput;
    if (m_isAdvancing || !hasWork) {
        return;
    }
    QMetaObject::invokeMethod(
        this,
        [this] {
            advance();
            settle();
        },
        Qt::QueuedConnection);
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
    m_received.clear();
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

bool SocketGuard::wantsInput() const
{
    return !m_endOfInput && (isReadingRequest() || m_state == State::Closing ||
                             m_received.size() < m_context.limits.stashBytes);
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
    } else if (m_state == State::Head) {
        refuse({408, "request_timeout", "The request line and headers did not arrive in time."});
    } else {
        refuse({408, "request_timeout", "The request body stopped arriving."});
    }
}

void SocketGuard::retire()
{
    if (m_state == State::Head && m_received.isEmpty() && m_outgoing.pending() == 0) {
        hangUp();
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
    m_received.clear();
    setSocketState(UnconnectedState);
    if (AnswerStream *stream = std::exchange(m_stream, nullptr)) {
        stream->hungUp();
    }
    Q_EMIT disconnected(); // QHttpServer deletes this object later
}

qint64 SocketGuard::bytesAvailable() const
{
    return QIODevice::bytesAvailable() + m_presented.size();
}

qint64 SocketGuard::readData(char *data, qint64 maxSize)
{
    const qint64 count = std::min<qint64>(maxSize, m_presented.size());
    std::memcpy(data, m_presented.constData(), static_cast<size_t>(count));
    m_presented.remove(0, count);
    return count;
}

qint64 SocketGuard::writeData(const char * /*data*/, qint64 /*size*/)
{
    return -1; // every answer goes through an AnswerStream
}

void SocketGuard::disconnectFromHost()
{
    queueHangUp();
}

void SocketGuard::close()
{
    queueHangUp();
}

} // namespace proxy
