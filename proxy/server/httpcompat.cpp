// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/server/httpcompat.h"

#include "proxy/server/socketguard.h"

#include <QTcpServer>
#include <QtHttpServer/QHttpServerResponder>

#include <utility>

namespace proxy {

void HttpFront::adopt(QTcpServer *listening)
{
    bind(listening);
}

void HttpFront::present(SocketGuard &guard)
{
    m_presenting = &guard;
    Q_EMIT guard.readyRead();
    m_presenting = nullptr;
}

bool HttpFront::serve()
{
    if (SocketGuard *guard = std::exchange(m_presenting, nullptr)) {
        guard->serve();
    }
    return true;
}

#if QT_VERSION < QT_VERSION_CHECK(6, 8, 0)
bool HttpFront::handleRequest(const QHttpServerRequest & /*request*/, QTcpSocket * /*socket*/)
{
    return serve();
}

void HttpFront::missingHandler(const QHttpServerRequest & /*request*/, QTcpSocket * /*socket*/)
{}
#else
bool HttpFront::handleRequest(const QHttpServerRequest & /*request*/,
                              QHttpServerResponder & /*responder*/)
{
    return serve();
}

void HttpFront::missingHandler(const QHttpServerRequest & /*request*/,
                               QHttpServerResponder & /*responder*/)
{}
#endif

} // namespace proxy
