// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clockjumps.h"
#include "core/budget/budgetengine.h"
#include "core/keys/keyring.h"
#include "core/ledger/ledger.h"
#include "core/snapshot.h"
#include "core/spend/lifetimetotals.h"
#include "core/spend/spendtotals.h"

#include <QHash>
#include <QString>

#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <vector>

namespace proxy {

class LedgerWriter;

/// Why a running call is ended by Capstan.
enum class EndReason : quint8 { Money, Person, Shutdown };

/// The one door to money that all workers share: the engine behind one mutex (short sections, no
/// I/O inside) and the queue to the ledger's writer. Every method may be called from any thread;
/// callbacks come from the thread that caused them, or the writer's, outside the mutex.
///
/// Failure: fails closed. A hold that cannot be written is not a hold: `durable(false)`.
class Accounts
{
public:
    Accounts(const core::Clock &clock, LedgerWriter &ledger, QByteArray zone);

    /// Puts back what the ledger holds; calls that were open when the process died are charged at
    /// their bound. Once, before the first call.
    void restore(const core::LedgerState &state);
    void restoreSpend(core::Money today,
                      core::Money week,
                      core::Money month,
                      const std::vector<std::pair<QByteArray, core::Money>> &tenantsToday);
    void restoreModels(const std::vector<std::pair<QByteArray, core::Money>> &today);

    void restoreLifetime(const core::LifetimeTotals::TenantSums &tenants,
                         core::LifetimeTotals::ModelSums models);

    // --- a call's life -----------------------------------------------------------------------
    [[nodiscard]] core::Admission admit(const core::Attribution &attribution,
                                        const core::Amounts &bound);
    [[nodiscard]] core::Headroom headroom(const core::Attribution &attribution);
    struct Pause
    {
        core::Time since{};
        bool everybody = false;
    };
    /// Set while a person has paused this tenant, or everybody.
    [[nodiscard]] std::optional<Pause> paused(const QByteArray &tenant);

    /// Makes an admitted call known and its hold durable. `end` is called when money or a person
    /// ends the call; `durable` once the record is committed (true) or could not be (false).
    struct Opening
    {
        core::HoldId hold = core::HoldId::None;
        core::HoldRecord record;
        core::AdmissionRecord admission{}; ///< for admissionOf()
        std::function<void(EndReason)> end;
        std::function<void(bool)> durable;
    };
    void open(Opening opening);
    /// False when a cap is now passed: end the call.
    [[nodiscard]] bool meter(core::HoldId hold, const core::TokenUsage &usage, core::Money cost);

    struct AfterCall
    {
        bool capped = false;     ///< some enforced money budget matches
        core::Money remaining;   ///< of the tightest one
        bool aboveBound = false; ///< the call used more than was held for it
    };
    AfterCall settle(core::HoldId hold, core::SettlementRecord record);
    void release(core::HoldId hold);
    void refuse(core::RefusalRecord record);

    /// Budgets of this call that are past a soft mark, and those of a refusal that would rather
    /// downgrade than refuse.
    [[nodiscard]] std::vector<core::Budget> pastSoftMark(const core::Attribution &attribution);
    [[nodiscard]] std::vector<core::Budget> downgrading(const core::Refusal &refusal);

    /// Calls `wake` once some money may have come free, or not at all when too many wait already.
    [[nodiscard]] bool waitForRoom(std::function<void()> wake);

    // --- the owner's wishes ------------------------------------------------------------------
    using Answer = std::function<void(core::Outcome)>;
    // Changes of one budget follow one another. When the ledger fails, everything is as it was.
    /// Adds or changes a budget; answers once it is durable and counts what was spent before. A
    /// lower cap is in force at once, a higher one when it is durable.
    void setBudget(const core::Budget &budget, const Answer &answer);
    /// A raise in the place of the one it has; none ends it. NotFound without such a budget.
    void raiseBudget(const QByteArray &id, std::optional<core::Raise> raise, const Answer &answer);
    void removeBudget(const QByteArray &id, const Answer &answer);
    void resetBudget(const QByteArray &id, const QByteArray &label, const Answer &answer);
    /// An empty tenant is everybody. Answers once it is durable.
    void setPaused(const QByteArray &tenant, bool paused, const Answer &answer = {});
    void setRateLimit(const core::RateLimit &limit);
    /// Writes what was spent before Capstan, a part at a time; no budget and no total of today
    /// counts it. Answers once all is durable, or at the first error.
    void addHistory(std::vector<core::LedgerRecord> records, const Answer &answer);
    /// Keeps a record that changes no sum: terms, an invoice. Answers once it is durable.
    void keep(core::LedgerRecord record, const Answer &answer);
    /// Calls back, from the writer's thread, once all that was posted so far is in the ledger's
    /// file: whoever asks about the past sees the call that has just ended.
    void whenWritten(std::function<void()> then);
    void endCall(core::HoldId hold, EndReason reason);
    void endCalls(const QByteArray &tenant, EndReason reason); ///< empty: everybody

