// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtHttpServer/QAbstractHttpServer>

class QTcpServer;

namespace proxy {

class SocketGuard;

/// Qt's HTTP server with one road for every request. All that differs between Qt 6.4 (the floor)
/// and 6.8 is in this file: no other may ask for the version.
class HttpFront final : public QAbstractHttpServer
{
public:
    /// Takes a listening server; its connections must be SocketGuards.
    void adopt(QTcpServer *listening);
    /// Lets the server read the request line the guard holds out; calls guard.serve() before it
    /// returns, when the server accepts the line.
    void present(SocketGuard &guard);

protected:
#if QT_VERSION < QT_VERSION_CHECK(6, 8, 0)
    bool handleRequest(const QHttpServerRequest &request, QTcpSocket *socket) override;
    void missingHandler(const QHttpServerRequest &request, QTcpSocket *socket) override;
#else
    // The responder stays with Qt and is never written to: on its destruction, right after this
    // call, Qt waits for the next request line, which the guard holds back until the answer is
    // finished.
    bool handleRequest(const QHttpServerRequest &request, QHttpServerResponder &responder) override;
    void missingHandler(const QHttpServerRequest &request,
                        QHttpServerResponder &responder) override;
#endif

private:
    bool serve();

    SocketGuard *m_presenting = nullptr;
};

} // namespace proxy
