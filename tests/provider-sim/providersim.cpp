// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providersim.h"

#include "responseswords.h"

#include <QJsonDocument>

#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace test {

namespace {

/// A never-ending answer gives a token this often.
constexpr int PaceMs = 2;

bool readRequest(int connection, QByteArray &bytes, Generated &request)
{
    qsizetype headEnd = -1;
    qsizetype whole = -1;
    char buffer[65536];
    while (whole < 0 || bytes.size() < whole) {
        headEnd = bytes.indexOf("\r\n\r\n");
        if (headEnd >= 0 && whole < 0) {
            const QByteArrayList lines = bytes.left(headEnd).split('\n');
            request.path = lines.first().split(' ').value(1);
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
    const QByteArray body = bytes.mid(headEnd + 4, whole - headEnd - 4);
    request.body = QJsonDocument::fromJson(body).object();
    request.script = ProviderScript::of(body);
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

bool writeAnswer(int connection, int status, const QByteArray &body)
{
    return writeAll(connection,
                    "HTTP/1.1 " + QByteArray::number(status) +
                        " X\r\ncontent-type: application/json\r\ncontent-length: " +
                        QByteArray::number(body.size()) + "\r\n\r\n" + body);
}

bool writeEvents(int connection, const QByteArrayList &events)
{
    for (const QByteArray &event : events) {
        const QByteArray chunk = QByteArray::number(event.size(), 16) + "\r\n" + event + "\r\n";
        if (!writeAll(connection, chunk)) {
            return false;
        }
    }
    return true;
}

/// Waits that long; whether the other side went meanwhile.
bool isLeft(int connection, int milliseconds)
{
    pollfd wait{connection, POLLIN | POLLRDHUP, 0};
    return ::poll(&wait, 1, milliseconds) > 0 && (wait.revents & (POLLRDHUP | POLLHUP | POLLERR));
}

} // namespace

ProviderSim::ProviderSim(Api api, QByteArray key)
    : m_api(api)
    , m_key(std::move(key))
    , m_words(wordsOf(api))
    , m_responses(responsesWords())
    , m_listener(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    sockaddr_in name{};
    name.sin_family = AF_INET;
    name.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof name;
    if (::bind(m_listener, reinterpret_cast<sockaddr *>(&name), size) != 0 ||
        ::listen(m_listener, 100) != 0 ||
        ::getsockname(m_listener, reinterpret_cast<sockaddr *>(&name), &size) != 0) {
        qFatal("the simulated provider cannot listen");
    }
    m_port = ntohs(name.sin_port);
    m_thread = std::thread([this] { live(); });
}

ProviderSim::~ProviderSim()
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
    ::close(m_listener);
}

QByteArray ProviderSim::url() const
{
    return "http://127.0.0.1:" + QByteArray::number(m_port);
}

std::vector<Generated> ProviderSim::generated()
{
    const std::lock_guard lock(m_mutex);
    return m_generated;
}

void ProviderSim::live()
{
    for (;;) {
        {
            const std::lock_guard lock(m_mutex);
            if (m_isEnding) {
                return;
            }
        }
        pollfd wait{m_listener, POLLIN, 0};
        if (::poll(&wait, 1, 10) <= 0) {
            continue;
        }
        const int connection = ::accept(m_listener, nullptr, nullptr);
        const std::lock_guard lock(m_mutex);
        if (connection >= 0) {
            m_connections.push_back(connection);
            m_serving.emplace_back([this, connection] { serve(connection); });
        }
    }
}

void ProviderSim::serve(int connection)
{
    QByteArray bytes;
    Generated request;
    bool goesOn = true;
    while (goesOn && readRequest(connection, bytes, request)) {
        ++m_answering;
        goesOn = answer(connection, std::exchange(request, {}));
        --m_answering;
    }
    const std::lock_guard lock(m_mutex);
    std::erase(m_connections, connection);
    ::close(connection);
}

bool ProviderSim::isKnown(const Generated &request) const
{
    const QByteArray bearer = "Bearer " + m_key;
    const bool isRight = m_api == Api::Anthropic
                             ? request.headers.value("x-api-key") == m_key &&
                                   request.headers.value("anthropic-version") == "2023-06-01"
                         : m_api == Api::Gemini ? request.headers.value("x-goog-api-key") == m_key
                                                : request.headers.value("authorization") == bearer;
    return m_key.isEmpty() || isRight;
}

const ProviderWords &ProviderSim::wordsFor(const Generated &request) const
{
    return request.path.endsWith("/responses") ? *m_responses : *m_words;
}

bool ProviderSim::answer(int connection, Generated request)
{
    if (!isKnown(request)) {
        return writeAnswer(connection, 401, m_words->error(401));
    }
    if (request.body.isEmpty()) {
        return writeAnswer(connection, 200, m_words->models());
    }
    const ProviderWords &words = wordsFor(request);
    const ProviderScript &script = request.script;
    if (script.status != 0) {
        return writeAnswer(connection, script.status, words.error(script.status));
    }
    if (request.path.endsWith("/tokenize") || request.path.endsWith("/render")) {
        return writeAnswer(connection, 404, words.error(404)); // no more than a gateway has
    }
    if (request.path.endsWith("/count_tokens")) {
        return writeAnswer(
            connection, 200, "{\"input_tokens\":" + QByteArray::number(script.prompt) + '}');
    }
    const bool isStream = request.body.value(QLatin1String("stream")).toBool() ||
                          request.path.endsWith(":streamGenerateContent?alt=sse");
    request.output = isStream ? 0 : script.output;
    const bool goesOn =
        isStream ? stream(connection, request)
                 : script.cutAfter < 0 && writeAnswer(connection, 200, words.whole(script));
    const std::lock_guard lock(m_mutex);
    m_generated.push_back(std::move(request));
    return goesOn;
}

bool ProviderSim::stream(int connection, Generated &request)
{
    const ProviderScript &script = request.script;
    const ProviderWords &words = wordsFor(request);
    bool isRead = writeAll(connection,
                           "HTTP/1.1 200 OK\r\ncontent-type: " + words.streamType() +
                               "\r\ntransfer-encoding: chunked\r\n\r\n") &&
                  writeEvents(connection, words.opening(script));
    while (isRead && (script.neverEnding || request.output < script.output)) {
        if (request.output == script.cutAfter) {
            return false;
        }
        if (request.output == script.errorAfter) {
            return writeEvents(connection, {words.errorEvent()}) &&
                   writeAll(connection, "0\r\n\r\n");
        }
        isRead = writeEvents(connection, words.token(script, request.output));
        ++request.output;
        isRead = isRead && !isLeft(connection, script.neverEnding ? PaceMs : 0);
    }
    return isRead && writeEvents(connection, words.closing(script)) &&
           writeAll(connection, "0\r\n\r\n");
}

} // namespace test