    // --- calls that were open at a crash -----------------------------------------------------
    using RecoveredCalls = std::vector<core::Ledger::RecoveredCall>;
    /// The newest of them, at most 1,000, corrected or not. Answers in the writer's thread.
    void recoveredCalls(const std::function<void(core::Result<RecoveredCalls>)> &answer);
    /// What such a call really used, as a person says.
    struct Correction
    {
        core::RequestId id;
        int attempt = 1;
        core::TokenUsage usage;
        core::Money cost;
        QByteArray by;
        QByteArray reason;
    };
    /// Puts it in the place of what counts now, in the ledger and then in every budget and total.
    /// NotFound for a call that was not recovered.
    void correct(const Correction &correction, const Answer &answer);
    // --- virtual keys ------------------------------------------------------------------------
    /// Makes a key from the facts a person may set. Answers with the key once it is durable.
    using KeyAnswer = std::function<void(core::Result<core::NewKey>)>;
    void createKey(core::KeyFacts facts, KeyAnswer answer);
    /// Changes what a person may set of the key with this id. NotFound; Conflict when it is revoked
    /// or the tenant is another.
    void changeKey(const core::KeyFacts &facts, Answer answer);
    /// For good, and at once: an error says only that a restart would forget it.
    void revokeKey(const QByteArray &id, Answer answer);
    [[nodiscard]] std::vector<core::KeyFacts> keys(); ///< the oldest first, revoked ones too
    /// For the look-up of each call.
    [[nodiscard]] std::shared_ptr<const core::KeyRing> keyRing();

    // --- questions ---------------------------------------------------------------------------
    [[nodiscard]] std::vector<core::Budget> budgets();
    [[nodiscard]] std::optional<core::BucketState> bucket(const QByteArray &budgetId,
                                                          const QByteArray &label);
    [[nodiscard]] std::vector<core::BucketState> matching(const core::Attribution &attribution);
    /// How a call that runs was let in, which the ledger has once it has settled. Nothing when it
    /// runs no more.
    [[nodiscard]] std::optional<core::AdmissionRecord> admissionOf(core::HoldId hold);
    [[nodiscard]] std::size_t openHolds();
    [[nodiscard]] QString ledgerError() const;     ///< empty: it can be written
    [[nodiscard]] std::size_t ledgerDepth() const; ///< records not yet on the disk
    [[nodiscard]] core::LifetimeTotals lifetime();
    /// The same, with a task for the ledger's writer that finds on the disk exactly what they
    /// hold: nothing is settled between the two.
    [[nodiscard]] core::LifetimeTotals lifetimeAnd(std::function<void(core::Ledger &)> task);
    /// Everything of a Snapshot that money knows; nothing when the revision is still `known`. Sums
    /// and calls are of one moment. Budgets are read some at a time, so that no call waits for
    /// thousands of them; each bucket is whole.
    [[nodiscard]] std::optional<core::Snapshot> snapshot(quint64 known);
    /// Alerts that are in the ledger already, and were not crossed here.
    void addAlerts(const std::vector<core::AlertRecord> &alerts);
    /// Called (any thread) when the snapshot becomes stale; again only after the next snapshot().
    void onStale(std::function<void()> callback);
    /// Drops what ended windows left behind. Every minute or so.
    void tidy();
    /// Lets the ledger forget what is older than the rules allow, in small steps while nothing
    /// else waits for it. Every minute or so.
    void forget(const core::Retention &rules);

private:
    /// The page shows the latest; the ledger has them all.
    static constexpr std::size_t AlertsKept = 200;

