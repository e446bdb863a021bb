// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArrayView>
#include <QString>

#include <memory>
#include <sys/types.h>

struct ssl_st;
struct ssl_ctx_st;

namespace proxy {

/// TLS on one accepted descriptor, which it does not own, in place of recv(2) and send(2). The
/// handshake happens within the first receive().
///
/// OpenSSL itself, because SocketGuard keeps its descriptor from Qt, and QSslSocket does not.
class TlsSession
{
public:
    explicit TlsSession(ssl_st *session);
    ~TlsSession();
    TlsSession(const TlsSession &) = delete;
    TlsSession &operator=(const TlsSession &) = delete;

    /// As recv(2) without blocking: the bytes there are, 0 at the end, -1 when there are none now.
    /// A peer that breaks the protocol has come to its end.
    [[nodiscard]] ssize_t receive(char *data, std::size_t room);
    /// Bytes taken, which may be fewer, 0 when none can be now, -1 when the peer is gone. What was
    /// not taken must come first the next time.
    [[nodiscard]] ssize_t send(QByteArrayView bytes);
    /// Bytes wait in here that the descriptor will not report.
    [[nodiscard]] bool hasReceived() const;
    /// Says that nothing more will be sent.
    void finish();

private:
    ssl_st *m_session;
    bool m_isBroken = false;
};

/// The certificate with which this process says who it is. Any thread.
class TlsIdentity
{
public:
    /// From PEM files: the certificate, with those between it and the root behind it, and its key.
    /// Null when no certificate is named: plain HTTP. InvalidInput names the file that cannot be
    /// used.
    [[nodiscard]] static core::Result<std::shared_ptr<const TlsIdentity>>
    load(const QString &certificateFile, const QString &keyFile);
    ~TlsIdentity();
    TlsIdentity(const TlsIdentity &) = delete;
    TlsIdentity &operator=(const TlsIdentity &) = delete;

    /// Null when there is no memory.
    [[nodiscard]] std::unique_ptr<TlsSession> accept(int descriptor) const;

private:
    explicit TlsIdentity(ssl_ctx_st *context);
    ssl_ctx_st *m_context;
};

} // namespace proxy
