// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rawclient.h"

#include <QEventLoop>
#include <QSocketNotifier>
#include <QTimer>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace test {

namespace {

int connectTo(const QHostAddress &host, quint16 port)
{
    const bool isIpv4 = host.protocol() == QAbstractSocket::IPv4Protocol;
    const int descriptor = ::socket(isIpv4 ? AF_INET : AF_INET6, SOCK_STREAM | SOCK_CLOEXEC, 0);
    int result = -1;
    if (isIpv4) {
        sockaddr_in name{};
        name.sin_family = AF_INET;
        name.sin_port = htons(port);
        name.sin_addr.s_addr = htonl(host.toIPv4Address());
        result = ::connect(descriptor, reinterpret_cast<sockaddr *>(&name), sizeof name);
    } else {
        sockaddr_in6 name{};
        name.sin6_family = AF_INET6;
        name.sin6_port = htons(port);
        const Q_IPV6ADDR bytes = host.toIPv6Address();
        std::memcpy(&name.sin6_addr, &bytes, sizeof bytes);
        result = ::connect(descriptor, reinterpret_cast<sockaddr *>(&name), sizeof name);
    }
    if (result != 0) {
        ::close(descriptor);
        return -1;
    }
    const int on = 1;
    ::setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    return descriptor;
}

QByteArray headerOf(const QByteArray &head, const QByteArray &lowerCaseName)
{
    const QByteArray mark = "\r\n" + lowerCaseName + ": ";
    const qsizetype at = head.toLower().indexOf(mark);
    if (at < 0) {
        return {};
    }
    const qsizetype begin = at + mark.size();
    return head.mid(begin, head.indexOf("\r\n", begin) - begin);
}

} // namespace

RawClient::RawClient(quint16 port, const QHostAddress &host)
    : m_descriptor(connectTo(host, port))
{}

RawClient::~RawClient()
{
    close();
}

RawClient::RawClient(RawClient &&other) noexcept
    : patience(other.patience)
    , m_descriptor(std::exchange(other.m_descriptor, -1))
    , m_atEnd(other.m_atEnd)
    , m_wasReset(other.m_wasReset)
    , m_received(std::move(other.m_received))
{}

bool RawClient::send(QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const auto size = static_cast<size_t>(bytes.size());
        const ssize_t sent = ::send(m_descriptor, bytes.data(), size, MSG_DONTWAIT | MSG_NOSIGNAL);
        if (sent < 0 && errno != EAGAIN) {
            return false;
        }
        if (sent < 0 && !wait(POLLOUT)) {
            return false;
        }
        bytes = bytes.sliced(std::max<qsizetype>(sent, 0));
    }
    return true;
}

QByteArray RawClient::readUntil(QByteArrayView mark)
{
    qsizetype at = m_received.indexOf(mark);
    while (at < 0 && readMore()) {
        at = m_received.indexOf(mark);
    }
    const qsizetype count = at < 0 ? m_received.size() : at + mark.size();
    const QByteArray result = m_received.first(count);
    m_received.remove(0, count);
    return result;
}

RawAnswer RawClient::readAnswer(bool toHeadRequest)
{
    RawAnswer answer = readHead();
    if (!toHeadRequest && answer.isComplete) {
        readBody(answer);
    }
    return answer;
}

RawAnswer RawClient::readHead()
{
    RawAnswer answer;
    answer.head = readUntil("\r\n\r\n");
    answer.status = answer.head.mid(9, 3).toInt();
    answer.isComplete = answer.head.endsWith("\r\n\r\n");
    return answer;
}

void RawClient::readBody(RawAnswer &answer)
{
    if (answer.status < 200 || answer.status == 204) {
        return;
    }
    answer.isComplete = false;
    if (headerOf(answer.head, "transfer-encoding") == "chunked") {
        qsizetype size = -1;
        while (size != 0) {
            bool ok = false;
            size = readUntil("\r\n").trimmed().toLongLong(&ok, 16);
            if (!ok || !readBytes(size, answer.body) || readUntil("\r\n") != "\r\n") {
                return;
            }
        }
        answer.isComplete = true;
    } else if (const QByteArray length = headerOf(answer.head, "content-length");
               !length.isEmpty()) {
        answer.isComplete = readBytes(length.toLongLong(), answer.body);
    } else {
        answer.body = readToEnd();
        answer.isComplete = m_atEnd && !m_wasReset;
    }
}

bool RawClient::readBytes(qsizetype count, QByteArray &into)
{
    while (m_received.size() < count && readMore()) {
    }
    const qsizetype taken = std::min(count, m_received.size());
    into.append(m_received.first(taken));
    m_received.remove(0, taken);
    return taken == count;
}

QByteArray RawClient::readToEnd()
{
    while (readMore()) {
    }
    return std::exchange(m_received, QByteArray());
}

bool RawClient::waitForEnd()
{
    while (!m_atEnd && readMore()) {
    }
    return m_atEnd;
}

bool RawClient::readMore()
{
    std::array<char, 64 * 1024> buffer; // NOLINT: recv() fills it
    while (!m_atEnd && m_descriptor >= 0) {
        const ssize_t count = ::recv(m_descriptor, buffer.data(), buffer.size(), MSG_DONTWAIT);
        if (count > 0) {
            m_received.append(buffer.data(), count);
            return true;
        }
        if (count == 0 || errno != EAGAIN) {
            m_wasReset = count != 0;
            m_atEnd = true;
        } else if (!wait(POLLIN)) {
            return false;
        }
    }
    return false;
}

bool RawClient::wait(short events)
{
    QEventLoop loop;
    const auto type = events == POLLIN ? QSocketNotifier::Read : QSocketNotifier::Write;
    QSocketNotifier notifier(m_descriptor, type);
    QObject::connect(&notifier, &QSocketNotifier::activated, &loop, &QEventLoop::quit);
    bool isInTime = true;
    QTimer timer;
    QObject::connect(&timer, &QTimer::timeout, &loop, [&] {
        isInTime = false;
        loop.quit();
    });
    timer.start(patience);
    loop.exec();
    return isInTime;
}

void RawClient::finishSending()
{
    ::shutdown(m_descriptor, SHUT_WR);
}

void RawClient::close()
{
    if (m_descriptor >= 0) {
        ::close(std::exchange(m_descriptor, -1));
    }
}

void RawClient::reset()
{
    const linger now{1, 0};
    ::setsockopt(m_descriptor, SOL_SOCKET, SO_LINGER, &now, sizeof now);
    close();
}

} // namespace test
