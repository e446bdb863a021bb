// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "answer.h"
#include "clock.h"
#include "requestreader.h"

#include <QByteArray>
#include <QByteArrayView>

#include <memory>

namespace sim {

class Routes;

/// One accepted socket: reads requests, lets Routes answer them one after the other, writes, and
/// notices at once when the client is gone (a half-close counts, as with uvicorn).
class HttpConnection
{
public:
    HttpConnection(int socket, Routes &routes, Microseconds now);
    ~HttpConnection();
    HttpConnection(const HttpConnection &) = delete;
    HttpConnection &operator=(const HttpConnection &) = delete;

    // What the server's loop calls.
    void onReadable(bool isPeerGone, Microseconds now);
    void onWritable(Microseconds now);
    void onWake(Microseconds now);
    /// Closes when idle since before that moment.
    void closeIfIdleSince(Microseconds moment);
    [[nodiscard]] bool isClosed() const { return m_isClosed; }
    [[nodiscard]] unsigned int wantedEvents() const;
    [[nodiscard]] Microseconds wakeAt() const { return m_wakeAt; } ///< 0: no wish
    [[nodiscard]] const Answer *answer() const { return m_answer.get(); }
    [[nodiscard]] Answer *answer() { return m_answer.get(); }

    // What an answer calls.
    void send(QByteArrayView bytes);
    void setSplit(qint64 bytes) { m_splitBytes = bytes; }
    /// The kernel does not take more just now.
    [[nodiscard]] bool isBlocked() const { return m_sent < m_out.size(); }
    /// Bytes since the connection began: given to send(), and taken by the kernel.
    [[nodiscard]] qint64 queuedTotal() const { return m_queuedTotal; }
    [[nodiscard]] qint64 handedTotal() const { return m_queuedTotal - (m_out.size() - m_sent); }
    void wakeWhen(Microseconds moment) { m_wakeAt = moment; }
    void finishAnswer() { m_isAnswerDone = true; }
    void close() { m_isClosed = true; }

private:
    void receive();
    void takeRequests(Microseconds now);
    void proceed(Microseconds now);
    void flush();
    [[nodiscard]] qsizetype writeSome(const char *data, qsizetype size);

    int m_socket;
    Routes &m_routes;
    RequestReader m_reader;
    QByteArray m_in;
    QByteArray m_out;
    qsizetype m_sent = 0; ///< of m_out
    qint64 m_queuedTotal = 0;
    qint64 m_splitBytes = 0;
    Microseconds m_wakeAt = 0;
    Microseconds m_lastActive;
    std::unique_ptr<Answer> m_answer;
    bool m_isAnswerDone = false;
    bool m_isKeptAlive = true;
    bool m_isClosed = false;
};

} // namespace sim
