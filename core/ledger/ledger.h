// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/records.h"

#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace core {

class AlertMarks;
class Outbox;
struct OutboxStanding;
struct Retention;

/// What survives: `Process` a kill -9 (WAL, synchronous=NORMAL), `Power` also a power cut (FULL).
enum class Durability : quint8 { Process, Power };

/// A call that was open when the process died.
struct OpenHold
{
    HoldRecord hold;
};

/// Everything start-up needs to put the engine back.
struct LedgerState
{
    std::vector<Budget> budgets;
    struct Total
    {
        BucketKey key;
        Time slot{};
        qint64 amount = 0;
    };
    std::vector<Total> totals;
    std::vector<AlertRecord> alerts; ///< newest first
    std::vector<EpochRecord> epochs;
    std::vector<SettingRecord> settings;
    std::vector<OpenHold> openHolds;
    std::vector<VirtualKey> keys; ///< in order of creation
};

/// The append-only ledger in one SQLite file (WAL). One owner process (a lock file says who); one
/// thread, the one that opened it. Whatever a person asks of it goes through here.
///
/// Failure: a batch is one transaction; when it fails nothing of it is written, write() says why
/// and the caller fails closed (holds in it are refused). A damaged or newer database is an error
/// at open(), never silently replaced.
class Ledger
{
public:
    /// Creates or migrates the file. Unavailable when another process owns it, naming its pid.
    [[nodiscard]] static Result<std::unique_ptr<Ledger>> open(const QString &path,
                                                              Durability durability);
    /// Beside the owner, in any one thread: reads only, and what stood in the file at this moment.
    /// Do not keep it long; the WAL cannot shrink meanwhile.
    [[nodiscard]] static Result<std::unique_ptr<Ledger>> openReader(const QString &path);
    ~Ledger();
    Ledger(const Ledger &) = delete;
    Ledger &operator=(const Ledger &) = delete;

    /// One transaction, in order. Idempotent by request id and attempt: a hold or settlement that
    /// is already there is skipped, with its deltas.
    /// InvalidInput names a record that no retry will make right (a negative amount).
    [[nodiscard]] Outcome write(const std::vector<LedgerRecord> &batch);

    [[nodiscard]] Result<LedgerState> load();

    /// Spend since `from` per combination of the selector's wildcard values and rolling slot, for
    /// a budget that starts counting in the middle of its window: `from` is the beginning of the
    /// window that contains `now`; of a rolling one the oldest slot that still counts; never before
    /// the last reset. Counts by admission. A selector with tags reads each entry of the window,
    /// others the roll-ups.
    [[nodiscard]] Result<std::vector<BudgetEngine::Opening>> openingsFor(const Budget &budget,
                                                                         Time now);

    struct Sum
    {
        Money cost;
        qint64 calls = 0;
        TokenUsage usage; ///< of no quality of its own

        Sum &operator+=(const Sum &more);
        friend bool operator==(const Sum &, const Sum &) = default;
    };
    /// All charges admitted in [from, to), from the roll-ups where the range allows.
    [[nodiscard]] Result<Sum> sum(Time from, Time to);
    /// The same, per value of one dimension, dearest first.
    [[nodiscard]] Result<std::vector<std::pair<QByteArray, Sum>>>
    sumBy(Dimension dimension, Time from, Time to);

    /// All charges, from the entries themselves: as slow as there are many.
    [[nodiscard]] Result<Sum> sumOfEntries();

    struct ModelSum
    {
        QByteArray provider;
        QByteArray model;
        Sum sum;
    };
    /// The same, per provider and model.
    [[nodiscard]] Result<std::vector<ModelSum>> sumByModel(Time from, Time to);

    /// Calls in [from, to) that were not let through.
    [[nodiscard]] Result<qint64> refusals(Time from, Time to);

    /// What exporters are told of, in the same transactions (core/telemetry/outbox.h).
    [[nodiscard]] Outbox &outbox();
    [[nodiscard]] Result<std::vector<OutboxStanding>> outboxStandings();
    /// Who has been told of the alerts, and which are acknowledged.
    [[nodiscard]] AlertMarks &alertMarks();

    /// Pages of 4 KiB in the WAL. After all of them were moved into the database it begins anew.
    [[nodiscard]] int walPages() const;
    /// Moves what stands in the WAL into the database, waiting for the disk; see also Checkpoint.
    /// At 16,000 pages it happens by itself.
    [[nodiscard]] Outcome checkpoint();

    /// Forgets what is older than the rules allow, in one small step. True when there may be more.
    [[nodiscard]] Result<bool> prune(const Retention &rules, Time now);
    /// Packs roll-ups of what is over, so that reports are quick (core/ledger/packedsums.h), in one
    /// small step. True when there may be more.
    [[nodiscard]] Result<bool> packSums(Time now);

    /// Calls that were charged at their bound after a crash, newest first, with the last correction
    /// of each.
    struct RecoveredCall
    {
        RequestId id;
        int attempt = 1;
        Time admittedAt{};
        Time chargedAt{};
        Attribution attribution;
        TokenUsage usage; ///< as charged: all tokens of the bound as input
        Money cost;
        std::optional<CorrectionRecord> corrected; ///< without what the ledger fills in

        [[nodiscard]] Money costNow() const { return corrected ? corrected->cost : cost; }
        [[nodiscard]] const TokenUsage &usageNow() const
        {
            return corrected ? corrected->usage : usage;
        }
    };
    [[nodiscard]] Result<std::vector<RecoveredCall>> recoveredCalls(int most);
    /// NotFound when there is none, or none any more.
    [[nodiscard]] Result<RecoveredCall> recoveredCall(const RequestId &id, int attempt);

    /// Adds everything up again from the entries, compares with roll-ups and stored totals, and
    /// walks the chain over all entries. A sentence per difference; empty is good.
    [[nodiscard]] Result<std::vector<QString>> verify();

private:
    struct Private;
    explicit Ledger(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace core
