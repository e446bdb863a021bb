// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "load.h"

#include <algorithm>
#include <array>
#include <sys/epoll.h>
#include <unistd.h>

namespace bench {

double LoadResult::percentile(double share) const
{
    if (latencies.empty()) {
        return 0;
    }
    const auto last = static_cast<double>(latencies.size() - 1);
    return static_cast<double>(latencies[static_cast<std::size_t>(share * last)]) / 1e6;
}

Load::Load(const LoadPlan &plan)
    : m_plan(plan)
    , m_epoll(::epoll_create1(EPOLL_CLOEXEC))
    , m_numberAt(plan.numbers > 0 ? plan.request.indexOf("#####") : -1)
{
    for (int at = 0; at < plan.connections; ++at) {
        m_clients.push_back(std::make_unique<LoadClient>(plan.server));
    }
    m_result.events.resize(m_clients.size());
}

Load::~Load()
{
    ::close(m_epoll);
}

void Load::reconnect(std::size_t client)
{
    if (!m_clients[client]->connect()) {
        ++m_result.errors;
        return;
    }
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.u64 = client;
    ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, m_clients[client]->socket(), &event);
}

void Load::start()
{
    for (std::size_t client = 0; client < m_clients.size(); ++client) {
        reconnect(client);
    }
    const auto nanoseconds = [](double s) {
        return static_cast<Nanoseconds>(s * PerSecond);
    };
    m_windowBegin = monotonicNow() + nanoseconds(m_plan.warmUpSeconds);
    m_windowEnd = m_windowBegin + nanoseconds(m_plan.seconds);
}

void Load::begin(std::size_t client, Nanoseconds intended)
{
    if (!m_clients[client]->isConnected()) {
        reconnect(client);
    }
    if (m_clients[client]->isConnected()) {
        writeNextNumber();
        m_clients[client]->begin(m_plan.request, intended);
    }
}

void Load::writeNextNumber()
{
    if (m_numberAt >= 0) {
        const QByteArray digits = QByteArray::number(m_number).rightJustified(5, '0');
        m_plan.request.replace(m_numberAt, digits.size(), digits);
        m_number = (m_number + 1) % m_plan.numbers;
    }
}

Nanoseconds Load::nextGap()
{
    const double mean = PerSecond / m_plan.rate;
    std::exponential_distribution<double> gaps(1 / mean);
    return static_cast<Nanoseconds>(m_plan.isRandom ? gaps(m_random) : mean);
}

template <class OnProgress>
void Load::pump(Nanoseconds until, OnProgress onProgress)
{
    std::array<epoll_event, 128> events{};
    const Nanoseconds wait = std::max<Nanoseconds>(0, until - monotonicNow());
    const timespec timeout = {wait / PerSecond, wait % PerSecond};
    const int ready =
        ::epoll_pwait2(m_epoll, events.data(), static_cast<int>(events.size()), &timeout, nullptr);
    for (int at = 0; at < ready; ++at) {
        const std::size_t client = events[static_cast<std::size_t>(at)].data.u64;
        const Nanoseconds intended = m_clients[client]->intendedStart();
        const LoadClient::Progress progress = m_clients[client]->read();
        const Nanoseconds now = monotonicNow();
        if (now >= m_windowBegin && now < m_windowEnd) {
            m_result.events[client] += progress.events;
        }
        if (progress.isFinished || progress.isFailed) {
            note(progress, now, intended);
            onProgress(client, now);
        }
    }
}

void Load::note(const LoadClient::Progress &progress, Nanoseconds now, Nanoseconds intended)
{
    if (progress.isFailed) {
        ++m_result.errors;
    } else if (intended >= m_windowBegin && now < m_windowEnd) {
        ++m_result.requests;
        m_result.latencies.push_back(now - intended);
    }
}

bool Load::goesOn()
{
    const Nanoseconds now = monotonicNow();
    if (m_busyBefore < 0 && now >= m_windowBegin) {
        m_busyBefore = m_plan.watch.busySeconds();
    }
    return now < m_windowEnd;
}

LoadResult Load::finish()
{
    m_result.seconds = m_plan.seconds;
    m_result.busySeconds = m_plan.watch.busySeconds() - m_busyBefore;
    m_result.residentMegabytes = m_plan.watch.residentMegabytes();
    std::sort(m_result.latencies.begin(), m_result.latencies.end());
    return std::move(m_result);
}

LoadResult Load::runClosed()
{
    start();
    for (std::size_t client = 0; client < m_clients.size(); ++client) {
        begin(client, monotonicNow());
    }
    while (goesOn()) {
        pump(m_windowEnd, [this](std::size_t client, Nanoseconds now) { begin(client, now); });
    }
    return finish();
}

LoadResult Load::runOpen()
{
    start();
    std::vector<std::size_t> idle;
    std::queue<Nanoseconds> late; // should have begun, but no connection was free
    for (std::size_t client = 0; client < m_clients.size(); ++client) {
        idle.push_back(client);
    }
    Nanoseconds next = monotonicNow() + nextGap();
    while (goesOn()) {
        for (; next <= monotonicNow(); next += nextGap()) {
            late.push(next);
        }
        while (!late.empty() && !idle.empty()) {
            begin(idle.back(), late.front());
            idle.pop_back();
            late.pop();
        }
        pump(next, [&idle](std::size_t client, Nanoseconds) { idle.push_back(client); });
    }
    const qint64 unsent = static_cast<qint64>(late.size());
    m_result.errors += unsent; // an overload is not a good latency
    return finish();
}

} // namespace bench
