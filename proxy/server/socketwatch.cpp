// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/server/socketwatch.h"

#include <sys/epoll.h>
#include <unistd.h>
#include <vector>

namespace proxy {

namespace {

/// Sockets served before the event loop turns to anything else (the upstream's among it).
constexpr int SocketsPerTurn = 64;

} // namespace

SocketWatch::SocketWatch(std::chrono::milliseconds resolution)
    : m_epoll(::epoll_create1(EPOLL_CLOEXEC))
    , m_notifier(m_epoll, QSocketNotifier::Read)
{
    m_sweep.setInterval(resolution);
    connect(&m_notifier, &QSocketNotifier::activated, this, [this] { dispatchReady(); });
    connect(&m_sweep, &QTimer::timeout, this, [this] { sweep(); });
}

SocketWatch::~SocketWatch()
{
    m_notifier.setEnabled(false);
    ::close(m_epoll);
}

void SocketWatch::add(WatchedSocket &socket, std::uint32_t events)
{
    m_sockets.insert(&socket);
    epoll_event event{events, {&socket}};
    ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, socket.descriptor(), &event);
}

void SocketWatch::change(WatchedSocket &socket, std::uint32_t events)
{
    epoll_event event{events, {&socket}};
    ::epoll_ctl(m_epoll, EPOLL_CTL_MOD, socket.descriptor(), &event);
}

void SocketWatch::remove(WatchedSocket &socket)
{
    m_sockets.erase(&socket);
    ::epoll_ctl(m_epoll, EPOLL_CTL_DEL, socket.descriptor(), nullptr);
}

void SocketWatch::expectDeadline()
{
    m_deadlineSet = true;
    if (!m_sweep.isActive()) {
        m_sweep.start();
    }
}

void SocketWatch::retireAll()
{
    m_isRetiring = true;
    for (WatchedSocket *socket : std::vector(m_sockets.begin(), m_sockets.end())) {
        socket->retire();
    }
}

void SocketWatch::dispatchReady()
{
    std::array<epoll_event, SocketsPerTurn> events; // NOLINT: epoll_wait() fills it
    const int count = ::epoll_wait(m_epoll, events.data(), SocketsPerTurn, 0);
    for (int i = 0; i < count; ++i) {
        const epoll_event &event = events.at(static_cast<size_t>(i));
        static_cast<WatchedSocket *>(event.data.ptr)->ready(event.events);
    }
}

void SocketWatch::sweep()
{
    m_deadlineSet = false;
    const SteadyTime now = std::chrono::steady_clock::now();
    for (WatchedSocket *socket : std::vector(m_sockets.begin(), m_sockets.end())) {
        socket->checkDeadline(now);
    }
    if (!m_deadlineSet) {
        m_sweep.stop();
    }
}

} // namespace proxy
