// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "httpconnection.h"
#include "routes.h"

#include "core/base/result.h"

#include <queue>

#include <memory>
#include <vector>

namespace sim {

/// The one loop of the simulation: epoll over the listener, the signals and the connections, and a
/// heap of moments at which a connection wants to be woken.
class Server final : public LiveAnswers
{
public:
    explicit Server(Options options);
    ~Server() override;
    Server(const Server &) = delete;
    Server &operator=(const Server &) = delete;

    /// Binds; Unavailable with the system's reason when it cannot.
    [[nodiscard]] core::Result<quint16> listen();
    /// Until SIGTERM or SIGINT.
    void run();

    void forEachAnswer(const std::function<void(Answer &)> &visit) override;
    [[nodiscard]] qint64 openConnections() const override { return m_open; }

private:
    struct Slot
    {
        std::unique_ptr<HttpConnection> connection;
        quint64 serial = 0; ///< tells a wake-up for an earlier connection of the same number apart
        unsigned int events = 0;
        Microseconds wakeAt = 0;
    };
    struct Wake
    {
        Microseconds moment;
        int socket;
        quint64 serial;
        friend bool operator>(const Wake &a, const Wake &b) { return a.moment > b.moment; }
    };

    void watch(int descriptor);
    void acceptAll(Microseconds now);
    void handle(int socket, unsigned int events, Microseconds now);
    void wakeDue(Microseconds now);
    void sweepIdle(Microseconds now);
    /// After each call into a connection: removes it, or notes what it now waits for.
    void update(int socket);
    [[nodiscard]] timespec timeToWait(Microseconds now) const;

    Options m_options;
    Routes m_routes;
    int m_epoll = -1;
    int m_listener = -1;
    int m_signals = -1;
    std::vector<Slot> m_slots; ///< by socket number
    std::priority_queue<Wake, std::vector<Wake>, std::greater<>> m_wakes;
    quint64 m_nextSerial = 1;
    qint64 m_open = 0;
    Microseconds m_nextSweep = 0;
    bool m_isStopping = false;
};

} // namespace sim
