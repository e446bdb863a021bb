// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tray/singleinstance.h"

#include <QCryptographicHash>
#include <QDir>
#include <QLocalSocket>

namespace app {

namespace {
/// The first one answers from its event loop; one that does not within this time hangs.
constexpr int PatienceMilliseconds = 1'000;
constexpr char Show = 's';

/// Per folder, so that a demo does not raise the real one; short, as a socket's path is limited.
QString nameFor(const QString &folder)
{
    const QByteArray path = QDir(folder).absolutePath().toUtf8();
    const QByteArray hash = QCryptographicHash::hash(path, QCryptographicHash::Sha256).toHex();
    return QStringLiteral("capstan-") + QString::fromLatin1(hash.first(16));
}
} // namespace

SingleInstance::SingleInstance(const QString &dataFolder, QObject *parent)
    : QObject(parent)
    , m_name(nameFor(dataFolder))
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        QLocalSocket *visitor = m_server.nextPendingConnection();
        connect(visitor, &QLocalSocket::readyRead, this, [this, visitor] {
            if (visitor->readAll().contains(Show)) {
                visitor->write(&Show, 1);
                visitor->flush();
                Q_EMIT showWanted();
            }
        });
        connect(visitor, &QLocalSocket::disconnected, visitor, &QObject::deleteLater);
    });
}

bool SingleInstance::askTheFirst() const
{
    QLocalSocket first;
    first.connectToServer(m_name);
    if (!first.waitForConnected(PatienceMilliseconds)) {
        return false;
    }
    first.write(&Show, 1);
    return first.waitForBytesWritten(PatienceMilliseconds) &&
           first.waitForReadyRead(PatienceMilliseconds);
}

bool SingleInstance::listen()
{
    // Left behind by one that was killed: nobody answered on it.
    QLocalServer::removeServer(m_name);
    return m_server.listen(m_name);
}

} // namespace app
