// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/upstream/transfer.h"

#include "proxy/upstream/origin.h"

#include <algorithm>
#include <array>

namespace proxy {
namespace {

/// vLLM closes an idle connection after 5 s (VLLM_HTTP_TIMEOUT_KEEP_ALIVE); one second less, so
/// that a request seldom meets the close on its way.
constexpr long MaximumIdleSeconds = 4;
/// A connection that the upstream closed while it was idle dies with the first packet.
constexpr std::chrono::milliseconds StaleConnectionTime{1'000};
/// One read of curl. An event is some 250 bytes, so more would only be memory: 1,000 streams hold
/// 16 MB, and that is also what waits here while a client is slow.
constexpr long BufferBytes = 16L * 1024;

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
    const QByteArrayView body =
        m_request.form ? m_request.form->bytes() : QByteArrayView(m_request.body);
    const bool hasBody = method == "POST" || !body.isEmpty();
    const bool isPlain = hasBody ? method == "POST" : method == "GET";
    curl_easy_setopt(m_easy, CURLOPT_NOBODY, method == "HEAD" ? 1L : 0L);
    if (hasBody) {
        curl_easy_setopt(m_easy, CURLOPT_POSTFIELDS, body.isEmpty() ? "" : body.data());
        curl_easy_setopt(m_easy, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(body.size()));
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
        const bool isReplaced =
            m_request.bearer.isSet() && (name == "authorization" || name == m_request.keyHeader);
        if (isDropped(name) || isReplaced || hasLineBreak(name) || hasLineBreak(value)) {
            continue;
        }
        hasType = hasType || name == "content-type";
        addHeader(value.isEmpty() ? name + ';' : name + ": " + value);
    }
    if (m_request.bearer.isSet() && !hasLineBreak(m_request.bearer.expose())) {
        const QByteArray name =
            m_request.keyHeader.isEmpty() ? "Authorization: Bearer " : m_request.keyHeader + ": ";
        addHeader(name + m_request.bearer.expose());
    }
    if (!hasType) {
        addHeader("Content-Type:"); // or curl calls it a form
    }
    addHeader("Expect:"); // no round trip before a large body
    curl_easy_setopt(m_easy, CURLOPT_HTTPHEADER, m_headerLines);
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
    // Later the upstream may have worked on it, and would work on it twice.
    const bool isAtOnce = Clock::now() - m_lastByte < StaleConnectionTime;
    if (!isDeath || !isAtOnce || m_retried || m_headBytes > 0 || newConnections > 0 ||
        isSilenced()) {
        return false;
    }
    m_retried = true;
    m_lastByte = Clock::now();
    curl_easy_setopt(m_easy, CURLOPT_FRESH_CONNECT, 1L);
    return true;
}

} // namespace proxy
