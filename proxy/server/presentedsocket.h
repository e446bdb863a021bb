// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QTcpSocket>

namespace proxy {

/// A QTcpSocket without a socket: what it is told to present is what its reader finds. QHttpServer
/// takes nothing else, and this leaves the descriptor to whoever derives from it.
class PresentedSocket : public QTcpSocket
{
public:
    /// Looks connected, to the peer of `descriptor`.
    PresentedSocket(int descriptor, QObject *parent);
    ~PresentedSocket() override;
    Q_DISABLE_COPY_MOVE(PresentedSocket)

    [[nodiscard]] qint64 bytesAvailable() const override;
    /// Both ask for the end, from the event loop.
    void disconnectFromHost() override;
    void close() override;

protected:
    /// What is read next; emits nothing.
    void setPresented(const QByteArray &bytes) { m_presented = bytes; }
    /// From now on it looks unconnected; its owner deletes it later.
    void showDisconnected();
    virtual void endRequested() = 0;

    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *data, qint64 size) override;

private:
    QByteArray m_presented;
};

} // namespace proxy
