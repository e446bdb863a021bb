// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How many calls a second the ledger takes: each a hold, committed, then its settlement with four
// bucket deltas and roll-ups, committed. Batches are what group commit makes of parallel calls.
#include "core/ledger/ledger.h"

#include <QCoreApplication>
#include <QTemporaryDir>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>

namespace {
using namespace core;
using namespace Qt::StringLiterals;
using Stopwatch = std::chrono::steady_clock;

constexpr int PairsPerRun = 40'000;
constexpr int Tenants = 10;
constexpr int Agents = 50;
constexpr int Models = 3;

Attribution attributionOf(int call)
{
    Attribution attribution;
    attribution.of(Dimension::Tenant) = "tenant-" + QByteArray::number(call % Tenants);
    attribution.of(Dimension::Agent) = "agent-" + QByteArray::number(call % Agents);
    attribution.of(Dimension::Key) = "key-" + QByteArray::number(call % Tenants);
    attribution.of(Dimension::Provider) = "vllm";
    attribution.of(Dimension::Model) = "model-" + QByteArray::number(call / Agents % Models);
    attribution.of(Dimension::Route) = "/v1/chat/completions";
    return attribution;
}

HoldRecord holdOf(int call, Time now)
{
    HoldRecord hold;
    hold.id = {static_cast<quint64>(now.time_since_epoch().count() / 1000) << 16,
               static_cast<quint64>(call) * 0x9e3779b97f4a7c15ULL};
    hold.admittedAt = now;
    hold.attribution = attributionOf(call);
    hold.bound = {Money::fromNanos(2'000'000), 4'000, 1};
    return hold;
}

SettlementRecord settlementOf(const HoldRecord &hold, int call)
{
    SettlementRecord settlement;
    settlement.id = hold.id;
    settlement.admittedAt = hold.admittedAt;
    settlement.settledAt = hold.admittedAt + std::chrono::milliseconds(900);
    settlement.attribution = hold.attribution;
    settlement.usage = {800 + call % 100, 0, 0, 200, 0, CountQuality::Reported};
    settlement.cost = Money::fromNanos(140'000 + call % 1000);
    settlement.priceSource = "shipped together.ai 2026-11-01";
    settlement.httpStatus = 200;
    const QByteArray day("|2026-11-21");
    const qint64 nanos = settlement.cost.nanos();
    settlement.deltas = {
        {"b-000000000001" + day, nanos, Time{}},
        {"b-000000000002|" + hold.attribution.of(Dimension::Tenant) + day, nanos, Time{}},
        {"b-000000000003|" + hold.attribution.of(Dimension::Agent) + day, nanos, Time{}},
        {"b-000000000004|" + hold.attribution.of(Dimension::Model) + day, 1'000, Time{}}};
    return settlement;
}

double microseconds(Stopwatch::duration duration)
{
    return std::chrono::duration<double, std::micro>(duration).count();
}

struct Times
{
    std::vector<double> holds;       ///< commits of a batch of holds, in µs
    std::vector<double> settlements; ///< of their settlements
    double pairsPerSecond = 0;
    double cpuPerPair = 0; ///< µs of this thread, without what other programs take of the machine
};

double cpuMicroseconds()
{
    timespec spent{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &spent);
    return static_cast<double>(spent.tv_sec) * 1e6 + static_cast<double>(spent.tv_nsec) / 1e3;
}

bool timedWrite(Ledger &ledger, const std::vector<LedgerRecord> &batch, std::vector<double> &times)
{
    const auto begun = Stopwatch::now();
    const Outcome written = ledger.write(batch);
    times.push_back(microseconds(Stopwatch::now() - begun));
    if (!written) {
        std::fprintf(stderr, "%s\n", qPrintable(written.error().message));
    }
    return written.ok();
}

bool run(Ledger &ledger, int batchSize, Times &times)
{
    static int call = 0;
    double spent = 0;
    double cpu = 0;
    for (int done = 0; done < PairsPerRun; done += batchSize) {
        std::vector<LedgerRecord> holds;
        std::vector<LedgerRecord> settlements;
        for (int i = 0; i < batchSize; ++i, ++call) {
            const HoldRecord hold = holdOf(call, SystemClock().now());
            settlements.emplace_back(settlementOf(hold, call));
            holds.emplace_back(hold);
        }
        const double cpuBefore = cpuMicroseconds();
        if (!timedWrite(ledger, holds, times.holds) ||
            !timedWrite(ledger, settlements, times.settlements)) {
            return false;
        }
        cpu += cpuMicroseconds() - cpuBefore;
        spent += times.holds.back() + times.settlements.back();
    }
    times.pairsPerSecond = PairsPerRun / spent * 1e6;
    times.cpuPerPair = cpu / PairsPerRun;
    return true;
}

double percentile(std::vector<double> values, double part)
{
    std::sort(values.begin(), values.end());
    return values[static_cast<std::size_t>(static_cast<double>(values.size() - 1) * part)];
}

bool report(Ledger &ledger, const char *mode, int batchSize)
{
    Times times;
    if (!run(ledger, batchSize, times)) {
        return false;
    }
    std::printf(
        "%-8s batch %3d  %8.0f pairs/s %5.1f us CPU a pair   holds p50 %7.1f us p99 %7.1f us   "
        "settlements p50 %7.1f us p99 %7.1f us\n",
        mode,
        batchSize,
        times.pairsPerSecond,
        times.cpuPerPair,
        percentile(times.holds, 0.5),
        percentile(times.holds, 0.99),
        percentile(times.settlements, 0.5),
        percentile(times.settlements, 0.99));
    return true;
}

/// Whether call 600,000 of one ledger waits longer than the first ones did.
bool reportGrowth(const QString &file)
{
    constexpr int Runs = 15; // of 40,000
    constexpr int BatchSize = 32;
    auto ledger = Ledger::open(file, Durability::Process);
    for (int i = 1; ledger.ok() && i <= Runs; ++i) {
        Times times;
        if (!run(**ledger, BatchSize, times)) {
            return false;
        }
        if (i == 1 || i == Runs) {
            std::printf("calls %7d to %7d   holds p99 %7.1f us   settlements p99 %7.1f us\n",
                        (i - 1) * PairsPerRun,
                        i * PairsPerRun,
                        percentile(times.holds, 0.99),
                        percentile(times.settlements, 0.99));
        }
    }
    return ledger.ok();
}
} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    // A folder on a real disk may be given; the temporary one is often memory.
    const QTemporaryDir folder(argc > 1 ? QString::fromLocal8Bit(argv[1]) + u"/bench-XXXXXX"_s
                                        : QString());
    for (const Durability durability : {Durability::Process, Durability::Power}) {
        const char *mode = durability == Durability::Process ? "NORMAL" : "FULL";
        auto ledger =
            Ledger::open(folder.filePath(QString::fromLatin1(mode) + u".db"_s), durability);
        if (!ledger) {
            std::fprintf(stderr, "%s\n", qPrintable(ledger.error().message));
            return 1;
        }
        for (const int batchSize : {1, 8, 32, 256}) {
            if (!report(**ledger, mode, batchSize)) {
                return 1;
            }
        }
    }
    return reportGrowth(folder.filePath(u"growth.db"_s)) ? 0 : 1;
}
