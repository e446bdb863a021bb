// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/server/outgoingbytes.h"

#include "proxy/server/tls.h"

#include <QVarLengthArray>

#include <algorithm>
#include <cerrno>
#include <sys/socket.h>
#include <sys/uio.h>

namespace proxy {

namespace {

qsizetype sendPlain(int descriptor, std::span<const QByteArrayView> parts)
{
    QVarLengthArray<iovec, 4> vectors;
    for (const QByteArrayView part : parts) {
        vectors.append({const_cast<char *>(part.data()), static_cast<size_t>(part.size())});
    }
    msghdr message{};
    message.msg_iov = vectors.data();
    message.msg_iovlen = static_cast<size_t>(vectors.size());
    for (;;) {
        const ssize_t sent = ::sendmsg(descriptor, &message, MSG_DONTWAIT | MSG_NOSIGNAL);
        if (sent >= 0) {
            return sent;
        }
        if (errno != EINTR) {
            return errno == EAGAIN || errno == ENOBUFS || errno == ENOMEM ? 0 : -1;
        }
    }
}

} // namespace

/// Bytes the kernel took, 0 when it takes none now, -1 when the peer is gone.
qsizetype OutgoingBytes::sendNow(std::span<const QByteArrayView> parts)
{
    if (m_tls == nullptr) {
        return sendPlain(m_descriptor, parts);
    }
    QByteArray joined; // one record instead of one a part
    for (const QByteArrayView part : parts) {
        joined.append(part);
    }
    qsizetype sent = 0;
    while (sent < joined.size()) {
        const ssize_t count = m_tls->send(QByteArrayView(joined).sliced(sent));
        if (count <= 0) {
            return count < 0 ? -1 : sent;
        }
        sent += count;
    }
    return sent;
}

bool OutgoingBytes::send(std::span<const QByteArrayView> parts)
{
    const qsizetype sent = m_kept.isEmpty() ? sendNow(parts) : 0;
    if (sent < 0) {
        return false;
    }
    keep(parts, sent);
    return true;
}

bool OutgoingBytes::flush()
{
    const QByteArrayView all = m_kept;
    const qsizetype sent = sendNow({&all, 1});
    if (sent < 0) {
        m_kept.clear();
        return false;
    }
    if (sent == m_kept.size()) {
        m_kept.clear(); // gives the memory back, which a stalled reader may have made large
    } else {
        m_kept.remove(0, sent);
    }
    return true;
}

void OutgoingBytes::keep(std::span<const QByteArrayView> parts, qsizetype alreadySent)
{
    for (const QByteArrayView part : parts) {
        const qsizetype skipped = std::min(part.size(), alreadySent);
        alreadySent -= skipped;
        if (skipped < part.size()) {
            m_kept.append(part.sliced(skipped));
        }
    }
}

} // namespace proxy
