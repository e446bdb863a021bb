// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/server/outgoingbytes.h"

#include <QVarLengthArray>

#include <algorithm>
#include <cerrno>
#include <sys/socket.h>
#include <sys/uio.h>

namespace proxy {

namespace {

/// Bytes the kernel took, 0 when it takes none now, -1 when the peer is gone.
qsizetype sendNow(int descriptor, std::span<const QByteArrayView> parts)
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

bool OutgoingBytes::send(std::span<const QByteArrayView> parts)
{
    const qsizetype sent = m_kept.isEmpty() ? sendNow(m_descriptor, parts) : 0;
    if (sent < 0) {
        return false;
    }
    keep(parts, sent);
    return true;
}

bool OutgoingBytes::flush()
{
    const QByteArrayView all = m_kept;
    const qsizetype sent = sendNow(m_descriptor, {&all, 1});
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
