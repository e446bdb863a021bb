// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QTcpServer>
#include <QTcpSocket>

#include <functional>

/// A loopback server that hands each whole request to a script, which may answer as it likes.
class ScriptedServer : public QTcpServer
{
public:
    using Script = std::function<void(QTcpSocket &socket, const QByteArray &request)>;

    explicit ScriptedServer(Script script)
        : m_script(std::move(script))
    {
        setListenBacklogSize(1'000); // more at once than that is a retry after a second
        setMaxPendingConnections(1'000);
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] { accept(); });
    }

    [[nodiscard]] QByteArray url(const QByteArray &path = "/v1/x") const
    {
        return "http://127.0.0.1:" + QByteArray::number(serverPort()) + path;
    }
    [[nodiscard]] int connections() const { return m_connections; }
    [[nodiscard]] int closed() const { return m_closed; }
    [[nodiscard]] const QList<QByteArray> &requests() const { return m_requests; }
    [[nodiscard]] QTcpSocket *lastSocket() const { return m_last; }

    static QByteArray whole(const QByteArray &body, const QByteArray &head = "200 OK")
    {
        return "HTTP/1.1 " + head + "\r\nContent-Length: " + QByteArray::number(body.size()) +
               "\r\n\r\n" + body;
    }
    static QByteArray chunk(const QByteArray &bytes)
    {
        return QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n";
    }
    static QByteArray chunkedHead()
    {
        return "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"
               "Transfer-Encoding: chunked\r\n\r\n";
    }

private:
    void accept()
    {
        while (QTcpSocket *const socket = nextPendingConnection()) {
            ++m_connections;
            m_last = socket;
            connect(socket, &QTcpSocket::disconnected, this, [this] { ++m_closed; });
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(*socket); });
        }
    }

    void read(QTcpSocket &socket)
    {
        const QByteArray sofar = socket.peek(64 * 1024 * 1024);
        const qsizetype headEnd = sofar.indexOf("\r\n\r\n") + 4;
        const qsizetype length = sofar.toLower().indexOf("content-length:");
        qsizetype size = headEnd;
        if (length > 0 && length < headEnd) {
            const QByteArray value =
                sofar.mid(length + 15, sofar.indexOf('\r', length) - length - 15);
            size += value.trimmed().toLongLong();
        }
        if (headEnd > 3 && sofar.size() >= size) {
            m_requests.append(socket.read(size));
            m_script(socket, m_requests.last());
        }
    }

    Script m_script;
    QList<QByteArray> m_requests;
    QTcpSocket *m_last = nullptr;
    int m_connections = 0;
    int m_closed = 0;
};
