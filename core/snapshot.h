// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alerts/alertmutes.h"
#include "core/budget/budgetengine.h"
#include "core/keys/keyfacts.h"
#include "core/ledger/records.h"
#include "core/pricing/ownhardware.h"
#include "core/reconciliation/enginefigures.h"

#include <QList>
#include <QString>

#include <optional>
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
    qint64 callsAboveBound = 0; ///< since the start: used more than was held; charged in full
    EngineFigures engine;
    TrafficFinding traffic;
    std::optional<OwnHardwareCost> ownHardware; ///< where its machine is the owner's own
};

/// One place that calls are told to (proxy/telemetry).
struct DestinationStatus
{
    enum class State : quint8 {
        Idle, ///< everything has been taken
        Sending,
        Waiting, ///< tries again by itself
        Blocked, ///< needs a person: `lastError` says for what
    };

    QByteArray name;
    QByteArray type; ///< "otlp", "langfuse", "helicone", "jsonl", "webhook"
    State state = State::Idle;
    QString lastError; ///< a sentence; empty while all is well
    qint64 queued = 0;
    qint64 sent = 0;     ///< acknowledged, since the destination was added
    qint64 rejected = 0; ///< refused by the destination for good
    qint64 dropped = 0;  ///< given up unsent, by the queue's age or size
    Time lastAcknowledged{};

    friend bool operator==(const DestinationStatus &, const DestinationStatus &) = default;
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
    Money burnPerHour;     ///< all tenants, over the last five minutes
    QList<Budget> budgets; ///< shared with the snapshots before, while none has changed
    /// Another one whenever a budget has come, gone or changed; 0: not known.
    quint64 budgetsRevision = 0;
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
    /// Models that were called today.
    struct Model
    {
        QByteArray name;
        Money spentToday;
        Money burnPerHour;
    };
    std::vector<Model> models;
    std::vector<RunningCall> running; ///< oldest first, at most 1,000; runningCount has them all
    int runningCount = 0;
    std::vector<EndedCall> recentlyEnded; ///< of the last three seconds, newest first, at most 200
    std::vector<AlertRecord> alerts;      ///< newest first, at most 200
    std::vector<AlertMute> alertMutes;    ///< in force
    std::vector<UpstreamStatus> upstreams;
    std::vector<DestinationStatus> destinations;
    std::vector<KeyFacts> keys; ///< of all virtual keys, revoked ones too, the oldest first
    bool pausedAll = false;
    qint64 refusedToday = 0;
    int recoveredCalls = 0; ///< open at the last crash, counted at their bound
    Money recoveredCost;
    QString listeningOn; ///< "http://127.0.0.1:7007"
    QString ledgerError; ///< set while the ledger cannot be written: everything is refused

    /// Whether the budgets are those of that revision, without a look at thousands of them.
    [[nodiscard]] bool hasBudgetsOf(quint64 known) const
    {
        return known != 0 && known == budgetsRevision;
    }
};

} // namespace core
