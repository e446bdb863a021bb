// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver.h"

#include <QJsonDocument>

#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace test {

namespace {

constexpr std::chrono::seconds Patience{30};

/// Reads on until a whole request is there; false when the other side went.
bool readRequest(int connection, QByteArray &bytes, Received &request)
{
    qsizetype headEnd = -1;
    qsizetype whole = -1;
    char buffer[65536];
    while (whole < 0 || bytes.size() < whole) {
        headEnd = bytes.indexOf("\r\n\r\n");
        if (headEnd >= 0 && whole < 0) {
            request = {};
            const QByteArrayList lines = bytes.left(headEnd).split('\n');
            const QByteArrayList first = lines.first().split(' ');
            request.method = first.value(0);
            request.path = first.value(1);
            for (const QByteArray &line : lines.mid(1)) {
                const qsizetype colon = line.indexOf(':');
                request.headers[line.left(colon).toLower()] = line.mid(colon + 1).trimmed();
            }
            whole = headEnd + 4 + request.headers.value("content-length").toLongLong();
            continue;
        }
        const ssize_t count = ::recv(connection, buffer, sizeof buffer, 0);
        if (count <= 0) {
            return false;
        }
        bytes.append(buffer, count);
    }
    request.body = bytes.mid(headEnd + 4, whole - headEnd - 4);
    bytes.remove(0, whole);
    return true;
}

bool writeAll(int connection, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const ssize_t count =
            ::send(connection, bytes.data(), static_cast<std::size_t>(bytes.size()), MSG_NOSIGNAL);
        if (count <= 0) {
            return false;
        }
        bytes = bytes.sliced(count);
    }
    return true;
}

QByteArray bytesOf(const Reply &reply)
{
    return "HTTP/1.1 " + QByteArray::number(reply.status) + " X\r\n" + reply.headers +
           "Content-Length: " + QByteArray::number(reply.body.size()) + "\r\n\r\n" + reply.body;
}

} // namespace

QJsonObject Received::json() const
{
    return QJsonDocument::fromJson(body).object();
}

Receiver::Receiver(Script script)
    : m_script(std::move(script))
{
    listenAgain();
    m_thread = std::thread([this] { live(); });
}

Receiver::~Receiver()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isEnding = true;
        for (const int connection : m_connections) {
            ::shutdown(connection, SHUT_RDWR);
        }
    }
    m_thread.join();
    for (std::thread &thread : m_serving) {
        thread.join();
    }
    if (m_listener >= 0) {
        ::close(m_listener);
    }
}

void Receiver::listenAgain()
{
    const int listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const int on = 1;
    ::setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    sockaddr_in name{};
    name.sin_family = AF_INET;
    name.sin_port = htons(m_port);
    name.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof name;
    // The thread's poll() keeps a closed listener, and with it the port, for a moment more.
    constexpr int MostAttempts = 1'000;
    int attempt = 0;
    while (::bind(listener, reinterpret_cast<sockaddr *>(&name), size) != 0) {
        if (++attempt == MostAttempts) {
            qFatal("the receiver cannot bind its port");
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    if (::listen(listener, 100) != 0 ||
        ::getsockname(listener, reinterpret_cast<sockaddr *>(&name), &size) != 0) {
        qFatal("the receiver cannot listen");
    }
    m_port = ntohs(name.sin_port);
    const std::lock_guard lock(m_mutex);
    m_listener = listener;
}

QByteArray Receiver::url(const QByteArray &path) const
{
    return "http://127.0.0.1:" + QByteArray::number(m_port) + path;
}

void Receiver::answer(Script script)
{
    const std::lock_guard lock(m_mutex);
    m_script = std::move(script);
}

void Receiver::goDown()
{
    const std::lock_guard lock(m_mutex);
    m_isUp = false;
    ::close(std::exchange(m_listener, -1));
    for (const int connection : m_connections) {
        ::shutdown(connection, SHUT_RDWR);
    }
}

void Receiver::comeBack()
{
    listenAgain();
    const std::lock_guard lock(m_mutex);
    m_isUp = true;
}

std::vector<Received> Receiver::received()
{
    const std::lock_guard lock(m_mutex);
    return m_received;
}

bool Receiver::waitFor(const std::function<bool(const std::vector<Received> &)> &enough)
{
    std::unique_lock lock(m_mutex);
    return m_changed.wait_for(lock, Patience, [&] { return enough(m_received); });
}

bool Receiver::waitForRequests(std::size_t count)
{
    return waitFor([count](const auto &received) { return received.size() >= count; });
}

void Receiver::live()
{
    for (;;) {
        int listener = -1;
        {
            const std::lock_guard lock(m_mutex);
            if (m_isEnding) {
                return;
            }
            listener = m_listener;
        }
        pollfd wait{listener, POLLIN, 0};
        if (::poll(&wait, 1, 10) <= 0 || (wait.revents & POLLIN) == 0) {
            continue;
        }
        const std::lock_guard lock(m_mutex);
        const int connection = m_isUp ? ::accept(m_listener, nullptr, nullptr) : -1;
        if (connection >= 0) {
            m_connections.push_back(connection);
            m_serving.emplace_back([this, connection] { serve(connection); });
        }
    }
}

void Receiver::serve(int connection)
{
    QByteArray bytes;
    Received request;
    bool goesOn = true;
    while (goesOn && readRequest(connection, bytes, request)) {
        Script script;
        {
            const std::lock_guard lock(m_mutex);
            script = m_script;
        }
        // Received before it is answered: the sender may act on the answer at once.
        const Reply reply = script ? script(request) : Reply{};
        {
            const std::lock_guard lock(m_mutex);
            m_received.push_back(request);
            goesOn = m_isUp;
        }
        goesOn = goesOn && !reply.hangUp && writeAll(connection, bytesOf(reply));
        m_changed.notify_all();
    }
    const std::lock_guard lock(m_mutex);
    std::erase(m_connections, connection);
    ::close(connection);
}

} // namespace test
