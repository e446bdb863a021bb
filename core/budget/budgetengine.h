// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/budget/attribution.h"
#include "core/budget/budget.h"
#include "core/limits/ratelimiter.h"

#include <QByteArray>

#include <limits>
#include <memory>
#include <optional>
#include <variant>
#include <vector>

namespace core {

/// What one call may use at most, or has used, in each unit.
struct Amounts
{
    Money cost;
    qint64 tokens = 0;
    qint64 requests = 1;

    [[nodiscard]] qint64 in(Unit unit) const;
    friend bool operator==(const Amounts &, const Amounts &) = default;
};

/// A hold's handle. Never reused while the engine lives.
enum class HoldId : quint64 { None = 0 };

/// Names one counter for good: budget, the wildcard's values, window and epoch. The ledger keys
/// its stored totals by it.
using BucketKey = QByteArray;

/// A counter's place and figures, as the view, a refusal and /api/budget show them.
struct BucketState
{
    BucketKey key;
    QByteArray budgetId;
    QByteArray label; ///< "tenant:research"; "" for the global bucket
    Unit unit = Unit::Usd;
    qint64 settled = 0; ///< includes what running calls were metered so far
    qint64 held = 0;
    qint64 limit = 0;
    qint64 cap = 0;
    int lastSoftMark = 0; ///< the highest of the budget, parts per million; 0 none
    int crossedMark = 0;  ///< the highest mark reached in this window, parts per million; 0 none
    /// Of the window. Rolling: from now - length to the instant at which the oldest spend leaves
    /// (now + length where there is none).
    Span span;
    qint64 perHour = 0; ///< burn: settled over the last five minutes, as a rate per hour
    int running = 0;    ///< holds open on it
    BudgetMode mode = BudgetMode::Enforce;
};

/// Why a call may not run: each budget without room, with its arithmetic.
struct Shortfall
{
    BucketState state;
    qint64 requested = 0; ///< in the bucket's unit
    /// Room would be enough once the present holds have ended without using anything.
    bool onlyHeld = false;
    bool mayQueue = false;
    std::chrono::seconds queueFor{0};
    bool mayClamp = false;
};
/// A counter when a call was judged, in its unit.
struct BudgetStanding
{
    BucketKey key;
    qint64 cap = 0;
    qint64 settled = 0;
    qint64 held = 0; ///< by other calls

    friend bool operator==(const BudgetStanding &, const BudgetStanding &) = default;
};
struct Refusal
{
    std::vector<Shortfall> shortfalls;     ///< the tightest first; empty: it is the rate limit
    std::optional<RateShortfall> rate{};   ///< every budget has room, but no rate limit's yet
    std::vector<BudgetStanding> budgets{}; ///< all that were asked, with room or without
};
struct Admitted
{
    HoldId hold = HoldId::None;
    /// The fullest matching bucket whose settled + held, this call included, is at or past its
    /// first soft mark: for the warning header.
    std::optional<BucketState> warning;
    std::optional<RateStanding> rate{};    ///< where a rate limit of requests or tokens matches
    std::vector<BudgetStanding> budgets{}; ///< all that were asked, just before this call
};
using Admission = std::variant<Admitted, Refusal>;

/// How much more the tightest matching budget of a unit lets through now.
struct Headroom
{
    Money cost = Money::maximum();
    qint64 tokens = std::numeric_limits<qint64>::max();
    qint64 requests = std::numeric_limits<qint64>::max();
    bool hasMoneyCap = false; ///< some enforced USD budget matches (unpriced models are refused)
    bool mayClamp = true;     ///< every enforced budget that matches allows clamping
};

/// A mark that settled (not held) has reached: exactly once per mark, bucket, window and limit. In
/// a rolling window, which never ends, at most once per window length, and only after the total
/// has fallen below the mark in between: same key, mark and limit, another `at`.
struct Crossing
{
    BucketState state;
    int mark = 0; ///< parts per million of the limit
    /// The mark is the cap itself: settled has reached it, or past the last soft mark (or 80 %
    /// where there is none) a call was refused because less than it asked for is unspent.
    bool hard = false;
    Time at;
};

/// One line of what a settlement does to the stored totals.
struct BucketDelta
{
    BucketKey key;
    qint64 amount = 0;
    Time slot; ///< start of the rolling slot, or of the window
};

/// What the ledger must write together with a settlement, in the same transaction. Its crossings
/// are told here only, not by takeCrossings() again.
struct Settled
{
    std::vector<BucketDelta> deltas;
    std::vector<Crossing> crossings;
    bool aboveBound = false; ///< the call used more than it was held for; charged in full
};

/// The only judge of whether a call may run. Plain, single-threaded, no I/O: proxy/accounts puts
/// it behind a mutex. Each call costs O(matching budgets), independent of history.
///
/// Promise: for every bucket of an enforced budget, settled + held <= cap after each admit().
/// A cap lowered below what is already committed admits nothing until the rest has drained.
/// A settlement above its bound is charged in full (the upstream broke its word) and reported.
class BudgetEngine
{
public:
    BudgetEngine();
    ~BudgetEngine();
    BudgetEngine(const BudgetEngine &) = delete;
    BudgetEngine &operator=(const BudgetEngine &) = delete;

