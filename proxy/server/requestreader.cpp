// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/server/requestreader.h"

#include <utility>

namespace proxy {

RequestReader::Step RequestReader::read()
{
    return m_phase == Phase::Body ? readBody() : readHead();
}

RequestReader::Step RequestReader::readHead()
{
    // Empty lines before a request line are skipped (RFC 9112 section 2.2).
    while (m_received.startsWith("\r\n")) {
        m_received.remove(0, 2);
        m_scanned = 0;
    }
    const bool isIdle = m_received.isEmpty() || m_received == "\r";
    m_phase = isIdle ? Phase::Idle : Phase::Head;
    if (isIdle) {
        return Step::Incomplete;
    }
    HeadVerdict verdict = readRequestHead(m_received, m_limits.headerBytes, m_scanned);
    if (const auto *refusal = std::get_if<Refusal>(&verdict)) {
        return refuse(*refusal);
    }
    auto *head = std::get_if<RequestHead>(&verdict);
    return head == nullptr ? Step::Incomplete : start(std::move(*head));
}

RequestReader::Step RequestReader::start(RequestHead &&head)
{
    m_scanned = 0;
    m_received.remove(0, head.size);
    m_keepAlive = head.keepAlive;
    m_isHttp10 = head.isHttp10;
    m_expectsContinue = head.expectsContinue && m_received.isEmpty();
    m_request.method = std::move(head.method);
    m_request.path = std::move(head.path);
    m_request.query = std::move(head.query);
    m_request.headers = std::move(head.headers);
    m_body = RequestBody(head.body, head.contentLength, m_limits.bodyBytes);
    if (headerValue(m_request.headers, "content-type")
            .toLower()
            .startsWith("multipart/form-data")) {
        m_body.spool();
    }
    switch (m_body.start()) {
    case RequestBody::Progress::Refused:
        return refuse(m_body.refusal());
    case RequestBody::Progress::Complete:
        return Step::Complete;
    default:
        m_phase = Phase::Body;
        return readBody();
    }
}

RequestReader::Step RequestReader::readBody()
{
    qsizetype taken = 0;
    const RequestBody::Progress progress = m_body.take(m_received, taken);
    m_received.remove(0, taken);
    switch (progress) {
    case RequestBody::Progress::Refused:
        return refuse(m_body.refusal());
    case RequestBody::Progress::Complete:
        return Step::Complete;
    default:
        return Step::Incomplete;
    }
}

HttpRequest RequestReader::take()
{
    m_phase = Phase::Idle;
    m_request.body = m_body.bytes();
    m_request.form = m_body.takeFile();
    if (m_received.isEmpty()) {
        m_received.clear(); // an idle connection keeps no buffer
    }
    return std::move(m_request);
}

RequestReader::Step RequestReader::refuse(const Refusal &refusal)
{
    m_refusal = refusal;
    return Step::Refused;
}

} // namespace proxy
