// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/server/presentedsocket.h"

#include <QHostAddress>

#include <algorithm>
#include <cstring>
#include <sys/socket.h>

namespace proxy {

namespace {

/// An IPv4 client of a dual-stack socket is shown as IPv4, so that 127.0.0.1 is always itself.
QHostAddress peerOf(int descriptor)
{
    sockaddr_storage name{};
    socklen_t length = sizeof name;
    ::getpeername(descriptor, reinterpret_cast<sockaddr *>(&name), &length);
    const QHostAddress peer(reinterpret_cast<const sockaddr *>(&name));
    bool isIpv4 = false;
    const QHostAddress ipv4(peer.toIPv4Address(&isIpv4));
    return isIpv4 ? ipv4 : peer;
}

} // namespace

PresentedSocket::PresentedSocket(int descriptor, QObject *parent)
    : QTcpSocket(parent)
{
    setSocketState(ConnectedState);
    setPeerAddress(peerOf(descriptor));
    setOpenMode(ReadWrite);
}

PresentedSocket::~PresentedSocket()
{
    setSocketState(UnconnectedState); // so that Qt's destructor finds nothing to abort
}

void PresentedSocket::showDisconnected()
{
    setSocketState(UnconnectedState);
    Q_EMIT disconnected();
}

qint64 PresentedSocket::bytesAvailable() const
{
    return QTcpSocket::bytesAvailable() + m_presented.size();
}

void PresentedSocket::disconnectFromHost()
{
    QMetaObject::invokeMethod(
        this, [this] { endRequested(); }, Qt::QueuedConnection);
}

void PresentedSocket::close()
{
    disconnectFromHost();
}

qint64 PresentedSocket::readData(char *data, qint64 maxSize)
{
    const qint64 count = std::min<qint64>(maxSize, m_presented.size());
    std::memcpy(data, m_presented.constData(), static_cast<size_t>(count));
    m_presented.remove(0, count);
    return count;
}

qint64 PresentedSocket::writeData(const char * /*data*/, qint64 /*size*/)
{
    return -1; // every answer goes past Qt
}

} // namespace proxy