    // --- budgets ---------------------------------------------------------------------------
    /// Stored totals of one bucket, to start from.
    struct Opening
    {
        std::vector<QByteArray> values; ///< of the selector's wildcards, in term order
        Time slot;                      ///< as in BucketDelta
        qint64 amount = 0;
    };
    struct Mark
    {
        BucketKey key;
        int mark = 0;
        qint64 limit = 0;
        Time at{}; ///< of the crossing; in a rolling window it says when to tell again
    };
    /// Adds a budget or changes one (same id). A change of limit, marks, mode or actions keeps the
    /// counters and ignores `openings`; one of selector, window or unit starts from `openings`.
    /// Calls that run at that moment are put on the new counters, in the window of their
    /// admission: a cap may so begin above what is committed, and then admits nothing until it
    /// has drained. `openings` must hold what has settled, and nothing of calls that still run.
    ///
    /// A budget that yieldsToExact counts for every value, but neither refuses nor warns, alerts
    /// or shows for one that a budget in the same unit names exactly (same terms, no wildcard):
    /// so it is complete when that budget goes.
    [[nodiscard]] Outcome
    upsert(const Budget &budget, Time now, const std::vector<Opening> &openings = {});
    /// The openings as stored totals, for the record that the ledger keeps of the upsert. They
    /// replace what it has under these keys.
    [[nodiscard]] std::vector<BucketDelta>
    openingDeltas(const QByteArray &budgetId, const std::vector<Opening> &openings) const;
    /// A budget that is new, or counts something else than before, on trial until it is durable: it
    /// counts and refuses from now on, beside the one it will replace, so that meanwhile neither
    /// cap is passed; it is not shown, tells no marks and ends no call. It begins at zero (with the
    /// calls that run): give it what was spent earlier with openingDeltas() and restore().
    /// A budget is on trial once at a time.
    [[nodiscard]] Outcome stage(const Budget &budget);
    void promote(const QByteArray &budgetId, Time now); ///< ends the trial: it takes its place
    void discard(const QByteArray &budgetId);           ///< ends the trial: as if it never was
    /// Running calls settle without it.
    [[nodiscard]] Outcome remove(const QByteArray &budgetId);
    struct Reset
    {
        QByteArray label; ///< as the counters spell it
        qint64 epoch = 0;
    };
    /// What reset() would begin, so that it can be made durable first.
    [[nodiscard]] Result<Reset> nextReset(const QByteArray &budgetId,
                                          const QByteArray &label) const;
    /// Starts a new epoch: counters at zero, holds of the old epoch settle there. Empty `label`
    /// resets all buckets of the budget. Returns the new epoch for the ledger to keep.
    [[nodiscard]] Result<qint64>
    reset(const QByteArray &budgetId, const QByteArray &label, Time now);
    [[nodiscard]] std::vector<Budget> budgets() const;
    [[nodiscard]] const Budget *budget(const QByteArray &id) const;

    // --- rate limits -----------------------------------------------------------------------
    // Judged together with the budgets: what one of them refuses is not counted by any other.
    /// Adds a rate limit or changes the one with its id. New counts begin empty, with the calls
    /// that run now as running.
    void setLimit(const RateLimit &limit);
    void removeLimit(const QByteArray &id);
    [[nodiscard]] std::vector<RateLimit> limits() const;

    // --- start-up --------------------------------------------------------------------------
    // Budgets first, then these in any order, then charge() for calls that were open.
    /// Puts stored totals back (key as written in a BucketDelta). Keys of unknown budgets, or of
    /// a former selector, window or unit of a budget, are ignored.
    void restore(const BucketKey &key, Time slot, qint64 amount);
    void restoreMark(const Mark &mark); ///< already announced before the restart
    /// `at`: when the reset was; charge() puts what was admitted earlier into the epoch before.
    void
    restoreEpoch(const QByteArray &budgetId, const QByteArray &label, qint64 epoch, Time at = {});

