// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/upstream/transfer.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace proxy {
namespace {

/// vLLM closes an idle connection after 5 s (VLLM_HTTP_TIMEOUT_KEEP_ALIVE); one second less, so
/// that a request seldom meets the close on its way.
constexpr long MaximumIdleSeconds = 4;
/// One read of curl. An event is some 250 bytes, so more would only be memory: 1,000 streams hold
/// 16 MB, and that is also what waits here while a client is slow.
constexpr long BufferBytes = 16 * 1024;
/// An answer's head is about 1 KiB; no more than a client may send to us.
constexpr qsizetype MaximumHeadBytes = 64 * 1024;

/// Ours to set: they belong to the connection or are made from the request.
constexpr auto DroppedHeaders = std::to_array<QByteArrayView>({"host",
                                                               "connection",
                                                               "keep-alive",
                                                               "proxy-connection",
                                                               "proxy-authorization",
                                                               "te",
                                                               "trailer",
                                                               "transfer-encoding",
                                                               "upgrade",
                                                               "content-length",
                                                               "expect",
                                                               "accept-encoding",
                                                               "http2-settings"});

bool isDropped(const QByteArray &name)
{
    return std::find(DroppedHeaders.begin(), DroppedHeaders.end(), name) != DroppedHeaders.end();
}

bool hasLineBreak(QByteArrayView text)
{
    return text.contains('\r') || text.contains('\n') || text.contains('\0');
}

/// Scheme, host and port: no path, no user name, which may be secrets.
QByteArray originOf(QByteArrayView url)
{
    const qsizetype scheme = std::max<qsizetype>(url.indexOf("://") + 3, 0);
    const QByteArrayView rest = url.sliced(std::min(scheme, url.size()));
    const auto *end = std::find_if(
        rest.begin(), rest.end(), [](char c) { return c == '/' || c == '?' || c == '#'; });
    const QByteArrayView authority(rest.begin(), end);
    return url.first(scheme).toByteArray().append(authority.sliced(authority.lastIndexOf('@') + 1));
}

bool isLoopback(const QByteArray &url)
{
    const QByteArray origin = originOf(url);
    const QByteArrayView host = QByteArrayView(origin).sliced(origin.indexOf("://") + 3);
    return host.startsWith("127.") || host.startsWith("localhost") || host.startsWith("[::1]");
}

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
    case CURLE_OPERATION_TIMEDOUT: // the only time limit that curl itself keeps is that of
                                   // connecting
        return UpstreamFailure::Connect;
    default:
        return UpstreamFailure::Broken;
    }
}

} // namespace

Transfer::Transfer()
    : m_easy(curl_easy_init())
{
    const auto set = [this](CURLoption option, auto value) {
        curl_easy_setopt(m_easy, option, value);
    };
    set(CURLOPT_PRIVATE, this);
    set(CURLOPT_HEADERFUNCTION, &Transfer::onHeader);
    set(CURLOPT_HEADERDATA, this);
    set(CURLOPT_WRITEFUNCTION, &Transfer::onBody);
    set(CURLOPT_WRITEDATA, this);
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_TCP_NODELAY, 1L);
    set(CURLOPT_TCP_KEEPALIVE, 1L);
    set(CURLOPT_HTTP_VERSION, long{CURL_HTTP_VERSION_1_1});
    set(CURLOPT_PROTOCOLS_STR, "http,https");
    set(CURLOPT_FOLLOWLOCATION, 0L);
    set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
    set(CURLOPT_MAXAGE_CONN, MaximumIdleSeconds);
    set(CURLOPT_BUFFERSIZE, BufferBytes);
}

Transfer::~Transfer()
{
    curl_easy_cleanup(m_easy);
    curl_slist_free_all(m_headerLines);
}

Transfer *Transfer::of(CURL *easy)
{
    Transfer *transfer = nullptr;
    curl_easy_getinfo(easy, CURLINFO_PRIVATE, &transfer);
    return transfer;
}

