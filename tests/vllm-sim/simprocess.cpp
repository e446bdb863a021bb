// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simprocess.h"

#include <QHostAddress>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

static constexpr int PatienceMs = 10'000; // only a broken program takes so long

QByteArray chat(const QByteArray &content, const QByteArray &more)
{
    return R"({"model":"my-model",)" + more + R"("messages":[{"role":"user","content":")" +
           content + R"("}]})";
}

SimProcess::SimProcess(const QStringList &arguments)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(QStringLiteral(CAPSTAN_BINARY_DIR) + u"/vllm-sim"_s,
                    QStringList{u"--port"_s, u"0"_s} + arguments);
    while (!m_process.canReadLine() && m_process.waitForReadyRead(PatienceMs)) {
    }
    const QByteArray line = m_process.readLine().trimmed();
    if (line.startsWith("listening on http://")) {
        m_port = line.mid(line.lastIndexOf(':') + 1).toUShort();
    }
}

SimProcess::~SimProcess()
{
    m_process.terminate();
    if (!m_process.waitForFinished(PatienceMs)) {
        m_process.kill();
        m_process.waitForFinished();
    }
}

void SimProcess::connectTo(QTcpSocket &socket) const
{
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), m_port);
    socket.waitForConnected(PatienceMs);
}

QByteArray
SimProcess::request(const QByteArray &path, const QByteArray &body, const QByteArray &headers)
{
    return "POST " + path + " HTTP/1.1\r\nhost: sim\r\ncontent-type: application/json\r\n" +
           headers + "content-length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

static bool takeChunk(QByteArray &rest, SimReply &reply)
{
    const qsizetype line = rest.indexOf("\r\n");
    bool isSize = false;
    const qsizetype size = line < 0 ? 0 : rest.left(line).toInt(&isSize, 16);
    if (!isSize || rest.size() < line + 2 + size + 2) {
        return false;
    }
    const QByteArray chunk = rest.mid(line + 2, size);
    rest.remove(0, line + 2 + size + 2);
    if (chunk.isEmpty()) {
        reply.isWhole = true;
        return false;
    }
    reply.chunks.append(chunk);
    return true;
}

SimReply SimProcess::readAll(QTcpSocket &socket)
{
    QByteArray bytes;
    while (socket.state() == QAbstractSocket::ConnectedState &&
           socket.waitForReadyRead(PatienceMs)) {
        bytes += socket.readAll();
    }
    bytes += socket.readAll();
    SimReply reply;
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    if (end < 0) {
        return reply;
    }
    reply.head = bytes.left(end + 2);
    reply.status = reply.head.mid(9, 3).toInt();
    QByteArray rest = bytes.mid(end + 4);
    if (reply.head.contains("transfer-encoding: chunked")) {
        while (takeChunk(rest, reply)) {
        }
        reply.body = reply.chunks.join() + (reply.isWhole ? QByteArray() : rest);
        return reply;
    }
    const qsizetype at = reply.head.indexOf("content-length: ") + 16;
    const qsizetype length = reply.head.mid(at, reply.head.indexOf('\r', at) - at).toLongLong();
    reply.body = rest;
    reply.isWhole = rest.size() == length;
    return reply;
}

SimReply SimProcess::get(const QByteArray &path) const
{
    QTcpSocket socket;
    connectTo(socket);
    socket.write("GET " + path + " HTTP/1.1\r\nhost: sim\r\nconnection: close\r\n\r\n");
    return readAll(socket);
}

SimReply
SimProcess::post(const QByteArray &path, const QByteArray &body, const QByteArray &headers) const
{
    QTcpSocket socket;
    connectTo(socket);
    socket.write(request(path, body, headers + "connection: close\r\n"));
    return readAll(socket);
}

QByteArrayList SimReply::events() const
{
    QByteArrayList found;
    for (const QByteArray &line : body.split('\n')) {
        if (line.startsWith("data: ")) {
            found.append(line.mid(6).trimmed());
        }
    }
    return found;
}

QJsonObject SimReply::json() const
{
    return QJsonDocument::fromJson(body).object();
}

QJsonObject SimProcess::counters() const
{
    return get("/sim/counters").json();
}

QJsonObject SimProcess::record(const QByteArray &id) const
{
    const QJsonArray found = get("/sim/requests?last=1&id=" + id).json()["requests"_L1].toArray();
    return found.isEmpty() ? QJsonObject() : found[0].toObject();
}

double SimProcess::metric(const QByteArray &name, const QByteArray &label) const
{
    for (const QByteArray &line : get("/metrics").body.split('\n')) {
        if (line.startsWith(name + "{") && line.contains(label)) {
            return line.mid(line.lastIndexOf(' ') + 1).toDouble();
        }
    }
    return -1;
}
