// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/budget/budgetengine.h"
#include "core/ledger/records.h"

#include <QString>

#include <vector>

namespace core {

/// One call that runs now.
struct RunningCall
{
    HoldId hold = HoldId::None;
    RequestId id;
    QByteArray tenant;
    QByteArray agent;
    QByteArray model;
    Time startedAt{};
    bool stream = false;
    qint64 outputTokens = 0;
    Money cost;  ///< metered so far
    Money bound; ///< cost + what is still held

    friend bool operator==(const RunningCall &, const RunningCall &) = default;
};

/// One call that has just ended, with its final cost.
struct EndedCall
{
    RunningCall call;
    Ending ending = Ending::Complete;
    Time endedAt{};

    friend bool operator==(const EndedCall &, const EndedCall &) = default;
};

struct UpstreamStatus
{
    QString name; ///< "vllm"
    QString url;  ///< without credentials
    bool reachable = false;
    Time since{}; ///< of the present state
    QString lastError;
    std::vector<QByteArray> models;
    int running = -1; ///< from /metrics; -1 is unknown
    int waiting = -1;
    double kvCacheUse = -1; ///< 0..1
    double outputTokensPerSecond = -1;
};

/// All that the window shows, as one value: built at most 30 times a second, and only when
/// something changed.
struct Snapshot
{
    quint64 revision = 0;
    Time at{};
    QByteArray zone; ///< IANA zone of the three sums below: the desktop's
    Money spentToday;
    Money spentThisWeek;
    Money spentThisMonth;
    Money heldNow;
    Money burnPerHour; ///< all tenants, over the last five minutes
    std::vector<Budget> budgets;
    std::vector<BucketState> buckets; ///< live buckets of all budgets
    /// Tenants seen or named by a budget, with today's spend (a tenant need not have a budget).
    struct Tenant
    {
        QByteArray name;
        Money spentToday;
        Money held;
        Money burnPerHour;
        int running = 0;
        bool paused = false;
        Time pausedAt{};
    };
    std::vector<Tenant> tenants;
    std::vector<RunningCall> running; ///< oldest first, at most 200; runningCount has them all
    int runningCount = 0;
    std::vector<EndedCall> recentlyEnded; ///< of the last three seconds, newest first, at most 200
    std::vector<AlertRecord> alerts;      ///< newest first, at most 200
    std::vector<UpstreamStatus> upstreams;
    bool pausedAll = false;
    qint64 refusedToday = 0;
    int recoveredCalls = 0; ///< open at the last crash, counted at their bound
    Money recoveredCost;
    QString listeningOn; ///< "http://127.0.0.1:7007"
    QString ledgerError; ///< set while the ledger cannot be written: everything is refused
};

} // namespace core