    // --- a call's life ---------------------------------------------------------------------
    [[nodiscard]] Admission admit(const Attribution &attribution, const Amounts &bound, Time now);
    /// Lowers (exact count, clamp) or raises the amount held; raising may be refused: then
    /// nothing changes and false comes back.
    [[nodiscard]] bool rebind(HoldId hold, const Amounts &bound, Time now);
    /// A running call has used this much so far: held turns into settled. Monotonic per hold: a
    /// lower figure than before changes nothing.
    /// False when the caller should end the call: the hold is unknown; or what was used is past
    /// an enforced cap; or this call is past its own bound and settled + held past an enforced
    /// cap, so that it eats what others hold. (A lowered cap alone ends nothing: see excess().)
    bool meter(HoldId hold, const Amounts &soFar, Time now);
    /// The enforced budgets of a running call whose settled + held is past their cap, of which that
    /// call should end. Held is by all calls, that one too. Empty when the hold is unknown.
    [[nodiscard]] std::vector<BudgetStanding> pastCap(HoldId hold, Time now);
    /// Books exactly `actual`, also when it is below what was metered: it is what the ledger has.
    /// A hold that is unknown, or ended before, changes nothing.
    [[nodiscard]] Settled settle(HoldId hold, const Amounts &actual, Time now);
    void release(HoldId hold, Time now); ///< the upstream never saw it: metering is undone, too
    /// Charges without a hold: recovery of calls that were open at a crash, and imports.
    [[nodiscard]] Settled
    charge(const Attribution &attribution, const Amounts &actual, Time admittedAt);
    /// What a correction of such a charge does to the stored totals: `more` than was booked, or
    /// less. Books nothing (and leaves a budget on trial out: its openings will have it).
    [[nodiscard]] std::vector<BucketDelta>
    correctionDeltas(const Attribution &attribution, const Amounts &more, Time admittedAt);
    /// Books them. Keys of budgets that are gone are ignored.
    void adjust(const std::vector<BucketDelta> &deltas, Time now);

    // --- questions -------------------------------------------------------------------------
    [[nodiscard]] Headroom headroom(const Attribution &attribution, Time now);
    [[nodiscard]] std::vector<BucketState> matching(const Attribution &attribution, Time now);
    [[nodiscard]] std::vector<BucketState> states(Time now) const; ///< every live bucket
    /// All budgets and their live buckets, some at a time, for a reader who must not keep others
    /// waiting. In the order of ids; what changes between two turns is seen or not.
    /// A reader who begins with the budgets of an earlier reading and its revision keeps them where
    /// none has changed: to copy ten thousand takes longer than all their buckets.
    struct Reading
    {
        QList<Budget> budgets;
        std::vector<BucketState> states;
        quint64 revision = 0; ///< as the reading began; no two states of any budgets share one
        bool isWhole = false;
        bool copiesBudgets = false; ///< they are others than those it began with
        QByteArray last;            ///< the id of the budget that was read last; null: it begins
    };
    /// Reads on, budget by budget, until `atLeast` more were read or are states, or all.
    void readOn(Reading &reading, std::size_t atLeast, Time now) const;
    /// The bucket of a budget for these wildcard values; zeros when nothing was spent yet.
    [[nodiscard]] std::optional<BucketState>
    state(const QByteArray &budgetId, const QByteArray &label, Time now) const;
    /// Open holds in buckets above their cap, newest first, just enough to fit again.
    [[nodiscard]] std::vector<HoldId> excess(Time now) const;
    /// Crossings since the last call that no Settled carried: from metering, refusals and changes
    /// of budgets.
    [[nodiscard]] std::vector<Crossing> takeCrossings();
    [[nodiscard]] std::size_t openHolds() const;
    /// Whether a raise has ended since the last time. Marks that the lower cap puts behind are then
    /// told, and excess() has calls that fit no more. Costs a comparison until it has.
    [[nodiscard]] bool endRaises(Time now);
    /// Drops buckets without holds, of epochs and (one hour later, should the clock be set back)
    /// windows that are over. Call every minute or so.
    /// Not while `now` may be wrong (ClockJumps): of what is dropped a clock that is set back finds
    /// nothing.
    void prune(Time now);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace core
