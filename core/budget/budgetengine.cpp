// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/budget/budgetengine.h"

#include "core/budget/budgetengine_p.h"

#include <algorithm>

namespace core {

qint64 Amounts::in(Unit unit) const
{
    switch (unit) {
    case Unit::Usd:
        return cost.nanos();
    case Unit::Tokens:
        return tokens;
    case Unit::Requests:
        break;
    }
    return requests;
}

// A negative amount would make room that nobody paid for.
Amounts nonNegative(const Amounts &amounts)
{
    return {std::max(amounts.cost, Money()),
            std::max<qint64>(amounts.tokens, 0),
            std::max<qint64>(amounts.requests, 0)};
}

bool isAbove(const Amounts &used, const Amounts &bound)
{
    return used.cost > bound.cost || used.tokens > bound.tokens || used.requests > bound.requests;
}

BudgetEngine::BudgetEngine()
    : d(std::make_unique<Private>())
{}

BudgetEngine::~BudgetEngine() = default;

Buckets BudgetEngine::Private::bucketsNow(const Attribution &attribution, Time now)
{
    Buckets buckets;
    forEachMatch(attribution, [&](LiveBudget &live, Series &series) {
        buckets.append(&live.bucketNow(series, now));
    });
    return buckets;
}

Admission BudgetEngine::admit(const Attribution &attribution, const Amounts &asked, Time now)
{
    const Amounts bound = nonNegative(asked);
    const Buckets buckets = d->bucketsNow(attribution, now);
    for (const Bucket *bucket : buckets) {
        if (bucket->budget.lacksRoom(*bucket, bound.in(bucket->budget.budget.unit), now)) {
            return d->refuse(buckets, bound, now);
        }
    }
    RateLimiter::Claims claims = d->limits.matching(attribution, now);
    if (auto shortfall = RateLimiter::shortfall(claims, rateUse(bound), now)) {
        return Refusal{{}, std::move(shortfall), Private::standings(buckets, now)};
    }
    RateLimiter::take(claims, rateUse(bound));
    std::vector<BudgetStanding> standings = Private::standings(buckets, now);
    const auto [id, hold] = d->holds.add();
    hold->attribution = attribution;
    hold->bound = bound;
    hold->metered = {Money(), 0, 0};
    hold->admittedAt = now;
    hold->buckets = buckets;
    hold->claims = claims;
    bool isPastMark = false;
    for (Bucket *bucket : buckets) {
        bucket->open(bound.in(bucket->budget.budget.unit));
        isPastMark = isPastMark || bucket->budget.isPastFirstMark(*bucket, now);
    }
    const RateStanding rate = RateLimiter::standing(claims, now);
    return Admitted{id,
                    isPastMark ? d->warning(buckets, now) : std::nullopt,
                    rate.limitsNothing() ? std::nullopt : std::optional(rate),
                    std::move(standings)};
}

bool BudgetEngine::rebind(HoldId id, const Amounts &asked, Time now)
{
    Hold *hold = d->holds.find(id);
    if (!hold) {
        return false;
    }
    const Amounts bound = nonNegative(asked);
    const auto more = [&](const Bucket &bucket) {
        const Unit unit = bucket.budget.budget.unit;
        return stillHeld(bound, hold->metered, unit) - hold->heldIn(unit);
    };
    for (Bucket *bucket : hold->buckets) {
        bucket->budget.touch(*bucket, now);
        if (more(*bucket) > 0 && bucket->budget.lacksRoom(*bucket, more(*bucket), now)) {
            return false;
        }
    }
    if (bound.tokens > hold->bound.tokens && !d->hasRateRoom(*hold, bound, now)) {
        return false;
    }
    for (Bucket *bucket : hold->buckets) {
        bucket->changeHeld(more(*bucket));
    }
    RateLimiter::correct(hold->claims, rateChange(hold->bound, bound));
    hold->bound = bound;
    return true;
}

bool BudgetEngine::meter(HoldId id, const Amounts &soFar, Time now)
{
    Hold *hold = d->holds.find(id);
    if (!hold) {
        return false;
    }
    const Amounts after{std::max(hold->metered.cost, soFar.cost),
                        std::max(hold->metered.tokens, soFar.tokens),
                        std::max(hold->metered.requests, soFar.requests)};
    bool mayGoOn = true;
    for (Bucket *bucket : hold->buckets) {
        LiveBudget &live = bucket->budget;
        const Unit unit = live.budget.unit;
        const qint64 rise = after.in(unit)-hold->metered.in(unit);
        live.touch(*bucket, now);
        bucket->changeHeld(stillHeld(hold->bound, after, unit) - hold->heldIn(unit));
        bucket->book(rise, live.slotAt(hold->admittedAt));
        bucket->series.burn.add(rise, now);
        live.announce(*bucket, now, d->crossings);
        const bool isOver = after.in(unit) > hold->bound.in(unit);
        const bool mustEnd =
            (isOver && live.isPastCap(*bucket, now)) || live.isOverspent(*bucket, now);
        mayGoOn = mayGoOn && (!mustEnd || live.onTrial);
    }
    hold->metered = after;
    return mayGoOn;
}

Settled BudgetEngine::settle(HoldId id, const Amounts &used, Time now)
{
    Settled settled;
    Hold *hold = d->holds.find(id);
    if (!hold) {
        return settled;
    }
    const Amounts actual = nonNegative(used);
    settled.aboveBound = isAbove(actual, hold->bound);
    settled.deltas.reserve(static_cast<std::size_t>(hold->buckets.size()));
    for (Bucket *bucket : hold->buckets) {
        LiveBudget &live = bucket->budget;
        const Unit unit = live.budget.unit;
        const qint64 amount = actual.in(unit);
        const qint64 rise = amount - hold->metered.in(unit);
        live.touch(*bucket, now);
        bucket->close(hold->heldIn(unit));
        bucket->book(rise, live.slotAt(hold->admittedAt));
        bucket->series.burn.add(rise, now);
        if (amount != 0) {
            settled.deltas.push_back(live.delta(*bucket, amount, hold->admittedAt));
        }
        live.announce(*bucket, now, settled.crossings);
    }
    RateLimiter::correct(hold->claims, rateChange(hold->bound, actual));
    RateLimiter::end(hold->claims);
    d->holds.remove(id);
    return settled;
}

void BudgetEngine::release(HoldId id, Time now)
{
    Hold *hold = d->holds.find(id);
    if (!hold) {
        return;
    }
    for (Bucket *bucket : hold->buckets) {
        LiveBudget &live = bucket->budget;
        const qint64 metered = hold->metered.in(live.budget.unit);
        live.touch(*bucket, now);
        bucket->close(hold->heldIn(live.budget.unit));
        bucket->book(-Sum(metered), live.slotAt(hold->admittedAt));
        bucket->series.burn.add(-metered, now);
    }
    RateLimiter::correct(hold->claims, rateChange(hold->bound, {Money(), 0, 0}));
    RateLimiter::end(hold->claims);
    d->holds.remove(id);
}

Bucket &BudgetEngine::Private::bucketFor(LiveBudget &live, Series &series, Time admittedAt)
{
    const EpochBook::Epoch &epoch = live.epochs.current(series.label);
    // What was admitted before a reset belongs to an epoch that counts no more.
    const qint64 number = epoch.number - (admittedAt < epoch.begins ? 1 : 0);
    return live.bucketAt(series, admittedAt, number);
}

Settled BudgetEngine::charge(const Attribution &attribution, const Amounts &used, Time admittedAt)
{
    Settled settled;
    const Amounts actual = nonNegative(used);
    d->forEachMatch(attribution, [&](LiveBudget &live, Series &series) {
        Bucket &bucket = Private::bucketFor(live, series, admittedAt);
        const qint64 amount = actual.in(live.budget.unit);
        bucket.book(amount, live.slotAt(admittedAt));
        if (amount != 0) {
            settled.deltas.push_back(live.delta(bucket, amount, admittedAt));
        }
        live.announce(bucket, admittedAt, settled.crossings);
    });
    return settled;
}

} // namespace core
