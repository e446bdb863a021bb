// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/budget/budgetindex.h"
#include "core/budget/holdtable.h"

#include <map>

namespace core {

/// The engine's state. A call's way through it:
/// 1. admit: the index names the matching budgets, each gives its series and bucket of now;
/// 2. when all have room, and the rate limits too, each holds the bound, and the hold remembers
///    those buckets and what it took of the limits;
/// 3. meter and settle go straight to the hold's buckets, whatever time it is by then.
struct BudgetEngine::Private
{
    std::map<QByteArray, std::unique_ptr<LiveBudget>> budgets; ///< by id
    std::map<QByteArray, std::unique_ptr<LiveBudget>> trials;  ///< by id
    std::map<QByteArray, EpochBook> epochs;                    ///< by id, also of removed budgets
    BudgetIndex index;
    HoldTable holds;
    RateLimiter limits;
    std::vector<Crossing> crossings;
    Time nextRaiseEnd = Time::max(); ///< or earlier
    quint64 revision = 0;            ///< of the budgets, not of what is spent
    /// By definition: told of a budget that is gone or has another shape, should it come back.
    std::map<QByteArray, std::vector<Mark>> formerMarks;

    [[nodiscard]] LiveBudget *find(const QByteArray &budgetId) const;
    /// The budget of that shape, or the one on trial; null when neither has it.
    [[nodiscard]] LiveBudget *withDefinition(const QByteArray &definition) const;
    /// The series of every budget that matches, made on first use.
    template <class Visit>
    void forEachMatch(const Attribution &attribution, Visit &&visit);
    [[nodiscard]] Buckets bucketsNow(const Attribution &attribution, Time now);

    /// Where a charge belongs that was admitted then.
    [[nodiscard]] static Bucket &bucketFor(LiveBudget &live, Series &series, Time admittedAt);
    [[nodiscard]] Refusal refuse(const Buckets &buckets, const Amounts &bound, Time now);
    /// The state of the fullest bucket among those past their first soft mark.
    [[nodiscard]] std::optional<BucketState> warning(const Buckets &buckets, Time now) const;
    /// Of every budget that this call is judged by, as they are now.
    [[nodiscard]] static std::vector<BudgetStanding> standings(const Buckets &buckets, Time now);
    /// Puts a budget's counters on or off the open holds, when it comes, changes shape or goes.
    void attachHolds(LiveBudget &live);
    void detachHolds(const LiveBudget &live);
    void attach(Hold &hold, LiveBudget &live);

    /// Whether the rate limits let a running call be bound to more than now.
    [[nodiscard]] static bool hasRateRoom(const Hold &hold, const Amounts &bound, Time now);

    /// Some budget is another one from now on.
    void revise();
    void install(const Budget &budget, Time now, const std::vector<Opening> &openings);
    void uninstall(LiveBudget &live);
    /// Takes it out of everything but the map that owns it.
    void detach(LiveBudget &live);
    void recallMarks(const LiveBudget &live);
    void rememberMarks(const LiveBudget &live);
    void restoreMark(const Mark &mark);
    /// Announces what a change of limits put past a mark, and notes when a raise will end.
    void announceAll(LiveBudget &live, Time now);
    void markYielding(LiveBudget &live, Series &series) const;
    /// After an exact budget came or went.
    void refreshYielding(const Budget &exact);
    [[nodiscard]] Bucket *bucketOf(const BucketKey &key);
    void begin(Reading &reading) const;
    static void addStates(const LiveBudget &live, Time now, std::vector<BucketState> &states);
};

template <class Visit>
void BudgetEngine::Private::forEachMatch(const Attribution &attribution, Visit &&visit)
{
    index.forEachCandidate(attribution, [&](LiveBudget &live) {
        const std::size_t known = live.lines.size();
        Series *series = live.seriesOf(attribution);
        if (!series) {
            return;
        }
        if (live.lines.size() != known) {
            markYielding(live, *series);
        }
        visit(live, *series);
    });
}

[[nodiscard]] Amounts nonNegative(const Amounts &amounts);
[[nodiscard]] bool isAbove(const Amounts &used, const Amounts &bound);
/// What a rate limit counts of these.
[[nodiscard]] RateUse rateUse(const Amounts &amounts);
/// From one amount to another.
[[nodiscard]] RateUse rateChange(const Amounts &from, const Amounts &to);

} // namespace core
