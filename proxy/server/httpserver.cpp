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
    Private(const ServerLimits &limits,
            RequestHandler &&handler,
            std::shared_ptr<const TlsIdentity> &&tls)
        : context{limits,
                  std::move(handler),
                  SocketWatch(deadlineResolution(limits)),
                  nullptr,
                  std::move(tls)}
    {
        context.front = &front;
    }

    ServerContext context;
    HttpFront front; ///< after the context, which its sockets use until the end
    Listener *listener = nullptr;
};

HttpServer::HttpServer(ServerLimits limits,
                       RequestHandler handler,
                       std::shared_ptr<const TlsIdentity> tls)
    : m_private(std::make_unique<Private>(limits, std::move(handler), std::move(tls)))
{}

HttpServer::~HttpServer() = default;

core::Result<quint16> HttpServer::listen(const QHostAddress &address, quint16 port)
{
    Q_ASSERT_X(m_private->listener == nullptr, "HttpServer", "listen() twice");
    core::Result<ListeningPort> opened = ListeningPort::open(address, port);
    if (!opened) {
        return opened.error();
    }
    const quint16 bound = opened->port();
    m_private->listener = new Listener(m_private->context, std::move(opened).value());
    m_private->front.adopt(m_private->listener);
    return bound;
}

void HttpServer::stopListening()
{
    if (m_private->listener != nullptr) {
        m_private->listener->stop();
    }
    m_private->context.watch.retireAll();
}

int HttpServer::openConnections() const
{
    return m_private->context.watch.count();
}

} // namespace proxy
