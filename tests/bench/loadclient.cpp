// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "loadclient.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <ctime>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

namespace bench {

Nanoseconds monotonicNow()
{
    timespec now{};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * PerSecond + now.tv_nsec;
}

LoadClient::LoadClient(const sockaddr_in &server)
    : m_server(server)
{}

LoadClient::~LoadClient()
{
    close();
}

void LoadClient::close()
{
    if (m_socket >= 0) {
        ::close(m_socket);
    }
    m_socket = -1;
    m_isBusy = false;
}

bool LoadClient::connect()
{
    close();
    m_socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (::connect(m_socket, reinterpret_cast<const sockaddr *>(&m_server), sizeof m_server) != 0) {
        close();
        return false;
    }
    const int yes = 1;
    ::setsockopt(m_socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    return true;
}

void LoadClient::begin(const QByteArray &request, Nanoseconds intendedStart)
{
    m_isBusy = true;
    m_intended = intendedStart;
    m_head.clear();
    m_tail.clear();
    m_hasHead = m_endsInNewline = false;
    m_remaining = -1;
    // A failure shows in the read that follows.
    [[maybe_unused]] const auto sent = ::send(
        m_socket, request.constData(), static_cast<std::size_t>(request.size()), MSG_NOSIGNAL);
}

LoadClient::Progress LoadClient::read()
{
    static std::array<char, 65'536> buffer; // one thread
    const ssize_t size = ::recv(m_socket, buffer.data(), buffer.size(), MSG_DONTWAIT);
    Progress progress;
    if (size <= 0) {
        if (size == 0 || errno != EAGAIN) {
            progress.isFailed = m_isBusy;
            close();
        }
        return progress;
    }
    const char *body = buffer.data();
    qsizetype left = size;
    if (!m_hasHead) {
        m_head.append(body, left);
        if (!takeHead()) {
            return progress;
        }
        body = m_head.constData();
        left = m_head.size();
    }
    progress.events = countEvents(body, left);
    if (m_remaining >= 0) {
        m_remaining -= left;
        progress.isFinished = m_remaining <= 0;
    } else {
        noteTail(body, left);
        progress.isFinished = m_tail.endsWith("\r\n0\r\n\r\n");
    }
    if (progress.isFinished) {
        m_isBusy = false;
        progress.isFailed = !m_isOk;
    }
    return progress;
}

/// Leaves in m_head what has come of the body.
bool LoadClient::takeHead()
{
    const qsizetype end = m_head.indexOf("\r\n\r\n");
    if (end < 0) {
        return false;
    }
    const QByteArray head = m_head.left(end + 2).toLower();
    m_isOk = head.startsWith("http/1.1 200");
    const qsizetype at = head.indexOf("\r\ncontent-length:");
    if (at >= 0) {
        const qsizetype value = at + static_cast<qsizetype>(std::strlen("\r\ncontent-length:"));
        m_remaining = head.mid(value, head.indexOf("\r\n", value) - value).trimmed().toLongLong();
    }
    m_head.remove(0, end + 4);
    m_hasHead = true;
    m_tail = "\r\n";
    return true;
}

qint64 LoadClient::countEvents(const char *data, qsizetype size)
{
    qint64 events = 0;
    const char *const end = data + size;
    for (const char *at = data; at < end; ++at) {
        at = static_cast<const char *>(std::memchr(at, '\n', static_cast<std::size_t>(end - at)));
        if (at == nullptr) {
            break;
        }
        const bool followsNewline = at == data ? m_endsInNewline : at[-1] == '\n';
        events += followsNewline ? 1 : 0;
    }
    m_endsInNewline = size > 0 ? end[-1] == '\n' : m_endsInNewline;
    return events;
}

void LoadClient::noteTail(const char *data, qsizetype size)
{
    constexpr qsizetype Enough = 7; // "\r\n0\r\n\r\n"
    m_tail.append(data + std::max<qsizetype>(0, size - Enough), std::min(size, Enough));
    m_tail = m_tail.right(Enough);
}

} // namespace bench
