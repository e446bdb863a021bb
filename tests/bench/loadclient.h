// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <netinet/in.h>

namespace bench {

/// Nanoseconds of CLOCK_MONOTONIC.
using Nanoseconds = qint64;
constexpr Nanoseconds PerSecond = 1'000'000'000;
[[nodiscard]] Nanoseconds monotonicNow();

/// One keep-alive connection that sends a request and reads its answer, then the next.
class LoadClient
{
public:
    /// What one read brought.
    struct Progress
    {
        qint64 events = 0;       ///< ends of SSE events: blank lines
        bool isFinished = false; ///< the answer is whole
        bool isFailed = false;   ///< another status than 200, or the connection broke in it
    };

    explicit LoadClient(const sockaddr_in &server);
    ~LoadClient();
    LoadClient(const LoadClient &) = delete;
    LoadClient &operator=(const LoadClient &) = delete;

    /// False when nothing listens.
    [[nodiscard]] bool connect();
    [[nodiscard]] int socket() const { return m_socket; }
    [[nodiscard]] bool isConnected() const { return m_socket >= 0; }
    [[nodiscard]] bool isBusy() const { return m_isBusy; }
    /// When the request that runs should have begun, however late it did.
    [[nodiscard]] Nanoseconds intendedStart() const { return m_intended; }

    /// Sends the request. It is small: the socket takes it whole.
    void begin(const QByteArray &request, Nanoseconds intendedStart);
    /// Reads what there is. After a failure, and when the peer closed, it is not connected.
    [[nodiscard]] Progress read();

private:
    void close();
    [[nodiscard]] bool takeHead();
    [[nodiscard]] qint64 countEvents(const char *data, qsizetype size);
    void noteTail(const char *data, qsizetype size);

    sockaddr_in m_server;
    int m_socket = -1;
    bool m_isBusy = false;
    Nanoseconds m_intended = 0;
    QByteArray m_head;
    bool m_hasHead = false;
    bool m_isOk = false;
    qsizetype m_remaining = -1; ///< of the body; -1: chunked
    QByteArray m_tail;          ///< the last bytes: shows the chunk that ends a body
    bool m_endsInNewline = false;
};

} // namespace bench
