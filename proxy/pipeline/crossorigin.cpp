// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "proxy/pipeline/crossorigin.h"

#include "proxy/api/routes.h"
#include "proxy/apierror.h"
#include "proxy/pipeline/refusals.h"

#include <algorithm>
#include <utility>

namespace proxy {

namespace {

/// An answer to a page of an allowed origin: tells the browser that its script may read it.
class CorsStream final : public ClientStream
{
public:
    CorsStream(std::shared_ptr<ClientStream> stream, QByteArray origin);

    void respond(int status, const HeaderList &headers, const QByteArray &body) override;
    void begin(int status, const HeaderList &headers) override;
    void write(QByteArrayView bytes) override { m_stream->write(bytes); }
    void end() override { m_stream->end(); }
    void abort() override { m_stream->abort(); }
    [[nodiscard]] bool isGone() const override { return m_stream->isGone(); }
    [[nodiscard]] qint64 pendingBytes() const override { return m_stream->pendingBytes(); }
    void onGone(std::function<void()> callback) override { m_stream->onGone(std::move(callback)); }
    void onDrained(std::function<void()> callback) override
    {
        m_stream->onDrained(std::move(callback));
    }

private:
    [[nodiscard]] HeaderList withCors(HeaderList headers) const;

    std::shared_ptr<ClientStream> m_stream;
    QByteArray m_origin;
};

CorsStream::CorsStream(std::shared_ptr<ClientStream> stream, QByteArray origin)
    : m_stream(std::move(stream))
    , m_origin(std::move(origin))
{}

void CorsStream::respond(int status, const HeaderList &headers, const QByteArray &body)
{
    m_stream->respond(status, withCors(headers), body);
}

void CorsStream::begin(int status, const HeaderList &headers)
{
    m_stream->begin(status, withCors(headers));
}

/// An upstream's own idea of who may read its answers is not ours.
HeaderList CorsStream::withCors(HeaderList headers) const
{
    std::erase_if(headers, [](const auto &header) {
        return header.first.toLower().startsWith("access-control-");
    });
    headers.emplace_back("access-control-allow-origin", m_origin);
    headers.emplace_back("access-control-expose-headers", "*");
    headers.emplace_back("vary", "origin");
    return headers;
}

QByteArray allowedOrigin(const HttpRequest &request, const std::vector<QByteArray> &allowed)
{
    if (allowed.empty()) {
        return {};
    }
    const QByteArray origin = headerValue(request.headers, "origin");
    return std::ranges::find(allowed, origin.toLower()) == allowed.end() ? QByteArray() : origin;
}

/// The page comes from where the request goes to.
bool isSameOrigin(const HttpRequest &request, QByteArrayView origin)
{
    const QByteArray host = headerValue(request.headers, "host");
    const qsizetype scheme = origin.indexOf("://");
    return scheme >= 0 && origin.sliced(scheme + 3).compare(host, Qt::CaseInsensitive) == 0;
}

bool isPreflight(const HttpRequest &request)
{
    return request.method == "OPTIONS" &&
           !headerValue(request.headers, "access-control-request-method").isEmpty();
}

/// Preflights, and what a browser sends only after one that was granted (Fetch standard, 2.2.2).
bool hasAskedBefore(const HttpRequest &request)
{
    const auto has = [&request](QByteArrayView name) {
        return !headerValue(request.headers, name).isEmpty();
    };
    return isPreflight(request) || has("authorization") || has("x-api-key") ||
           has("x-internal-secret");
}

/// A browser lets any page send a form or a plain text anywhere; it only keeps the answer from it.
ApiError foreignPage(QByteArrayView origin)
{
    ApiError error;
    error.status = 403;
    error.type = "permission_error";
    error.code = "origin_not_allowed";
    error.message = "A web page of " +
                    origin.first(std::min<qsizetype>(origin.size(), 200)).toByteArray() +
                    " sent this, and may not. Name that origin under server.cors_origins if it is "
                    "yours.";
    return error;
}

void answerPreflight(ClientStream &client, const QByteArray &origin)
{
    // Authorization is never covered by a star (Fetch standard); clients send many other names.
    client.respond(204,
                   {{"access-control-allow-origin", origin},
                    {"vary", "origin"},
                    {"access-control-allow-methods", "GET, POST"},
                    {"access-control-allow-headers", "authorization, *"},
                    {"access-control-max-age", "600"}},
                   {});
}

} // namespace

bool answerOrigin(const Settings &settings,
                  const HttpRequest &request,
                  std::shared_ptr<ClientStream> &client)
{
    const QByteArray claimed = headerValue(request.headers, "origin");
    if (claimed.isEmpty()) {
        return false;
    }
    const QByteArray origin = allowedOrigin(request, settings.corsOrigins);
    if (origin.isEmpty()) {
        const bool changes = request.method != "GET" && request.method != "HEAD";
        if (!changes || hasAskedBefore(request) || isSameOrigin(request, claimed)) {
            return false;
        }
        respondError(*client, foreignPage(claimed));
        return true;
    }
    const bool onlyAsks = isPreflight(request);
    const QByteArray method =
        onlyAsks ? headerValue(request.headers, "access-control-request-method") : request.method;
    const Route *route = findRoute(method, request.path).route;
    if (route == nullptr || !route->asksForKey()) {
        return false;
    }
    if (onlyAsks) {
        answerPreflight(*client, origin);
        return true;
    }
    client = std::make_shared<CorsStream>(std::move(client), origin);
    return false;
}

} // namespace proxy
