// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/telemetry/httpexporter.h"

#include "proxy/telemetry/retry.h"

#include <QJsonDocument>
#include <QJsonObject>

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
    m_fetch = std::make_unique<Fetch>(
        m_site.client,
        std::move(request),
        [answered = std::move(answered)](const FetchResult &result) { answered(result); });
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
    const QString words = wordsOf(result.body);
    switch (result.status) {
    case 429:
        delivery.kind = Delivery::Kind::Later;
        delivery.message = u"It asks for fewer requests (429). Sending goes on by itself."_s;
        return delivery;
    case 401:
    case 403:
        delivery.kind = Delivery::Kind::Blocked;
        delivery.message =
            (words.contains("suspended"_L1)
                 ? u"It has suspended the account (%1%2). Look there; what waits is kept."_s
                 : u"It refuses the credential (%1%2). Give the right one; what waits is kept."_s)
                .arg(result.status)
                .arg(words.isEmpty() ? QString() : u": "_s + words);
        return delivery;
    case 404:
    case 405:
        delivery.kind = Delivery::Kind::Blocked;
        delivery.message =
            u"It knows no such address (%1). Check the URL of this destination, and "
            "whether the server is recent enough; what waits is kept."_s.arg(result.status);
        return delivery;
    case 413:
        delivery.kind = Delivery::Kind::Smaller;
        delivery.message = u"The batch is too large for it (413)."_s;
        return delivery;
    default:
        break;
    }
    if (result.status >= 500 || result.status == 408) {
        delivery.kind = Delivery::Kind::Later;
        delivery.message = u"It has a fault (%1%2). Sending is tried again."_s.arg(result.status)
                               .arg(words.isEmpty() ? QString() : u": "_s + words);
        return delivery;
    }
    const bool isAboutTheData = result.status == 400 || result.status == 422;
    if (result.status >= 300 && !isAboutTheData) {
        // A redirection is not followed, as it would take the credential along; and whatever else
        // is refused here is no fault of the calls, which are kept.
        delivery.kind = Delivery::Kind::Blocked;
        delivery.message =
            u"It answers with %1%2. Check its address and its account; what waits is kept."_s
                .arg(result.status)
                .arg(words.isEmpty() ? QString() : u": "_s + words);
        return delivery;
    }
    return std::nullopt;
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
