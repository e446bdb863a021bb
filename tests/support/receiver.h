// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QMap>

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace test {

/// A request as a receiver of telemetry got it.
struct Received
{
    QByteArray method;
    QByteArray path;
    QMap<QByteArray, QByteArray> headers; ///< names in lower case
    QByteArray body;

    [[nodiscard]] QJsonObject json() const;
};

/// What it answers with.
struct Reply
{
    int status = 200;
    QByteArray body = "{}";
    QByteArray headers{}; ///< whole lines
    bool hangUp = false;  ///< closes without an answer, although it has read everything
};

/// An HTTP server on a real socket, in a thread of its own, that a script speaks for. It can go
/// down, which breaks all its connections, and come back at the same port.
class Receiver
{
public:
    using Script = std::function<Reply(const Received &)>; ///< called in the receiver's thread

    explicit Receiver(Script script = {});
    ~Receiver();
    Receiver(const Receiver &) = delete;
    Receiver &operator=(const Receiver &) = delete;

    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] QByteArray url(const QByteArray &path = {}) const;
    void answer(Script script);
    void goDown();
    void comeBack();

    [[nodiscard]] std::vector<Received> received();
    /// Waits until that is true of what was received; false when it is not within half a minute,
    /// which only a fault takes.
    [[nodiscard]] bool waitFor(const std::function<bool(const std::vector<Received> &)> &enough);
    [[nodiscard]] bool waitForRequests(std::size_t count);

private:
    void live();
    void serve(int connection);
    void listenAgain();

    quint16 m_port = 0;
    std::mutex m_mutex; ///< guards what follows
    std::condition_variable m_changed;
    Script m_script;
    std::vector<Received> m_received;
    std::vector<int> m_connections;
    std::vector<std::thread> m_serving;
    int m_listener = -1;
    bool m_isUp = true;
    bool m_isEnding = false;
    std::thread m_thread;
};

} // namespace test
