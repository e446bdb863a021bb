// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/budget/budgetengine_p.h"

#include <algorithm>
#include <utility>

namespace core {

namespace {

bool mayRefuse(const LiveBudget &live, const Series &series)
{
    return live.enforced && !series.yields;
}

/// Room per requested amount, the least first: comparable across units.
bool isTighter(const Shortfall &a, const Shortfall &b)
{
    const auto room = [](const Shortfall &s) {
        return Sum(s.state.cap) - s.state.settled - s.state.held;
    };
    return room(a) * b.requested < room(b) * a.requested;
}

Shortfall shortfall(const LiveBudget &live, const Bucket &bucket, qint64 requested, Time now)
{
    Shortfall result;
    result.state = live.state(bucket.series, &bucket, now);
    result.requested = requested;
    result.onlyHeld = bucket.settled() + requested <= live.capOf(bucket, now);
    result.mayQueue = live.budget.atHard == HardAction::Queue;
    result.queueFor = live.budget.queueFor;
    result.mayClamp = live.budget.clamp;
    return result;
}

struct OpenHold
{
    HoldId id;
    const Hold *hold;
};

/// By how much a bucket is past its cap; only those that are.
using AboveCap = std::map<Bucket *, Sum>;

/// What ending the hold takes off; false, and nothing, where no bucket above its cap gains by it.
bool takeFrom(AboveCap &above, const Hold &hold)
{
    const auto helps = [&](Bucket *bucket) {
        const auto found = above.find(bucket);
        return found != above.end() && found->second > 0 &&
               hold.heldIn(bucket->budget.budget.unit) > 0;
    };
    if (!std::any_of(hold.buckets.begin(), hold.buckets.end(), helps)) {
        return false;
    }
    for (Bucket *bucket : hold.buckets) {
        if (const auto found = above.find(bucket); found != above.end()) {
            found->second -= hold.heldIn(bucket->budget.budget.unit);
        }
    }
    return true;
}

} // namespace

Refusal BudgetEngine::Private::refuse(const Buckets &buckets, const Amounts &bound, Time now)
{
    Refusal refusal;
    refusal.budgets = standings(buckets, now);
    for (Bucket *bucket : buckets) {
        LiveBudget &live = bucket->budget;
        const qint64 requested = bound.in(live.budget.unit);
        if (!live.lacksRoom(*bucket, requested, now)) {
            continue;
        }
        refusal.shortfalls.push_back(shortfall(live, *bucket, requested, now));
        if (!refusal.shortfalls.back().onlyHeld && !live.onTrial) {
            live.announceRefusal(*bucket, now, crossings);
        }
    }
    std::stable_sort(refusal.shortfalls.begin(), refusal.shortfalls.end(), isTighter);
    return refusal;
}

std::optional<BucketState> BudgetEngine::Private::warning(const Buckets &buckets, Time now) const
{
    const Bucket *fullest = nullptr;
    for (const Bucket *bucket : buckets) {
        if (!bucket->budget.isPastFirstMark(*bucket, now)) {
            continue;
        }
        const auto isFuller = [now](const Bucket &a, const Bucket &b) {
            return Sum(saturated(a.committed())) * b.budget.limitOf(&b, now) >
                   Sum(saturated(b.committed())) * a.budget.limitOf(&a, now);
        };
        if (!fullest || isFuller(*bucket, *fullest)) {
            fullest = bucket;
        }
    }
    if (!fullest) {
        return std::nullopt;
    }
    return fullest->budget.state(fullest->series, fullest, now);
}

std::vector<BudgetStanding> BudgetEngine::Private::standings(const Buckets &buckets, Time now)
{
    std::vector<BudgetStanding> standings;
    standings.reserve(static_cast<std::size_t>(buckets.size()));
    for (const Bucket *bucket : buckets) {
        if (!bucket->series.yields && !bucket->budget.onTrial) {
            standings.push_back({bucket->key,
                                 bucket->budget.capOf(*bucket, now),
                                 saturated(bucket->settled()),
                                 saturated(bucket->held())});
        }
    }
    return standings;
}

Headroom BudgetEngine::headroom(const Attribution &attribution, Time now)
{
    Headroom headroom;
    d->forEachMatch(attribution, [&](LiveBudget &live, Series &series) {
        if (!mayRefuse(live, series)) {
            return;
        }
        const Bucket &bucket = live.bucketNow(series, now);
        const qint64 room =
            saturated(std::max<Sum>(0, live.capOf(bucket, now) - bucket.committed()));
        headroom.mayClamp = headroom.mayClamp && live.budget.clamp;
        switch (live.budget.unit) {
        case Unit::Usd:
            headroom.cost = std::min(headroom.cost, Money::fromNanos(room));
            headroom.hasMoneyCap = true;
            break;
        case Unit::Tokens:
            headroom.tokens = std::min(headroom.tokens, room);
            break;
        case Unit::Requests:
            headroom.requests = std::min(headroom.requests, room);
            break;
        }
    });
    return headroom;
}

std::vector<BucketState> BudgetEngine::matching(const Attribution &attribution, Time now)
{
    std::vector<BucketState> states;
    d->forEachMatch(attribution, [&](LiveBudget &live, Series &series) {
        if (!series.yields && !live.onTrial) {
            states.push_back(live.state(series, &live.bucketNow(series, now), now));
        }
    });
    return states;
}

void BudgetEngine::Private::addStates(const LiveBudget &live,
                                      Time now,
                                      std::vector<BucketState> &states)
{
    for (const auto &[values, series] : live.lines) {
        if (series.yields) {
            continue;
        }
        const Bucket *current = live.currentBucket(series, now);
        states.push_back(live.state(series, current, now));
        for (const auto &bucket : series.buckets) {
            if (bucket.get() != current && bucket->running() > 0) {
                states.push_back(live.state(series, bucket.get(), now));
            }
        }
    }
}

std::vector<BucketState> BudgetEngine::states(Time now) const
{
    std::vector<BucketState> states;
    for (const auto &[id, live] : d->budgets) {
        Private::addStates(*live, now, states);
    }
    return states;
}

void BudgetEngine::Private::begin(Reading &reading) const
{
    const std::size_t number = budgets.size(); // growing would move thousands while others wait
    reading.states.reserve(number);
    reading.copiesBudgets = reading.revision != revision;
    if (reading.copiesBudgets) {
        reading.revision = revision;
        reading.budgets.clear();
        reading.budgets.reserve(static_cast<qsizetype>(number));
    }
}

void BudgetEngine::readOn(Reading &reading, std::size_t atLeast, Time now) const
{
    if (reading.last.isNull()) {
        d->begin(reading);
    }
    auto next = reading.last.isNull() ? d->budgets.cbegin() : d->budgets.upper_bound(reading.last);
    const std::size_t enough = reading.states.size() + atLeast;
    for (std::size_t read = 0; next != d->budgets.cend(); ++next, ++read) {
        if (read + reading.states.size() >= enough) {
            return;
        }
        if (reading.copiesBudgets) {
            reading.budgets.push_back(next->second->budget);
        }
        Private::addStates(*next->second, now, reading.states);
        reading.last = next->first;
    }
    reading.isWhole = true;
}

std::optional<BucketState>
BudgetEngine::state(const QByteArray &budgetId, const QByteArray &label, Time now) const
{
    const LiveBudget *live = d->find(budgetId);
    const auto values = live ? live->valuesIn(label) : std::nullopt;
    if (!values) {
        return std::nullopt;
    }
    if (const Series *series = live->find(*values)) {
        return live->state(*series, live->currentBucket(*series, now), now);
    }
    Series unused;
    unused.values = *values;
    unused.label = live->labelOf(*values);
    return live->state(unused, nullptr, now);
}

std::vector<BudgetStanding> BudgetEngine::pastCap(HoldId id, Time now)
{
    const Hold *hold = d->holds.find(id);
    if (!hold) {
        return {};
    }
    Buckets past;
    for (Bucket *bucket : hold->buckets) {
        bucket->budget.touch(*bucket, now);
        if (bucket->budget.isPastCap(*bucket, now)) {
            past.append(bucket);
        }
    }
    return Private::standings(past, now);
}

std::vector<HoldId> BudgetEngine::excess(Time now) const
{
    std::vector<OpenHold> open;
    AboveCap above;
    d->holds.forEach([&](HoldId id, const Hold &hold) {
        open.push_back({id, &hold});
        for (Bucket *bucket : hold.buckets) {
            bucket->budget.touch(*bucket, now);
            if (!bucket->budget.onTrial && bucket->budget.isPastCap(*bucket, now)) {
                above[bucket] = bucket->committed() - bucket->budget.capOf(*bucket, now);
            }
        }
    });
    if (above.empty()) {
        return {};
    }
    std::sort(open.begin(), open.end(), [](const OpenHold &a, const OpenHold &b) {
        return a.hold->serial > b.hold->serial;
    });
    std::vector<HoldId> result;
    for (const OpenHold &candidate : open) {
        if (takeFrom(above, *candidate.hold)) {
            result.push_back(candidate.id);
        }
    }
    return result;
}

std::vector<Crossing> BudgetEngine::takeCrossings()
{
    return std::exchange(d->crossings, {});
}

std::size_t BudgetEngine::openHolds() const
{
    return d->holds.size();
}

void BudgetEngine::prune(Time now)
{
    for (const auto &[id, live] : d->budgets) {
        live->prune(now);
    }
    d->limits.prune(now);
}

} // namespace core
