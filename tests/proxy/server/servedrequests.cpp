// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "servedrequests.h"

#include <QTimer>

#include <utility>

namespace test {

namespace {

void streamByteByByte(const std::shared_ptr<proxy::ClientStream> &stream, const QByteArray &left)
{
    if (left.isEmpty()) {
        stream->end();
        return;
    }
    stream->write(left.first(1));
    QTimer::singleShot(0, [stream, left] { streamByteByByte(stream, left.sliced(1)); });
}

} // namespace

void ServedRequests::handle(proxy::HttpRequest &&request,
                            std::shared_ptr<proxy::ClientStream> stream)
{
    const QByteArray path = request.path;
    const QByteArray text = echoOf(request);
    requests.push_back(std::move(request));
    if (path == "/hold") {
        held.push_back(std::move(stream));
    } else if (path == "/large") {
        stream->respond(200, {}, QByteArray(largeSize, 'x'));
    } else if (path == "/stream") {
        stream->begin(200, {{"content-type", "text/event-stream"}});
        streamByteByByte(stream, text);
    } else if (path == "/later") {
        QTimer::singleShot(0, [stream, text] { stream->respond(200, {}, text); });
    } else if (path != "/drop") {
        stream->respond(200, {{"content-type", "text/plain"}}, text);
    }
}

TestServer::TestServer(const proxy::ServerLimits &limits)
    : server(limits,
             [this](proxy::HttpRequest &&request, std::shared_ptr<proxy::ClientStream> stream) {
                 served.handle(std::move(request), std::move(stream));
             })
{
    const auto listening = server.listen(QHostAddress::LocalHost, 0);
    port = listening ? listening.value() : 0;
}

QByteArray echoOf(const proxy::HttpRequest &request)
{
    return request.method + ' ' + request.path + '?' + request.query + ' ' + request.body;
}

QByteArray requestText(QByteArrayView method, QByteArrayView path, QByteArrayView body)
{
    QByteArray text;
    text.append(method).append(' ').append(path).append(" HTTP/1.1\r\nHost: h\r\n");
    if (!body.isEmpty()) {
        text.append("Content-Length: ").append(QByteArray::number(body.size())).append("\r\n");
    }
    return text.append("\r\n").append(body);
}

} // namespace test
