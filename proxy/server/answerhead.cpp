// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/server/answerhead.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>
#include <array>
#include <ctime>
#include <string>
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

/// Appends in place; QByteArray's own append() is a call of its own for each of a head's 80 pieces.
class Head
{
public:
    Head() { m_text.reserve(1'024); } // a usual head in one allocation

    Head &operator<<(QByteArrayView text)
    {
        m_text.append(text.data(), static_cast<std::size_t>(text.size()));
        return *this;
    }

    /// A line break in a value would begin another header.
    void header(QByteArrayView name, QByteArrayView value)
    {
        *this << name << ": ";
        const std::size_t begin = m_text.size();
        *this << value;
        std::replace_if(
            m_text.begin() + static_cast<std::ptrdiff_t>(begin),
            m_text.end(),
            [](char c) { return c == '\r' || c == '\n' || c == '\0'; },
            ' ');
        *this << "\r\n";
    }

    [[nodiscard]] QByteArray bytes() const { return QByteArray::fromStdString(m_text); }

private:
    std::string m_text;
};

void appendFraming(Head &head, const AnswerFraming &framing)
{
    if (framing.body == AnswerBody::Length) {
        head << "Content-Length: " << QByteArray::number(framing.length) << "\r\n";
    } else if (framing.body == AnswerBody::Chunked) {
        head << "Transfer-Encoding: chunked\r\n";
    }
    if (!framing.keepAlive) {
        head << "Connection: close\r\n";
    } else if (framing.isHttp10) {
        head << "Connection: keep-alive\r\n";
    }
}

} // namespace

QByteArray answerHead(int status, const HeaderList &headers, const AnswerFraming &framing)
{
    Head head;
    head << "HTTP/1.1 " << QByteArray::number(status) << " " << reasonOf(status) << "\r\n"
         << dateLine();
    for (const auto &[name, value] : headers) {
        if (!isOurs(name)) {
            head.header(name, value);
        }
    }
    appendFraming(head, framing);
    return (head << "\r\n").bytes();
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
