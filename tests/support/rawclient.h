// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QHostAddress>

#include <chrono>

namespace test {

/// One HTTP answer as it came over the wire.
struct RawAnswer
{
    int status = 0;
    QByteArray head;         ///< with its blank line
    QByteArray body;         ///< out of its chunks
    bool isComplete = false; ///< false: the connection ended, or the patience, before the end
};

/// A client that sends exactly the bytes it is told, for what a well-behaved one never does.
/// Waiting runs the event loop of its thread, so that a server may live in the same one.
class RawClient
{
public:
    explicit RawClient(quint16 port, const QHostAddress &host = QHostAddress::LocalHost);
    ~RawClient();
    RawClient(RawClient &&other) noexcept;
    RawClient &operator=(RawClient &&) = delete;
    RawClient(const RawClient &) = delete;
    RawClient &operator=(const RawClient &) = delete;

    [[nodiscard]] bool isConnected() const { return m_descriptor >= 0; }
    /// Sends all; false when the server hung up.
    bool send(QByteArrayView bytes);
    /// Up to and with `mark`; what came so far when the connection ends or the patience does.
    QByteArray readUntil(QByteArrayView mark);
    /// One answer; informational ones (100) are answers too.
    RawAnswer readAnswer(bool toHeadRequest = false);
    /// The two halves of readAnswer(), for who learns from the head whether a body follows.
    RawAnswer readHead();
    void readBody(RawAnswer &answer);
    /// Everything until the server closes.
    QByteArray readToEnd();
    /// Whether the server has closed (or reset) the connection; waits for it.
    bool waitForEnd();
    [[nodiscard]] bool wasReset() const { return m_wasReset; }

    void finishSending(); ///< FIN, still reading
    void close();         ///< FIN, or RST when something is unread
    void reset();         ///< RST

    std::chrono::milliseconds patience{10'000};

private:
    bool readMore();
    bool wait(short events);
    bool readBytes(qsizetype count, QByteArray &into);

    int m_descriptor;
    bool m_atEnd = false;
    bool m_wasReset = false;
    QByteArray m_received;
};

} // namespace test
