// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QHostAddress>

namespace proxy {

/// A listening TCP socket that this process's workers share and nobody else. The first to ask for
/// an address and port gets them exclusively or not at all (even a second Capstan of the same
/// person, which SO_REUSEPORT alone would let in); the socket is then opened to the process's other
/// workers. Move-only claim: while one exists, others of this process may join. Thread-safe.
class ListeningPort
{
public:
    /// Port 0 picks a free one. InvalidInput for an address that is none; Unavailable, naming the
    /// port and what to do, when it cannot be had.
    [[nodiscard]] static core::Result<ListeningPort> open(const QHostAddress &address,
                                                          quint16 port);
    ~ListeningPort();
    ListeningPort(ListeningPort &&other) noexcept;
    ListeningPort &operator=(ListeningPort &&) = delete;
    ListeningPort(const ListeningPort &) = delete;
    ListeningPort &operator=(const ListeningPort &) = delete;

    /// The caller owns it from now on.
    [[nodiscard]] int takeDescriptor();
    [[nodiscard]] quint16 port() const { return m_port; }

private:
    ListeningPort(const QHostAddress &address, quint16 port, int descriptor);

    QHostAddress m_address;
    quint16 m_port;
    int m_descriptor;
};

} // namespace proxy
