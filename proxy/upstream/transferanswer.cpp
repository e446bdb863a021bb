// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/upstream/origin.h"
#include "proxy/upstream/transfer.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace proxy {
namespace {

/// An answer's head is about 1 KiB; no more than a client may send to us.
constexpr qsizetype MaximumHeadBytes = qsizetype{64} * 1024;

/// Of "HTTP/1.1 200 OK"; 0 for anything else.
int statusOf(QByteArrayView line)
{
    const QByteArrayView rest = line.sliced(std::min(line.size(), line.indexOf(' ') + 1));
    return rest.first(std::min<qsizetype>(rest.size(), 3)).toInt();
}

UpstreamFailure kindOf(CURLcode result)
{
    switch (result) {
    case CURLE_UNSUPPORTED_PROTOCOL:
    case CURLE_URL_MALFORMAT:
    case CURLE_COULDNT_RESOLVE_PROXY:
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_CONNECT:
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_OPERATION_TIMEDOUT: // curl itself keeps no time limit but that of connecting
        return UpstreamFailure::Connect;
    default:
        return UpstreamFailure::Broken;
    }
}

} // namespace

std::size_t Transfer::onHeader(char *data, std::size_t, std::size_t size, void *self)
{
    auto *transfer = static_cast<Transfer *>(self);
    transfer->m_lastByte = Clock::now();
    const QByteArrayView line(data, static_cast<qsizetype>(size));
    return !transfer->isSilenced() && transfer->takeHeadLine(line) ? size : 0;
}

bool Transfer::takeHeadLine(QByteArrayView line)
{
    if (m_headDone) {
        return true; // a trailer
    }
    m_headBytes += line.size();
    if (m_headBytes > MaximumHeadBytes) {
        return false;
    }
    const QByteArrayView text = line.trimmed();
    if (line.startsWith("HTTP/")) {
        m_head.clear();
        m_status = statusOf(text);
    } else if (!text.isEmpty()) {
        takeHeader(line);
    } else if (m_status >= 200) {
        m_headDone = true;
        m_listener->onHead(m_status, m_head);
    }
    return !isSilenced();
}

void Transfer::takeHeader(QByteArrayView line)
{
    const QByteArrayView text = line.trimmed();
    if ((line.startsWith(' ') || line.startsWith('\t')) && !m_head.empty()) {
        m_head.back().second.append(' ').append(text); // the old way to fold a long line
        return;
    }
    const qsizetype colon = text.indexOf(':');
    if (colon > 0) {
        m_head.emplace_back(text.first(colon).toByteArray().toLower(),
                            text.sliced(colon + 1).trimmed().toByteArray());
    }
}

std::size_t Transfer::onBody(char *data, std::size_t, std::size_t size, void *self)
{
    auto *transfer = static_cast<Transfer *>(self);
    transfer->m_lastByte = Clock::now();
    if (transfer->isSilenced()) {
        return 0;
    }
    if (transfer->m_paused) {
        transfer->m_holding = true;
        return CURL_WRITEFUNC_PAUSE;
    }
    transfer->m_listener->onBody(QByteArrayView(data, static_cast<qsizetype>(size)));
    return transfer->isSilenced() ? 0 : size;
}

std::optional<UpstreamError> Transfer::errorOf(CURLcode result) const
{
    if (result == CURLE_OK && m_headDone) {
        return std::nullopt;
    }
    long sent = 0;
    curl_easy_getinfo(m_easy, CURLINFO_REQUEST_SIZE, &sent);
    const QString origin = QString::fromUtf8(originOf(m_request.url));
    if (m_headBytes > MaximumHeadBytes) {
        return UpstreamError{
            UpstreamFailure::TooLarge,
            u"%1 sent more than %2 bytes of headers"_s.arg(origin).arg(MaximumHeadBytes),
            sent > 0};
    }
    const QString reason = QString::fromUtf8(curl_easy_strerror(result));
    // curl says "unsupported protocol" of an answer that is no HTTP, too.
    const UpstreamFailure kind = sent > 0 ? UpstreamFailure::Broken : kindOf(result);
    return UpstreamError{kind, u"%1: %2"_s.arg(origin, reason), sent > 0};
}

void Transfer::finish(CURLcode result)
{
    UpstreamListener *const listener = std::exchange(m_listener, nullptr);
    if (listener == nullptr) {
        return;
    }
    if (const auto error = errorOf(result)) {
        listener->onError(*error);
    } else {
        listener->onComplete();
    }
}

void Transfer::finishSilent()
{
    long sent = 0;
    curl_easy_getinfo(m_easy, CURLINFO_REQUEST_SIZE, &sent);
    const QString message =
        u"%1 sent nothing for %2 ms"_s.arg(QString::fromUtf8(originOf(m_request.url)))
            .arg(m_request.silenceTimeout.count());
    std::exchange(m_listener, nullptr)->onError({UpstreamFailure::Timeout, message, sent > 0});
}

} // namespace proxy
