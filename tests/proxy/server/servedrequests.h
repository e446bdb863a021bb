// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "proxy/server/exchange.h"
#include "proxy/server/httpserver.h"

#include <memory>
#include <vector>

namespace test {

/// A handler for tests: answers each path in its own way and remembers what it was asked.
/// /echo answers at once, /later from the event loop, /stream in chunks over several turns, both
/// with "METHOD path?query body"; /large answers `largeSize` bytes; /hold leaves the answer to the
/// test.
class ServedRequests
{
public:
    void handle(proxy::HttpRequest &&request, std::shared_ptr<proxy::ClientStream> stream);

    std::vector<proxy::HttpRequest> requests;
    std::vector<std::shared_ptr<proxy::ClientStream>> held;
    qsizetype largeSize = 8 * 1024 * 1024;
};

/// A server on a free loopback port with a ServedRequests behind it.
struct TestServer
{
    explicit TestServer(const proxy::ServerLimits &limits = {});

    ServedRequests served;
    proxy::HttpServer server;
    quint16 port = 0;
};

[[nodiscard]] QByteArray echoOf(const proxy::HttpRequest &request);
/// An HTTP/1.1 request with a body of that length when there is one.
[[nodiscard]] QByteArray
requestText(QByteArrayView method, QByteArrayView path, QByteArrayView body = {});

} // namespace test