    struct Running
    {
        core::RunningCall call;
        core::Attribution attribution;
        core::HoldRecord record;
        core::AdmissionRecord admission;
        std::function<void(EndReason)> end;
        core::Money metered;
    };
    /// What must be done once the mutex is free again.
    struct Aftermath
    {
        std::vector<core::LedgerRecord> records;
        std::vector<std::function<void()>> wakes;
        std::vector<std::function<void(EndReason)>> ends;
        EndReason reason = EndReason::Money;
        std::function<void()> stale;
    };
    void collectCrossings(Aftermath &after);
    void announce(const std::vector<core::Crossing> &crossings, Aftermath &after);
    void collectExcess(Aftermath &after);
    void wakeWaiters(Aftermath &after);
    void markStale(Aftermath &after);
    void finish(Aftermath &&after);
    /// Keeps a call that has ended for the pages that show how.
    void remember(Running &running, core::Ending ending, core::Time now);
    void spend(Running &running, core::Money total, core::Time now);
    /// Copied under the mutex, put together without it.
    struct SnapshotParts
    {
        std::vector<core::SpendTotals::Tenant> tenants;
        std::vector<core::SpendTotals::Tenant> models;
        QHash<QByteArray, core::Time> paused;
        std::vector<core::RunningCall> running;
        std::vector<core::EndedCall> ended;
    };
    void copySums(core::Snapshot &snapshot);
    void copyParts(SnapshotParts &parts, core::Time now);
    /// Budgets of one revision, for all snapshots that are taken until one of them changes.
    struct KnownBudgets
    {
        quint64 revision = 0;
        QList<core::Budget> budgets;
        std::vector<QByteArray> tenants; ///< that they name, in order
    };
    [[nodiscard]] std::shared_ptr<const KnownBudgets> readBudgets(core::Snapshot &snapshot);
    static void fillTenants(core::Snapshot &snapshot,
                            SnapshotParts &parts,
                            const std::vector<QByteArray> &named);
    static void fillRunning(core::Snapshot &snapshot, std::vector<core::RunningCall> running);
    void recover(const core::OpenHold &open, Aftermath &after);
    // accountsbudgets.cpp
    using Change = std::function<core::Outcome(core::Ledger &)>;
    void inTurn(const QByteArray &subject, std::function<void()> change);
    [[nodiscard]] core::Outcome
    postInTurn(const QByteArray &subject, const Answer &answer, const Change &change);
    void writeInTurn(const QByteArray &subject, const Answer &answer, const Change &change);
    void conclude(const QByteArray &subject, const Answer &answer, core::Outcome outcome);
    void beginBudget(const core::Budget &budget, const Answer &answer);
    [[nodiscard]] core::Outcome
    changeBudget(const core::Budget &budget, const core::Budget &before, core::Ledger &ledger);
    void restoreKeys(const std::vector<core::VirtualKey> &keys);
    void installKey(const core::VirtualKey &key);
    [[nodiscard]] core::Result<core::VirtualKey> changeable(const core::KeyFacts &facts);
    void limitKey(const core::KeyFacts &facts);
    [[nodiscard]] core::KeyFacts withUse(core::KeyFacts facts) const;
    void noteKeyUse(const core::HoldRecord &record);
    void storeKeyUses(Aftermath &after);
    [[nodiscard]] core::Outcome countEarlierSpend(const core::Budget &budget, core::Ledger &ledger);
    [[nodiscard]] core::Outcome writeThen(core::Ledger &ledger,
                                          const core::LedgerRecord &record,
                                          const std::function<void()> &apply);
    void settleChange(Aftermath &after);
    void endRaises();
    // accountscorrections.cpp
    [[nodiscard]] core::Outcome correctIn(core::Ledger &ledger, const Correction &correction);
    void book(const core::CorrectionRecord &record, const core::Ledger::RecoveredCall &call);
    void forgetSome(const core::Retention &rules, int steps);
    /// What was before.
    std::optional<core::Time> putPause(const QByteArray &tenant, std::optional<core::Time> since);

    const core::Clock &m_clock;
    core::ClockJumps m_jumps;
    LedgerWriter &m_ledger;

    std::mutex m_mutex;
    core::BudgetEngine m_engine;
    core::SpendTotals m_totals;
    core::SpendTotals m_modelTotals; ///< the same by model
    core::LifetimeTotals m_lifetime;
    std::shared_ptr<const KnownBudgets> m_knownBudgets = std::make_shared<KnownBudgets>();
    QHash<quint64, Running> m_running;      ///< by HoldId
    std::deque<core::EndedCall> m_ended;    ///< newest first
    std::deque<core::AlertRecord> m_alerts; ///< newest first
    QHash<QByteArray, core::Time> m_paused;
    std::optional<core::Time> m_pausedAll;
    std::vector<std::function<void()>> m_waiters;
    /// What waits for the change that is being made durable, by its subject.
    std::map<QByteArray, std::deque<std::function<void()>>> m_turns;
    qint64 m_refusedToday = 0;
    core::Span m_refusedDay{};
    core::Time m_restoredAt{}; ///< when the calls below were charged
    int m_recoveredCalls = 0;
    core::Money m_recoveredCost;
    struct KeyUse
    {
        core::Time at{}; ///< to the minute
        bool isStored = false;
    };
    QHash<QByteArray, KeyUse> m_keyUses; ///< by the key's id
    std::shared_ptr<const core::KeyRing> m_keyRing = std::make_shared<const core::KeyRing>();
    quint64 m_revision = 1;
    bool m_stale = false;
    std::function<void()> m_onStale;
};

} // namespace proxy
