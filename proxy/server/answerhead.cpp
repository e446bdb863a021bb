// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/server/answerhead.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>
#include <array>
#include <ctime>
#include <utility>

namespace proxy {

using namespace Qt::StringLiterals;

namespace {

constexpr auto Reasons = std::to_array<std::pair<int, QByteArrayView>>({
    {200, "OK"},
    {201, "Created"},
    {202, "Accepted"},
    {204, "No Content"},
    {400, "Bad Request"},
    {401, "Unauthorized"},
    {402, "Payment Required"},
    {403, "Forbidden"},
    {404, "Not Found"},
    {405, "Method Not Allowed"},
    {408, "Request Timeout"},
    {409, "Conflict"},
    {413, "Content Too Large"},
    {415, "Unsupported Media Type"},
    {417, "Expectation Failed"},
    {422, "Unprocessable Content"},
    {429, "Too Many Requests"},
    {431, "Request Header Fields Too Large"},
    {500, "Internal Server Error"},
    {501, "Not Implemented"},
    {502, "Bad Gateway"},
    {503, "Service Unavailable"},
    {504, "Gateway Timeout"},
    {505, "HTTP Version Not Supported"},
});

/// Empty for a status that only an upstream uses: a reason is optional (RFC 9112 section 4).
QByteArrayView reasonOf(int status)
{
    const auto *found = std::find_if(Reasons.begin(), Reasons.end(), [status](const auto &reason) {
        return reason.first == status;
    });
    return found == Reasons.end() ? QByteArrayView() : found->second;
}

/// The Date line, written once a second: QLocale takes longer than the rest of the head. strftime()
/// would use the person's language.
const QByteArray &dateLine()
{
    thread_local std::time_t second = -1;
    thread_local QByteArray line;
    const std::time_t now = std::time(nullptr);
    if (now != second) {
        second = now;
        const QDateTime utc = QDateTime::fromSecsSinceEpoch(now, QTimeZone::utc());
        line =
            QLocale::c().toString(utc, u"'Date: 'ddd, dd MMM yyyy HH:mm:ss 'GMT\r\n'"_s).toLatin1();
    }
    return line;
}

bool isOurs(QByteArrayView name)
{
    constexpr auto Ours = std::to_array<QByteArrayView>(
        {"connection", "content-length", "date", "keep-alive", "transfer-encoding"});
    return std::find(Ours.begin(), Ours.end(), name) != Ours.end();
}

void appendHeader(QByteArray &head, QByteArrayView name, QByteArrayView value)
{
    head.append(name).append(": ");
    const qsizetype begin = head.size();
    head.append(value);
    std::replace_if(
        head.begin() + begin,
        head.end(),
        [](char c) { return c == '\r' || c == '\n' || c == '\0'; },
        ' ');
    head.append("\r\n");
}

void appendFraming(QByteArray &head, const AnswerFraming &framing)
{
    if (framing.body == AnswerBody::Length) {
        head.append("Content-Length: ").append(QByteArray::number(framing.length)).append("\r\n");
    } else if (framing.body == AnswerBody::Chunked) {
        head.append("Transfer-Encoding: chunked\r\n");
    }
    if (!framing.keepAlive) {
        head.append("Connection: close\r\n");
    } else if (framing.isHttp10) {
        head.append("Connection: keep-alive\r\n");
    }
}

} // namespace

QByteArray answerHead(int status, const HeaderList &headers, const AnswerFraming &framing)
{
    QByteArray head;
    head.reserve(512); // a usual head in one allocation
    head.append("HTTP/1.1 ").append(QByteArray::number(status)).append(' ');
    head.append(reasonOf(status)).append("\r\n").append(dateLine());
    for (const auto &[name, value] : headers) {
        if (!isOurs(name)) {
            appendHeader(head, name, value);
        }
    }
    appendFraming(head, framing);
    return head.append("\r\n");
}

QByteArray refusalAnswer(const Refusal &refusal)
{
    QByteArray body;
    body.append(R"({"error":{"message":")").append(refusal.message);
    body.append(R"(","type":"invalid_request_error","param":null,"code":")");
    body.append(refusal.code).append(R"("}})");
    const AnswerFraming framing{AnswerBody::Length, body.size(), false, false};
    return answerHead(refusal.status, {{"content-type", "application/json"}}, framing).append(body);
}

} // namespace proxy
