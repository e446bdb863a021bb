// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "httpconnection.h"

#include "routes.h"

#include <array>
#include <cerrno>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace sim {

/// What a client may send ahead while its answer is being made; then the socket is left alone.
static constexpr qsizetype MostAhead = qsizetype{64} * 1024;

HttpConnection::HttpConnection(int socket, Routes &routes, Microseconds now)
    : m_socket(socket)
    , m_routes(routes)
    , m_lastActive(now)
{}

HttpConnection::~HttpConnection()
{
    ::close(m_socket);
}

unsigned int HttpConnection::wantedEvents() const
{
    const bool isFull = m_answer && m_in.size() >= MostAhead;
    return EPOLLRDHUP | (isFull ? 0U : EPOLLIN) | (isBlocked() ? EPOLLOUT : 0U);
}

void HttpConnection::onReadable(bool isPeerGone, Microseconds now)
{
    m_lastActive = now;
    if (!isPeerGone) {
        receive();
    }
    if (isPeerGone || m_isClosed) {
        if (m_answer) {
            m_answer->clientGone(now, *this);
        }
        m_isClosed = true;
        return;
    }
    takeRequests(now);
}

void HttpConnection::receive()
{
    static std::array<char, MostAhead> scratch; // one thread; large, so that one call mostly does
    while (true) {
        const ssize_t size = ::recv(m_socket, scratch.data(), scratch.size(), 0);
        if (size > 0) {
            m_in.append(scratch.data(), size);
        } else if (size == 0 || errno != EAGAIN) {
            m_isClosed = true;
        }
        if (size < static_cast<ssize_t>(scratch.size())) {
            return;
        }
    }
}

void HttpConnection::takeRequests(Microseconds now)
{
    while (!m_answer && !m_isClosed && !isBlocked()) {
        const RequestReader::Outcome outcome = m_reader.read(m_in);
        if (outcome == RequestReader::Outcome::WantsContinue) {
            send("HTTP/1.1 100 Continue\r\n\r\n");
            return;
        }
        if (outcome == RequestReader::Outcome::NeedsMore) {
            return;
        }
        if (outcome == RequestReader::Outcome::Malformed) {
            send("HTTP/1.1 400 Bad Request\r\ncontent-type: text/plain; charset=utf-8\r\n"
                 "connection: close\r\ncontent-length: 30\r\n\r\nInvalid HTTP request received.");
            m_isClosed = true;
            return;
        }
        m_isKeptAlive = m_reader.request().isKeptAlive;
        m_answer = m_routes.answer(m_reader.request(), now);
        proceed(now);
    }
}

void HttpConnection::proceed(Microseconds now)
{
    m_wakeAt = 0;
    m_answer->proceed(now, *this);
    if (m_isAnswerDone) {
        m_isAnswerDone = false;
        m_answer.reset();
        m_splitBytes = 0;
        m_isClosed = m_isClosed || !m_isKeptAlive;
    }
}

void HttpConnection::onWritable(Microseconds now)
{
    m_lastActive = now;
    flush();
    if (m_isClosed && m_answer) {
        m_answer->clientGone(now, *this);
        return;
    }
    onWake(now);
}

void HttpConnection::onWake(Microseconds now)
{
    if (m_answer) {
        proceed(now);
    }
    takeRequests(now);
}

void HttpConnection::closeIfIdleSince(Microseconds moment)
{
    if (!m_answer && !isBlocked() && m_lastActive < moment) {
        m_isClosed = true;
    }
}

void HttpConnection::send(QByteArrayView bytes)
{
    m_queuedTotal += bytes.size();
    qsizetype taken = 0;
    if (!isBlocked()) {
        taken = writeSome(bytes.data(), bytes.size());
    }
    if (taken < bytes.size()) {
        m_out.append(bytes.sliced(taken));
    }
}

void HttpConnection::flush()
{
    m_sent += writeSome(m_out.constData() + m_sent, m_out.size() - m_sent);
    if (!isBlocked()) {
        m_out.clear();
        m_sent = 0;
    }
}

qsizetype HttpConnection::writeSome(const char *data, qsizetype size)
{
    qsizetype taken = 0;
    while (taken < size) {
        const qsizetype left = size - taken;
        const qsizetype part = m_splitBytes > 0 ? std::min<qsizetype>(left, m_splitBytes) : left;
        const ssize_t sent =
            ::send(m_socket, data + taken, static_cast<std::size_t>(part), MSG_NOSIGNAL);
        if (sent < 0) {
            m_isClosed = m_isClosed || errno != EAGAIN;
            break;
        }
        taken += sent;
    }
    return taken;
}

} // namespace sim
