// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/telemetry/httpexporter.h"

#include "proxy/telemetry/echo.h"
#include "proxy/telemetry/retry.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <tuple>

namespace proxy {
using namespace Qt::StringLiterals;

namespace {

/// A server that stores before it answers may take long; a repetition is more work for both.
constexpr std::chrono::seconds AnswerTimeout{30};
constexpr std::chrono::seconds ConnectTimeout{10};

QString failureText(const UpstreamError &error)
{
    return u"It does not answer (%1). Everything waits and is sent when it does."_s.arg(
        error.message);
}

/// What a status says of the destination as a whole, with its own words where it has some.
std::pair<Delivery::Kind, QString> meaningOf(int status, const QString &words)
{
    const QString said = QString::number(status) + (words.isEmpty() ? QString() : u": "_s + words);
    using Kind = Delivery::Kind;
    switch (status) {
    case 429:
        return {Kind::Later, u"It asks for fewer requests (429). Sending goes on by itself."_s};
    case 401:
    case 403:
        return {Kind::Blocked,
                (words.contains("suspended"_L1)
                     ? u"It has suspended the account (%1). Look there; what waits is kept."_s
                     : u"It refuses the credential (%1). Give the right one; what waits is kept."_s)
                    .arg(said)};
    case 404:
    case 405:
        return {Kind::Blocked,
                u"It knows no such address (%1). Check the URL of this destination, and "
                "whether the server is recent enough; what waits is kept."_s.arg(status)};
    case 413:
        return {Kind::Smaller, u"The batch is too large for it (413)."_s};
    default:
        break;
    }
    if (status >= 500 || status == 408) {
        return {Kind::Later, u"It has a fault (%1). Sending is tried again."_s.arg(said)};
    }
    // A redirection is not followed, as it would take the credential along; and whatever else is
    // refused here is no fault of the calls, which are kept.
    return {
        Kind::Blocked,
        u"It answers with %1. Check its address and its account; what waits is kept."_s.arg(said)};
}
} // namespace

HttpExporter::HttpExporter(const ExportSite &site, const core::Destination &destination)
    : m_site(site)
    , m_destination(destination)
{}

core::Secret HttpExporter::secret(const core::SecretName &name) const
{
    return name.isNamed() && m_site.secrets ? m_site.secrets(name) : name.value;
}

void HttpExporter::post(const QByteArray &url,
                        HeaderList headers,
                        QByteArray body,
                        Answered answered)
{
    UpstreamRequest request;
    request.url = url;
    request.headers = std::move(headers);
    request.headers.emplace_back("content-type", "application/json");
    request.body = std::move(body);
    send(std::move(request), std::move(answered));
}

void HttpExporter::get(const QByteArray &url, HeaderList headers, Answered answered)
{
    UpstreamRequest request;
    request.method = "GET";
    request.url = url;
    request.headers = std::move(headers);
    send(std::move(request), std::move(answered));
}

void HttpExporter::send(UpstreamRequest request, Answered answered)
{
    request.headers.emplace_back("user-agent", "capstan/" + m_site.version);
    request.connectTimeout = ConnectTimeout;
    request.silenceTimeout = AnswerTimeout;
    m_former = std::move(m_fetch);
    auto hidden = withoutEcho(request, std::move(answered));
    m_fetch = std::make_unique<Fetch>(m_site.client, std::move(request), std::move(hidden));
}

std::optional<Delivery> HttpExporter::commonFailure(const FetchResult &result) const
{
    Delivery delivery;
    delivery.retryAfter =
        retryAfter(headerValue(result.headers, "retry-after"), m_site.clock.now());
    if (result.error) {
        delivery.kind = Delivery::Kind::Later;
        delivery.message = failureText(*result.error);
        return delivery;
    }
    const bool isAboutTheData = result.status == 400 || result.status == 422;
    if (result.status < 300 || isAboutTheData) {
        return std::nullopt;
    }
    std::tie(delivery.kind, delivery.message) = meaningOf(result.status, wordsOf(result.body));
    return delivery;
}

QString wordsOf(const QByteArray &body)
{
    constexpr qsizetype Longest = 200;
    const QJsonObject json = QJsonDocument::fromJson(body).object();
    QString words = json["message"_L1].toString();
    if (words.isEmpty()) {
        words = json["error"_L1].toString();
    }
    return words.simplified().left(Longest);
}

} // namespace proxy
