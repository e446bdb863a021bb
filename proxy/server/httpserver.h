// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "proxy/server/exchange.h"
#include "proxy/server/limits.h"

#include <QHostAddress>

#include <memory>

namespace proxy {

class TlsIdentity;

/// One worker's HTTP/1.1 front: QHttpServer behind a guarded socket. Several may listen on one
/// port (SO_REUSEPORT). Create, use and destroy in one thread with an event loop, and never destroy
/// it from within the handler or a stream's callback. Its end closes all connections: their streams
/// are gone then, but onGone() is not called any more.
class HttpServer
{
public:
    /// With an identity it speaks HTTPS, and nothing else.
    HttpServer(ServerLimits limits,
               RequestHandler handler,
               std::shared_ptr<const TlsIdentity> tls = nullptr);
    ~HttpServer();
    HttpServer(const HttpServer &) = delete;
    HttpServer &operator=(const HttpServer &) = delete;

    /// Port 0 picks a free one. Unavailable, naming the port and what to do, when another program
    /// holds it (a second Capstan too); the workers of this process share it. Call once.
    [[nodiscard]] core::Result<quint16> listen(const QHostAddress &address, quint16 port);
    /// No new connections; idle ones are closed, those open finish their answer.
    void stopListening();
    [[nodiscard]] int openConnections() const;

private:
    struct Private;
    std::unique_ptr<Private> m_private;
};

} // namespace proxy
