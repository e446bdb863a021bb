// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/server/clientstream.h"

#include "proxy/server/socketguard.h"

#include <array>
#include <charconv>

namespace proxy {

namespace {

bool hasNoBody(int status)
{
    return status == 204 || status == 304;
}

/// The size of a chunk with its line end, in place: one is written per streamed event.
class ChunkSize
{
public:
    explicit ChunkSize(qsizetype size)
    {
        char *end = std::to_chars(m_text.data(), m_text.data() + m_text.size() - 2, size, 16).ptr;
        *end++ = '\r';
        *end++ = '\n';
        m_length = end - m_text.data();
    }
    [[nodiscard]] QByteArrayView view() const { return {m_text.data(), m_length}; }

private:
    std::array<char, 18> m_text{};
    qsizetype m_length = 0;
};

} // namespace

AnswerStream::AnswerStream(SocketGuard &guard, bool isHeadRequest, bool isHttp10)
    : m_guard(&guard)
    , m_isHeadRequest(isHeadRequest)
    , m_isHttp10(isHttp10)
{}

AnswerStream::~AnswerStream()
{
    if (m_guard == nullptr) {
        return;
    }
    SocketGuard *guard = m_guard;
    if (!m_hasBegun) {
        const QByteArray answer =
            refusalAnswer({500, "internal_error", "The request was dropped without an answer."});
        const QByteArrayView part = answer;
        guard->send({&part, 1});
    }
    guard->breakOff(m_hasBegun && m_body == AnswerBody::UntilClose
                        ? SocketGuard::BreakOff::AtOnce
                        : SocketGuard::BreakOff::AfterPending);
}

void AnswerStream::respond(int status, const HeaderList &headers, const QByteArray &body)
{
    Q_ASSERT_X(!m_hasBegun, "AnswerStream", "a second answer to one request");
    if (m_guard == nullptr || m_hasBegun) {
        return;
    }
    const auto self = shared_from_this(); // a callback let go below may hold the last reference
    m_hasBegun = true;
    m_keepAlive = m_guard->mayKeepAlive();
    const AnswerBody framing = hasNoBody(status) ? AnswerBody::None : AnswerBody::Length;
    const QByteArray head =
        answerHead(status, headers, {framing, body.size(), m_isHttp10, m_keepAlive});
    const bool sendsBody = framing == AnswerBody::Length && !m_isHeadRequest && !body.isEmpty();
    const std::array<QByteArrayView, 2> parts{head, body};
    m_guard->send(std::span(parts).first(sendsBody ? 2 : 1));
    takeGuard()->finishAnswer(m_keepAlive);
}

void AnswerStream::begin(int status, const HeaderList &headers)
{
    Q_ASSERT_X(!m_hasBegun, "AnswerStream", "a second answer to one request");
    if (m_guard == nullptr || m_hasBegun) {
        return;
    }
    m_hasBegun = true;
    m_body = m_isHttp10 ? AnswerBody::UntilClose : AnswerBody::Chunked;
    if (hasNoBody(status)) {
        m_body = AnswerBody::None;
    }
    m_keepAlive = m_guard->mayKeepAlive() && m_body != AnswerBody::UntilClose;
    const QByteArray head = answerHead(status, headers, {m_body, 0, m_isHttp10, m_keepAlive});
    if (m_isHeadRequest) {
        m_body = AnswerBody::None;
    }
    const QByteArrayView part = head;
    m_guard->send({&part, 1});
}

void AnswerStream::write(QByteArrayView bytes)
{
    Q_ASSERT_X(m_hasBegun || m_guard == nullptr, "AnswerStream", "write() before begin()");
    if (m_guard == nullptr || bytes.isEmpty()) {
        return;
    }
    if (m_body == AnswerBody::Chunked) {
        const ChunkSize size(bytes.size());
        const std::array<QByteArrayView, 3> parts{size.view(), bytes, "\r\n"};
        m_guard->send(parts);
    } else if (m_body == AnswerBody::UntilClose) {
        m_guard->send({&bytes, 1});
    }
}

void AnswerStream::end()
{
    Q_ASSERT_X(m_hasBegun || m_guard == nullptr, "AnswerStream", "end() before begin()");
    if (m_guard == nullptr) {
        return;
    }
    const auto self = shared_from_this();
    if (m_body == AnswerBody::Chunked) {
        const QByteArrayView last("0\r\n\r\n");
        m_guard->send({&last, 1});
    }
    takeGuard()->finishAnswer(m_keepAlive);
}

void AnswerStream::abort()
{
    if (m_guard == nullptr) {
        return;
    }
    const auto self = shared_from_this();
    const bool endLooksRegular = m_body == AnswerBody::UntilClose;
    takeGuard()->breakOff(endLooksRegular ? SocketGuard::BreakOff::AtOnce
                                          : SocketGuard::BreakOff::AfterPending);
}

qint64 AnswerStream::pendingBytes() const
{
    return m_guard == nullptr ? 0 : m_guard->pendingBytes();
}

void AnswerStream::onGone(std::function<void()> callback)
{
    if (m_guard != nullptr) {
        m_onGone = std::move(callback);
    } else if (m_isGone) {
        callback();
    }
}

void AnswerStream::onDrained(std::function<void()> callback)
{
    if (m_guard != nullptr) {
        m_onDrained = std::move(callback);
    }
}

void AnswerStream::drained()
{
    if (m_onDrained) {
        const auto self = shared_from_this();
        const auto callback = m_onDrained; // it may finish the answer, which lets go of m_onDrained
        callback();
    }
}

void AnswerStream::hungUp()
{
    const auto self = shared_from_this();
    m_isGone = true;
    m_guard = nullptr;
    m_onDrained = nullptr;
    if (const auto callback = std::exchange(m_onGone, nullptr)) {
        callback();
    }
}

void AnswerStream::detach()
{
    const auto self = shared_from_this();
    m_isGone = true;
    takeGuard();
}

/// Callbacks usually hold this stream: letting go of them when it is over breaks the circle.
SocketGuard *AnswerStream::takeGuard()
{
    m_onGone = nullptr;
    m_onDrained = nullptr;
    return std::exchange(m_guard, nullptr);
}

} // namespace proxy