void Transfer::prepare(UpstreamRequest request, UpstreamListener &listener)
{
    const bool sameTarget =
        request.url == m_request.url && request.unixSocket == m_request.unixSocket;
    m_request = std::move(request);
    m_listener = &listener;
    if (!sameTarget) {
        setTarget();
    }
    if (m_retried) {
        curl_easy_setopt(m_easy, CURLOPT_FRESH_CONNECT, 0L);
    }
    setMethod();
    setHeaders();
    curl_easy_setopt(
        m_easy, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(m_request.connectTimeout.count()));
    m_head.clear();
    m_status = 0;
    m_headBytes = 0;
    m_uploaded = 0;
    m_headDone = m_retried = m_paused = m_holding = false;
    m_lastByte = Clock::now();
}

void Transfer::setTarget()
{
    curl_easy_setopt(m_easy, CURLOPT_URL, m_request.url.constData());
    curl_easy_setopt(m_easy, CURLOPT_PROXY, isLoopback(m_request.url) ? "" : nullptr);
    const QByteArray &path = m_request.unixSocket;
    curl_easy_setopt(m_easy, CURLOPT_UNIX_SOCKET_PATH, path.isEmpty() ? nullptr : path.constData());
}

void Transfer::setMethod()
{
    const QByteArray &method = m_request.method;
    const bool hasBody = method == "POST" || !m_request.body.isEmpty();
    const bool isPlain = hasBody ? method == "POST" : method == "GET";
    curl_easy_setopt(m_easy, CURLOPT_NOBODY, method == "HEAD" ? 1L : 0L);
    if (hasBody) {
        curl_easy_setopt(m_easy, CURLOPT_POSTFIELDS, m_request.body.constData());
        curl_easy_setopt(
            m_easy, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(m_request.body.size()));
    } else if (method != "HEAD") {
        curl_easy_setopt(m_easy, CURLOPT_HTTPGET, 1L);
    }
    curl_easy_setopt(
        m_easy, CURLOPT_CUSTOMREQUEST, isPlain || method == "HEAD" ? nullptr : method.constData());
}

void Transfer::addHeader(const QByteArray &line)
{
    m_headerLines = curl_slist_append(m_headerLines, line.constData());
}

void Transfer::setHeaders()
{
    curl_slist_free_all(m_headerLines);
    m_headerLines = nullptr;
    bool hasType = false;
    for (const auto &[name, value] : m_request.headers) {
        const bool isReplaced = name == "authorization" && m_request.bearer.isSet();
        if (isDropped(name) || isReplaced || hasLineBreak(name) || hasLineBreak(value)) {
            continue;
        }
        hasType = hasType || name == "content-type";
        addHeader(value.isEmpty() ? name + ';' : name + ": " + value);
    }
    if (m_request.bearer.isSet() && !hasLineBreak(m_request.bearer.expose())) {
        addHeader("Authorization: Bearer " + m_request.bearer.expose());
    }
    if (!hasType) {
        addHeader("Content-Type:"); // or curl calls it a form
    }
    addHeader("Expect:"); // no round trip before a large body
    curl_easy_setopt(m_easy, CURLOPT_HTTPHEADER, m_headerLines);
}

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

bool Transfer::resume()
{
    m_paused = false;
    m_lastByte = Clock::now();
    return std::exchange(m_holding, false);
}

std::chrono::milliseconds Transfer::silenceTimeout() const
{
    return m_request.silenceTimeout;
}

bool Transfer::isTooSilent(Clock::time_point now)
{
    if (m_paused || now - m_lastByte < m_request.silenceTimeout) {
        return false;
    }
    curl_off_t uploaded = 0;
    curl_easy_getinfo(m_easy, CURLINFO_SIZE_UPLOAD_T, &uploaded);
    if (std::exchange(m_uploaded, uploaded) != uploaded) {
        m_lastByte = now;
        return false;
    }
    return true;
}

bool Transfer::retry(CURLcode result)
{
    const bool isDeath =
        result == CURLE_SEND_ERROR || result == CURLE_RECV_ERROR || result == CURLE_GOT_NOTHING;
    long newConnections = 0;
    curl_easy_getinfo(m_easy, CURLINFO_NUM_CONNECTS, &newConnections);
    if (!isDeath || m_retried || m_headBytes > 0 || newConnections > 0 || isSilenced()) {
        return false;
    }
    m_retried = true;
    m_lastByte = Clock::now();
    curl_easy_setopt(m_easy, CURLOPT_FRESH_CONNECT, 1L);
    return true;
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
