// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/server/tls.h"

#include <QFile>

#include <algorithm>
#include <climits>
#include <csignal>
#include <openssl/err.h>
#include <openssl/ssl.h>

namespace proxy {
using namespace Qt::StringLiterals;

namespace {

int countOf(std::size_t bytes)
{
    return static_cast<int>(std::min<std::size_t>(bytes, INT_MAX));
}

/// A key with a pass phrase would be asked for on a terminal that a service does not have.
int noPassPhrase(char * /*buffer*/, int /*size*/, int /*writing*/, void * /*data*/)
{
    return 0;
}

core::Error unusable(const QString &what, const QString &file)
{
    const QString reason = QString::fromLatin1(ERR_reason_error_string(ERR_peek_last_error()));
    ERR_clear_error();
    return {core::ErrorCode::InvalidInput,
            u"The %1 %2 cannot be used%3."_s.arg(
                what, file, reason.isEmpty() ? QString() : u": "_s + reason),
            u"Give PEM files that this user may read, the key without a pass phrase, under "
            "server.tls."_s};
}

} // namespace

TlsSession::TlsSession(ssl_st *session)
    : m_session(session)
{}

TlsSession::~TlsSession()
{
    SSL_free(m_session);
}

ssize_t TlsSession::receive(char *data, std::size_t room)
{
    ERR_clear_error(); // of another session in this thread
    const int count = m_isBroken ? 0 : SSL_read(m_session, data, countOf(room));
    if (count > 0) {
        return count;
    }
    const int error = m_isBroken ? SSL_ERROR_SSL : SSL_get_error(m_session, count);
    if (error == SSL_ERROR_WANT_READ || error == SSL_ERROR_WANT_WRITE) {
        return -1;
    }
    m_isBroken = m_isBroken || error != SSL_ERROR_ZERO_RETURN;
    return 0;
}

ssize_t TlsSession::send(QByteArrayView bytes)
{
    if (m_isBroken || bytes.isEmpty()) {
        return m_isBroken ? -1 : 0;
    }
    ERR_clear_error();
    const int count = SSL_write(m_session, bytes.data(), countOf(std::size_t(bytes.size())));
    if (count > 0) {
        return count;
    }
    const int error = SSL_get_error(m_session, count);
    if (error == SSL_ERROR_WANT_READ || error == SSL_ERROR_WANT_WRITE) {
        return 0;
    }
    m_isBroken = true;
    return -1;
}

bool TlsSession::hasReceived() const
{
    return SSL_pending(m_session) > 0;
}

void TlsSession::finish()
{
    if (!m_isBroken && SSL_is_init_finished(m_session) != 0) {
        ERR_clear_error();
        SSL_shutdown(m_session);
    }
}

TlsIdentity::TlsIdentity(ssl_ctx_st *context)
    : m_context(context)
{}

TlsIdentity::~TlsIdentity()
{
    SSL_CTX_free(m_context);
}

core::Result<std::shared_ptr<const TlsIdentity>> TlsIdentity::load(const QString &certificateFile,
                                                                   const QString &keyFile)
{
    if (certificateFile.isEmpty()) {
        return std::shared_ptr<const TlsIdentity>();
    }
    // OpenSSL writes to its descriptor by write(2), which has no MSG_NOSIGNAL.
    std::signal(SIGPIPE, SIG_IGN);
    ssl_ctx_st *context = SSL_CTX_new(TLS_server_method());
    const std::shared_ptr<const TlsIdentity> identity(new TlsIdentity(context));
    SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION);
    // A connection that just ends is nothing new to HTTP, whose messages have lengths.
    SSL_CTX_set_options(context, SSL_OP_NO_RENEGOTIATION | SSL_OP_IGNORE_UNEXPECTED_EOF);
    SSL_CTX_set_mode(context,
                     SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER |
                         SSL_MODE_RELEASE_BUFFERS);
    SSL_CTX_set_default_passwd_cb(context, noPassPhrase);
    const QByteArray certificate = QFile::encodeName(certificateFile);
    const QByteArray key = QFile::encodeName(keyFile);
    if (SSL_CTX_use_certificate_chain_file(context, certificate.constData()) != 1) {
        return unusable(u"certificate"_s, certificateFile);
    }
    if (SSL_CTX_use_PrivateKey_file(context, key.constData(), SSL_FILETYPE_PEM) != 1 ||
        SSL_CTX_check_private_key(context) != 1) {
        return unusable(u"key"_s, keyFile);
    }
    return identity;
}

std::unique_ptr<TlsSession> TlsIdentity::accept(int descriptor) const
{
    ssl_st *session = SSL_new(m_context);
    if (session == nullptr || SSL_set_fd(session, descriptor) != 1) {
        SSL_free(session);
        return nullptr;
    }
    SSL_set_accept_state(session);
    return std::make_unique<TlsSession>(session);
}

} // namespace proxy
