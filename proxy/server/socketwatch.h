// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSocketNotifier>
#include <QTimer>

#include <array>
#include <chrono>
#include <cstdint>
#include <unordered_set>

namespace proxy {

/// What one recv(2) may bring.
using ScratchBuffer = std::array<char, size_t{64} * 1024>;
using SteadyTime = std::chrono::steady_clock::time_point;

/// What the watch calls in the sockets it watches.
class WatchedSocket
{
public:
    WatchedSocket() = default;
    WatchedSocket(const WatchedSocket &) = delete;
    WatchedSocket &operator=(const WatchedSocket &) = delete;
    virtual ~WatchedSocket() = default;

    [[nodiscard]] virtual int descriptor() const = 0;
    /// `events` as epoll_wait(2) reports them.
    virtual void ready(std::uint32_t events) = 0;
    virtual void checkDeadline(SteadyTime now) = 0;
    /// No new request will be taken; an answer in progress is finished.
    virtual void retire() = 0;
};

/// All client sockets of one worker behind one epoll descriptor and one timer. Qt's event loop
/// hands every watched descriptor to poll(2) at each turn; here an idle connection costs no turn
/// anything. The timer runs only while some socket has a deadline. A socket must stay alive until
/// the event loop is reached again after remove().
class SocketWatch : public QObject
{
public:
    /// Deadlines are noticed at most `resolution` late.
    explicit SocketWatch(std::chrono::milliseconds resolution);
    ~SocketWatch() override;
    Q_DISABLE_COPY_MOVE(SocketWatch)

    void add(WatchedSocket &socket, std::uint32_t events);
    void change(WatchedSocket &socket, std::uint32_t events);
    /// Call before the descriptor is closed.
    void remove(WatchedSocket &socket);
    /// To call when a socket sets a deadline, so that checkDeadline() will follow.
    void expectDeadline();

    void retireAll();
    [[nodiscard]] bool isRetiring() const { return m_isRetiring; }
    [[nodiscard]] int count() const { return static_cast<int>(m_sockets.size()); }
    /// For one recv(2) at a time: shared, so that an idle connection holds no buffer.
    [[nodiscard]] ScratchBuffer &scratch() { return m_scratch; }

private:
    void dispatchReady();
    void sweep();

    int m_epoll;
    QSocketNotifier m_notifier;
    QTimer m_sweep;
    bool m_deadlineSet = false;
    bool m_isRetiring = false;
    std::unordered_set<WatchedSocket *> m_sockets;
    ScratchBuffer m_scratch;
};

} // namespace proxy
