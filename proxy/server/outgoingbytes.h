// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <span>

namespace proxy {

class TlsSession;

/// The sending side of one socket: straight into the kernel while it takes bytes, kept in order
/// when it does not. Does not own the descriptor, nor the TLS on it, if there is any.
class OutgoingBytes
{
public:
    explicit OutgoingBytes(int descriptor, TlsSession *tls = nullptr)
        : m_descriptor(descriptor)
        , m_tls(tls)
    {}

    /// Sends the parts in one system call, and keeps what the kernel does not take. False when the
    /// peer is gone; nothing is kept then.
    [[nodiscard]] bool send(std::span<const QByteArrayView> parts);
    /// Sends again what was kept. False when the peer is gone.
    [[nodiscard]] bool flush();
    [[nodiscard]] qint64 pending() const { return m_kept.size(); }

private:
    [[nodiscard]] qsizetype sendNow(std::span<const QByteArrayView> parts);
    void keep(std::span<const QByteArrayView> parts, qsizetype alreadySent);

    int m_descriptor;
    TlsSession *m_tls;
    QByteArray m_kept;
};

} // namespace proxy
