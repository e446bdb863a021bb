// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/budget/bucketkey.h"
#include "core/budget/budgetengine_p.h"

namespace core {

std::vector<BucketDelta> BudgetEngine::openingDeltas(const QByteArray &budgetId,
                                                     const std::vector<Opening> &openings) const
{
    std::vector<BucketDelta> deltas;
    const auto trial = d->trials.find(budgetId);
    const LiveBudget *live = trial == d->trials.end() ? d->find(budgetId) : trial->second.get();
    for (const Opening &opening : openings) {
        if (!live || live->wildcards.size() != opening.values.size()) {
            continue;
        }
        const qint64 epoch = live->epochs.current(live->labelOf(opening.values)).number;
        const Span slot = live->budget.window.spanAt(opening.slot);
        const Time begins = live->rolls ? Time{} : slot.begins;
        deltas.push_back({BucketAddress{live->definition, opening.values, begins, epoch}.toKey(),
                          opening.amount,
                          slot.begins});
    }
    return deltas;
}

Bucket *BudgetEngine::Private::bucketOf(const BucketKey &key)
{
    const auto address = BucketAddress::fromKey(key);
    LiveBudget *live = address ? withDefinition(address->definition) : nullptr;
    if (!live || live->wildcards.size() != address->values.size()) {
        return nullptr;
    }
    Series &series = live->seriesWith(address->values);
    markYielding(*live, series);
    if (address->epoch > live->epochOf(series)) {
        // A reset that was not restored (its budget was removed and came back): the totals of
        // the newest epoch are the ones that count.
        live->epochs.begin(series.label, {address->epoch, {}, 0});
        live->renewEpochs();
    }
    return &live->bucketAt(series, address->begins, address->epoch);
}

void BudgetEngine::restore(const BucketKey &key, Time slot, qint64 amount)
{
    if (Bucket *bucket = d->bucketOf(key)) {
        bucket->book(amount, bucket->budget.slotAt(slot));
    }
}

void BudgetEngine::Private::restoreMark(const Mark &mark)
{
    if (Bucket *bucket = bucketOf(mark.key)) {
        bucket->announced.push_back({mark.mark, mark.limit, mark.at});
        bucket->budget.updateNextMark(*bucket);
    }
}

void BudgetEngine::restoreMark(const Mark &mark)
{
    d->restoreMark(mark);
}

void BudgetEngine::restoreEpoch(const QByteArray &budgetId,
                                const QByteArray &label,
                                qint64 epoch,
                                Time at)
{
    d->epochs[budgetId].begin(label, {epoch, at, 0});
    if (LiveBudget *live = d->find(budgetId)) {
        live->renewEpochs();
    }
}

std::vector<BucketDelta>
BudgetEngine::correctionDeltas(const Attribution &attribution, const Amounts &more, Time admittedAt)
{
    std::vector<BucketDelta> deltas;
    d->forEachMatch(attribution, [&](LiveBudget &live, Series &series) {
        const qint64 amount = more.in(live.budget.unit);
        if (amount != 0 && !live.onTrial) {
            const Bucket &bucket = Private::bucketFor(live, series, admittedAt);
            deltas.push_back(live.delta(bucket, amount, admittedAt));
        }
    });
    return deltas;
}

void BudgetEngine::adjust(const std::vector<BucketDelta> &deltas, Time now)
{
    for (const BucketDelta &delta : deltas) {
        if (Bucket *bucket = d->bucketOf(delta.key)) {
            LiveBudget &live = bucket->budget;
            live.touch(*bucket, now);
            bucket->book(delta.amount, live.slotAt(delta.slot));
            live.announce(*bucket, now, d->crossings);
        }
    }
}

} // namespace core
