// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/server/httpserver.h"

#include "proxy/server/httpcompat.h"
#include "proxy/server/listener.h"
#include "proxy/server/socketguard.h"

#include <algorithm>

namespace proxy {

using namespace std::chrono_literals;

namespace {

/// Deadlines are checked eight times within the shortest limit, at most once a second: nobody is
/// hurt by a 408 that comes a second late.
std::chrono::milliseconds deadlineResolution(const ServerLimits &limits)
{
    const auto shortest = std::min(limits.headerTime, limits.bodyTime);
    return std::clamp(shortest / 8, std::chrono::milliseconds(1ms), std::chrono::milliseconds(1s));
}

} // namespace

struct HttpServer::Private
{
    Private(const ServerLimits &limits, RequestHandler &&handler)
        : context{limits, std::move(handler), SocketWatch(deadlineResolution(limits)), nullptr}
    {
        context.front = &front;
    }

    ServerContext context;
    HttpFront front; ///< after the context, which its sockets use until the end
    Listener *listener = nullptr;
};

HttpServer::HttpServer(ServerLimits limits, RequestHandler handler)
    : d(std::make_unique<Private>(limits, std::move(handler)))
{}

HttpServer::~HttpServer() = default;

core::Result<quint16> HttpServer::listen(const QHostAddress &address, quint16 port)
{
    Q_ASSERT_X(d->listener == nullptr, "HttpServer", "listen() twice");
    core::Result<ListeningPort> opened = ListeningPort::open(address, port);
    if (!opened) {
        return opened.error();
    }
    const quint16 bound = opened->port();
    d->listener = new Listener(d->context, std::move(opened).value());
    d->front.adopt(d->listener);
    return bound;
}

void HttpServer::stopListening()
{
    if (d->listener != nullptr) {
        d->listener->stop();
    }
    d->context.watch.retireAll();
}

int HttpServer::openConnections() const
{
    return d->context.watch.count();
}

} // namespace proxy
