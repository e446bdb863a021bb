// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "loadclient.h"
#include "processwatch.h"

#include <QByteArray>
#include <queue>

#include <memory>
#include <random>
#include <vector>

namespace bench {

struct LoadPlan
{
    sockaddr_in server{};
    QByteArray request; ///< all its bytes
    int numbers = 0;    ///< "#####" in it becomes 00000, 00001 ... of so many, in turn
    int connections = 32;
    double seconds = 5;
    double warmUpSeconds = 1; ///< not counted
    double rate = 1'000;      ///< requests per second, of the open loop
    bool isRandom = false;    ///< its gaps are those of independent callers (a Poisson process)
    ProcessWatch watch;
};

struct LoadResult
{
    qint64 requests = 0;
    qint64 errors = 0;
    double seconds = 0;
    std::vector<Nanoseconds> latencies; ///< sorted
    std::vector<qint64> events;         ///< of each stream
    double busySeconds = 0;             ///< of the watched processes, in the counted time
    double residentMegabytes = 0;       ///< of them, at its end

    [[nodiscard]] double percentile(double share) const; ///< milliseconds
};

/// Load of one kind against one server, from one thread.
class Load
{
public:
    explicit Load(const LoadPlan &plan);
    ~Load();
    Load(const Load &) = delete;
    Load &operator=(const Load &) = delete;

    /// Each connection sends its next request when it has its answer. With requests for streams
    /// that is a number of streams at a time; the events of each are counted.
    [[nodiscard]] LoadResult runClosed();
    /// Requests begin at fixed moments whether or not earlier ones are answered. A latency counts
    /// from the moment at which its request should have begun, so that a stall is not hidden by
    /// requests that were never sent (coordinated omission).
    [[nodiscard]] LoadResult runOpen();

private:
    void start();
    void begin(std::size_t client, Nanoseconds intended);
    void reconnect(std::size_t client);
    void writeNextNumber();
    [[nodiscard]] Nanoseconds nextGap();
    template <class OnProgress>
    void pump(Nanoseconds until, OnProgress onProgress);
    void note(const LoadClient::Progress &progress, Nanoseconds now, Nanoseconds intended);
    /// Whether the load goes on; notes where the watched processes stand when counting begins.
    [[nodiscard]] bool goesOn();
    [[nodiscard]] LoadResult finish();

    LoadPlan m_plan;
    int m_epoll;
    std::vector<std::unique_ptr<LoadClient>> m_clients;
    Nanoseconds m_windowBegin = 0;
    Nanoseconds m_windowEnd = 0;
    double m_busyBefore = -1;
    qsizetype m_numberAt = -1;
    int m_number = 0;
    std::mt19937_64 m_random{std::random_device{}()};
    LoadResult m_result;
};

} // namespace bench
