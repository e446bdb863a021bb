// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server.h"

#include <arpa/inet.h>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace sim {

/// Wakes are gathered over this long: with hundreds of streams a sleep for each token would cost
/// more than the token, and nobody sees a token's fifth of a millisecond.
static constexpr Microseconds Tick = 200;
/// Small, so that a reader that stalls is noticed after some hundred kilobytes and not megabytes.
static constexpr int SendBuffer = 64 * 1024;
static constexpr int Backlog = 2'048; // as vLLM

Server::Server(Options options)
    : m_options(std::move(options))
    , m_routes(m_options, *this)
    , m_epoll(::epoll_create1(EPOLL_CLOEXEC))
{
    sigset_t ending;
    sigemptyset(&ending);
    sigaddset(&ending, SIGTERM);
    sigaddset(&ending, SIGINT);
    sigprocmask(SIG_BLOCK, &ending, nullptr);
    m_signals = ::signalfd(-1, &ending, SFD_NONBLOCK | SFD_CLOEXEC);
    watch(m_signals);
}

Server::~Server()
{
    m_slots.clear();
    for (const int descriptor : {m_epoll, m_listener, m_signals}) {
        ::close(descriptor);
    }
}

void Server::watch(int descriptor)
{
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.fd = descriptor;
    ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, descriptor, &event);
}

core::Result<quint16> Server::listen()
{
    const QString place =
        u"%1:%2"_s.arg(QString::fromUtf8(m_options.listenAddress)).arg(m_options.port);
    const auto failure = [&place](const QString &what) {
        return core::Error{core::ErrorCode::Unavailable,
                           u"cannot %1 %2: %3"_s.arg(what, place, qt_error_string(errno)),
                           u"choose another --listen or --port"_s};
    };
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(m_options.port);
    if (::inet_pton(AF_INET, m_options.listenAddress.constData(), &address.sin_addr) != 1) {
        errno = EINVAL;
        return failure(u"read the address"_s);
    }
    m_listener = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    const int yes = 1;
    ::setsockopt(m_listener, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    ::setsockopt(m_listener, SOL_SOCKET, SO_SNDBUF, &SendBuffer, sizeof SendBuffer);
    auto *generic = reinterpret_cast<sockaddr *>(&address);
    if (::bind(m_listener, generic, sizeof address) != 0 || ::listen(m_listener, Backlog) != 0) {
        return failure(u"listen on"_s);
    }
    socklen_t size = sizeof address;
    ::getsockname(m_listener, generic, &size);
    watch(m_listener);
    return ntohs(address.sin_port);
}

timespec Server::timeToWait(Microseconds now) const
{
    const Microseconds next = m_wakes.empty() ? m_nextSweep : m_wakes.top().moment;
    Microseconds wait = std::min(next, m_nextSweep) - now;
    if (wait > 0) {
        wait = std::max(wait, Tick);
    }
    wait = std::max<Microseconds>(wait, 0);
    return {wait / PerSecond, (wait % PerSecond) * 1'000};
}

void Server::run()
{
    std::array<epoll_event, 256> events{};
    while (!m_isStopping) {
        const timespec wait = timeToWait(monotonicNow());
        const int ready =
            ::epoll_pwait2(m_epoll, events.data(), int(events.size()), &wait, nullptr);
        for (int at = 0; at < ready; ++at) {
            const epoll_event &event = events[static_cast<std::size_t>(at)];
            if (event.data.fd == m_signals) {
                m_isStopping = true;
            } else if (event.data.fd == m_listener) {
                acceptAll(monotonicNow());
            } else {
                handle(event.data.fd, event.events, monotonicNow());
            }
        }
        wakeDue(monotonicNow());
        sweepIdle(monotonicNow());
    }
}

void Server::acceptAll(Microseconds now)
{
    while (true) {
        const int socket = ::accept4(m_listener, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
        if (socket < 0) {
            return;
        }
        const int yes = 1;
        ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
        if (static_cast<std::size_t>(socket) >= m_slots.size()) {
            m_slots.resize(static_cast<std::size_t>(socket) + 1);
        }
        Slot &slot = m_slots[static_cast<std::size_t>(socket)];
        slot.connection = std::make_unique<HttpConnection>(socket, m_routes, now);
        slot.serial = m_nextSerial++;
        slot.events = slot.connection->wantedEvents();
        slot.wakeAt = 0;
        ++m_open;
        epoll_event event{};
        event.events = slot.events;
        event.data.fd = socket;
        ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, socket, &event);
    }
}

void Server::handle(int socket, unsigned int events, Microseconds now)
{
    HttpConnection *connection = m_slots[static_cast<std::size_t>(socket)].connection.get();
    if (connection == nullptr) {
        return;
    }
    const bool isPeerGone = (events & (EPOLLRDHUP | EPOLLHUP | EPOLLERR)) != 0;
    if ((events & EPOLLIN) != 0 || isPeerGone) {
        connection->onReadable(isPeerGone, now);
    }
    if ((events & EPOLLOUT) != 0 && !connection->isClosed()) {
        connection->onWritable(now);
    }
    update(socket);
}

void Server::update(int socket)
{
    Slot &slot = m_slots[static_cast<std::size_t>(socket)];
    if (slot.connection->isClosed()) {
        slot.connection.reset();
        --m_open;
        return;
    }
    const unsigned int wanted = slot.connection->wantedEvents();
    if (wanted != slot.events) {
        slot.events = wanted;
        epoll_event event{};
        event.events = wanted;
        event.data.fd = socket;
        ::epoll_ctl(m_epoll, EPOLL_CTL_MOD, socket, &event);
    }
    if (slot.connection->wakeAt() != slot.wakeAt) {
        slot.wakeAt = slot.connection->wakeAt();
        if (slot.wakeAt != 0) {
            m_wakes.push({slot.wakeAt, socket, slot.serial});
        }
    }
}

void Server::wakeDue(Microseconds now)
{
    // Only what is due now: a stream without a pace asks for "now" again and again.
    std::vector<Wake> due;
    while (!m_wakes.empty() && m_wakes.top().moment <= now) {
        due.push_back(m_wakes.top());
        m_wakes.pop();
    }
    for (const Wake &wake : due) {
        Slot &slot = m_slots[static_cast<std::size_t>(wake.socket)];
        if (slot.connection && slot.serial == wake.serial && slot.wakeAt == wake.moment) {
            slot.wakeAt = 0;
            slot.connection->onWake(now);
            update(wake.socket);
        }
    }
}

void Server::sweepIdle(Microseconds now)
{
    if (now < m_nextSweep) {
        return;
    }
    m_nextSweep = now + PerSecond;
    if (m_options.keepAliveSeconds == 0) {
        return;
    }
    for (std::size_t socket = 0; socket < m_slots.size(); ++socket) {
        if (HttpConnection *connection = m_slots[socket].connection.get()) {
            connection->closeIfIdleSince(now - m_options.keepAliveSeconds * PerSecond);
            update(static_cast<int>(socket));
        }
    }
}

void Server::forEachAnswer(const std::function<void(Answer &)> &visit)
{
    for (const Slot &slot : m_slots) {
        if (slot.connection && slot.connection->answer() != nullptr) {
            visit(*slot.connection->answer());
        }
    }
}

} // namespace sim
