// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "loadclient.h"

#include "loopback.h"

#include <algorithm>
#include <array>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <utility>

namespace test {

namespace {

/// Nothing came on any connection for so long: the server hangs, and the calls end unanswered.
constexpr int PatienceMs = 60'000;

/// One connection and the call it carries.
struct Connection
{
    int descriptor = -1;
    std::size_t call = 0;
    qsizetype sent = 0;
    qint64 received = 0;
    bool isBusy = false;
};

class Run
{
public:
    Run(quint16 port,
        const std::vector<LoadCall> &calls,
        const std::function<void(std::size_t, const LoadResult &)> &each)
        : m_port(port)
        , m_calls(calls)
        , m_each(each)
        , m_results(calls.size())
        , m_poll(::epoll_create1(EPOLL_CLOEXEC))
    {}
    ~Run() { ::close(m_poll); }
    Run(const Run &) = delete;
    Run &operator=(const Run &) = delete;

    std::vector<LoadResult> run(std::size_t connections)
    {
        m_connections.resize(std::min(connections, m_calls.size()));
        for (Connection &connection : m_connections) {
            startNext(connection);
        }
        while (m_running > 0 && turn()) {
        }
        for (Connection &connection : m_connections) {
            disconnect(connection);
        }
        return std::move(m_results);
    }

private:
    bool turn()
    {
        std::array<epoll_event, 256> events{};
        const int count =
            ::epoll_wait(m_poll, events.data(), static_cast<int>(events.size()), PatienceMs);
        for (int at = 0; at < count; ++at) {
            const epoll_event &event = events[static_cast<std::size_t>(at)];
            work(m_connections[event.data.u64], event.events);
        }
        return count > 0;
    }

    void work(Connection &connection, quint32 events)
    {
        if (!connection.isBusy) {
            disconnect(connection); // no call is left for it, and the server closed it
            return;
        }
        if ((events & EPOLLOUT) != 0) {
            write(connection);
        }
        if (connection.isBusy && (events & (EPOLLIN | EPOLLHUP | EPOLLERR)) != 0) {
            read(connection);
        }
        startNext(connection);
    }

    void startNext(Connection &connection)
    {
        while (m_next < m_calls.size() && !connection.isBusy) {
            connection.call = m_next++;
            connection.sent = 0;
            connection.received = 0;
            connection.isBusy = true;
            ++m_running;
            if (connection.descriptor < 0 && !connect(connection)) {
                end(connection);
            } else {
                write(connection);
            }
        }
    }

    bool connect(Connection &connection)
    {
        connection.descriptor = connectToLoopback(m_port, Blocking::No);
        if (connection.descriptor < 0) {
            return false;
        }
        watch(connection, EPOLL_CTL_ADD, EPOLLIN);
        return true;
    }

    void watch(Connection &connection, int operation, quint32 events)
    {
        epoll_event event{};
        event.events = events;
        event.data.u64 = static_cast<quint64>(&connection - m_connections.data());
        ::epoll_ctl(m_poll, operation, connection.descriptor, &event);
    }

    void write(Connection &connection)
    {
        const LoadCall &call = m_calls[connection.call];
        const qsizetype whole = call.sendOnly >= 0
                                    ? std::min<qsizetype>(call.sendOnly, call.bytes.size())
                                    : call.bytes.size();
        while (connection.sent < whole) {
            const auto left = static_cast<std::size_t>(whole - connection.sent);
            const ssize_t sent = ::send(connection.descriptor,
                                        call.bytes.constData() + connection.sent,
                                        left,
                                        MSG_NOSIGNAL);
            if (sent < 0 && errno == EAGAIN) {
                watch(connection, EPOLL_CTL_MOD, EPOLLIN | EPOLLOUT);
                return;
            }
            if (sent < 0) {
                disconnect(connection);
                end(connection);
                return;
            }
            connection.sent += sent;
        }
        watch(connection, EPOLL_CTL_MOD, EPOLLIN);
        if (call.sendOnly >= 0 || call.hangUpAfter == 0) {
            hangUp(connection);
        }
    }

    void read(Connection &connection)
    {
        const LoadCall &call = m_calls[connection.call];
        std::array<char, 64 * 1024> buffer; // NOLINT: recv() fills it
        std::size_t most = buffer.size();
        if (call.hangUpAfter > 0) { // not a byte more than wished
            most = std::min(most, static_cast<std::size_t>(call.hangUpAfter - connection.received));
        }
        const ssize_t count = ::recv(connection.descriptor, buffer.data(), most, 0);
        if (count < 0 && errno == EAGAIN) {
            return;
        }
        Answer &answer = m_results[connection.call].answer;
        if (count <= 0) {
            answer.feedEnd();
            disconnect(connection);
            end(connection);
            return;
        }
        connection.received += count;
        const bool isHttp = answer.feed(QByteArrayView(buffer.data(), count));
        if (answer.isWhole() || !isHttp) {
            end(connection);
        } else if (connection.received == call.hangUpAfter) {
            hangUp(connection);
        }
    }

    void hangUp(Connection &connection)
    {
        LoadResult &result = m_results[connection.call];
        result.hungUp = true;
        disconnect(connection);
        result.closedAt = monotonicMicroseconds();
        end(connection);
    }

    void disconnect(Connection &connection)
    {
        if (connection.descriptor >= 0) {
            ::close(std::exchange(connection.descriptor, -1));
        }
    }

    void end(Connection &connection)
    {
        connection.isBusy = false;
        --m_running;
        const LoadResult &result = m_results[connection.call];
        if (result.answer.header("connection").toLower() == "close") {
            disconnect(connection);
        }
        if (m_each) {
            m_each(connection.call, result);
        }
    }

    quint16 m_port;
    const std::vector<LoadCall> &m_calls;
    const std::function<void(std::size_t, const LoadResult &)> &m_each;
    std::vector<LoadResult> m_results;
    std::vector<Connection> m_connections;
    std::size_t m_next = 0;
    std::size_t m_running = 0;
    int m_poll;
};

} // namespace

LoadClient::LoadClient(quint16 port, int connections)
    : m_port(port)
    , m_connections(connections)
{
    rlimit limit{};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);
}

std::vector<LoadResult>
LoadClient::run(const std::vector<LoadCall> &calls,
                const std::function<void(std::size_t, const LoadResult &)> &each)
{
    return Run(m_port, calls, each).run(static_cast<std::size_t>(m_connections));
}

} // namespace test
