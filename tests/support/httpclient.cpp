// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "httpclient.h"

#include "loopback.h"

#include <array>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace test {

namespace {
/// Only a hanging server takes so long.
constexpr timeval Patience{60, 0};
} // namespace

QByteArray requestBytes(const QByteArray &method,
                        const QByteArray &path,
                        const QByteArray &body,
                        const QByteArray &headers)
{
    QByteArray bytes = method + ' ' + path + " HTTP/1.1\r\nhost: capstan\r\n" + headers;
    if (!body.isEmpty() || method == "POST") {
        if (!headers.toLower().contains("content-type:")) {
            bytes += "content-type: application/json\r\n";
        }
        bytes += "content-length: " + QByteArray::number(body.size()) + "\r\n";
    }
    return bytes + "\r\n" + body;
}

HttpClient::~HttpClient()
{
    close();
}

void HttpClient::close()
{
    if (m_descriptor >= 0) {
        ::close(std::exchange(m_descriptor, -1));
    }
}

bool HttpClient::write(QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const auto size = static_cast<std::size_t>(bytes.size());
        const ssize_t sent = ::send(m_descriptor, bytes.data(), size, MSG_NOSIGNAL);
        if (sent <= 0) {
            return false;
        }
        bytes = bytes.sliced(sent);
    }
    return true;
}

bool HttpClient::begin(const QByteArray &bytes)
{
    if (m_descriptor >= 0 && write(bytes)) {
        return true;
    }
    close();
    m_descriptor = connectToLoopback(m_port, Blocking::Yes);
    if (m_descriptor < 0) {
        return false;
    }
    ::setsockopt(m_descriptor, SOL_SOCKET, SO_RCVTIMEO, &Patience, sizeof Patience);
    return write(bytes);
}

bool HttpClient::readMore(Answer &answer)
{
    std::array<char, 16 * 1024> buffer{};
    const ssize_t count = ::recv(m_descriptor, buffer.data(), buffer.size(), 0);
    if (count <= 0) {
        answer.feedEnd();
        close();
        return false;
    }
    return answer.feed(QByteArrayView(buffer.data(), count));
}

Answer HttpClient::send(const QByteArray &bytes)
{
    Answer answer;
    if (begin(bytes)) {
        finish(answer);
    }
    // A kept connection may have been closed since, as with any server: once more on a new one.
    if (answer.status() == 0 && m_descriptor < 0 && begin(bytes)) {
        finish(answer);
    }
    if (answer.header("connection").toLower() == "close") {
        close();
    }
    return answer;
}

} // namespace test
