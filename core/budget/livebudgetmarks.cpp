// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/budget/livebudget.h"

#include <algorithm>
#include <limits>

namespace core {

namespace {

constexpr Sum Never = std::numeric_limits<qint64>::max() * Sum(2);

/// How full a bucket is when a refusal means that the money is spent, where no soft mark says it.
constexpr int SpentMark = 800'000;

/// Calls for each mark, the cap last; a soft mark on the cap is the cap.
template <class Visit>
void forEachMark(const Budget &budget, Visit &&visit)
{
    for (const int mark : budget.softMarks) {
        if (mark != budget.hardMark) {
            visit(mark);
        }
    }
    visit(budget.hardMark);
}

} // namespace

qint64 LiveBudget::amountOf(int mark, qint64 limit) const
{
    return mark == budget.hardMark ? Budget::capOf(limit, mark) : Budget::markAmountOf(limit, mark);
}

bool LiveBudget::isAnnounced(const Bucket &bucket, int mark, qint64 limit)
{
    return std::any_of(bucket.announced.begin(), bucket.announced.end(), [&](const auto &known) {
        return known.mark == mark && known.limit == limit;
    });
}

void LiveBudget::updateNextMark(Bucket &bucket) const
{
    bucket.nextMark = Never;
    if (onTrial || bucket.series.yields || bucket.epoch != epochOf(bucket.series)) {
        return;
    }
    // Without a raise, whose marks are higher: it must be right when the raise is over, too.
    forEachMark(budget, [&](int mark) {
        if (!isAnnounced(bucket, mark, budget.limit)) {
            bucket.nextMark = std::min<Sum>(bucket.nextMark, amountOf(mark, budget.limit));
        }
    });
}

void LiveBudget::push(Bucket &bucket, int mark, Time now, std::vector<Crossing> &out)
{
    bucket.announced.push_back({mark, limitOf(&bucket, now), now});
    out.push_back({state(bucket.series, &bucket, now), mark, mark == budget.hardMark, now});
}

void LiveBudget::announce(Bucket &bucket, Time now, std::vector<Crossing> &out)
{
    if (bucket.settled() < bucket.nextMark) {
        return;
    }
    const qint64 limit = limitOf(&bucket, now);
    forEachMark(budget, [&](int mark) {
        if (bucket.settled() >= amountOf(mark, limit) && !isAnnounced(bucket, mark, limit)) {
            push(bucket, mark, now, out);
        }
    });
    updateNextMark(bucket);
}

void LiveBudget::announceRefusal(Bucket &bucket, Time now, std::vector<Crossing> &out)
{
    const int spent =
        budget.softMarks.empty() ? std::min(SpentMark, budget.hardMark) : budget.softMarks.back();
    const qint64 limit = limitOf(&bucket, now);
    if (bucket.settled() < amountOf(spent, limit) || isAnnounced(bucket, budget.hardMark, limit)) {
        return;
    }
    push(bucket, budget.hardMark, now, out);
    updateNextMark(bucket);
}

// A rolling window never ends, so its marks are armed again: at most once a window length, and
// only when the total has fallen below the mark in between.
void LiveBudget::rearm(Bucket &bucket, Time now) const
{
    const qint64 limit = limitOf(&bucket, now);
    const auto hasPassed = [&](const Bucket::Announced &known) {
        return now - known.at >= budget.window.length &&
               (known.limit != limit || bucket.settled() < amountOf(known.mark, limit));
    };
    if (std::erase_if(bucket.announced, hasPassed) > 0) {
        updateNextMark(bucket);
    }
}

int LiveBudget::crossedMark(const Bucket *bucket, Sum settled, qint64 limit) const
{
    int highest = 0;
    forEachMark(budget, [&](int mark) {
        if (settled >= amountOf(mark, limit) || (bucket && isAnnounced(*bucket, mark, limit))) {
            highest = mark;
        }
    });
    return highest;
}

Span LiveBudget::stateSpan(const Bucket *bucket, Time now) const
{
    if (!rolls) {
        return bucket ? bucket->span : budget.window.spanAt(now);
    }
    const qint64 slot = slotAt(now);
    const auto oldest = bucket ? bucket->slots().oldestAt(slot) : std::nullopt;
    const Time frees = oldest ? budget.window.slotBegin(*oldest + Window::RollingSlots + 1)
                              : now + budget.window.length;
    return {now - budget.window.length, frees};
}

BucketState LiveBudget::state(const Series &series, const Bucket *bucket, Time now) const
{
    const Sum settled = bucket ? bucket->settledAt(slotAt(now)) : 0;
    BucketState state;
    state.budgetId = budget.id;
    state.label = series.label;
    state.unit = budget.unit;
    state.settled = saturated(settled);
    state.limit = limitOf(bucket, now);
    state.cap = amountOf(budget.hardMark, state.limit);
    state.lastSoftMark = budget.softMarks.empty() ? 0 : budget.softMarks.back();
    state.crossedMark = crossedMark(bucket, settled, state.limit);
    state.span = stateSpan(bucket, now);
    state.mode = budget.mode;
    if (bucket) {
        state.key = bucket->key;
        state.held = saturated(bucket->held());
        state.running = bucket->running();
    }
    if (rolls || state.span.contains(now)) {
        state.perHour = series.burn.perHour(now);
    }
    return state;
}

} // namespace core
