// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/budget/bucket.h"
#include "core/budget/burnrate.h"
#include "core/budget/epochbook.h"
#include "core/budget/valuemap.h"

#include <memory>

namespace core {

/// One combination of a budget's wildcard values through all windows and epochs.
struct Series
{
    std::vector<QByteArray> values;
    QByteArray label;
    bool yields = false; ///< another budget names it exactly: counts, and nothing else
    BurnRate burn;
    std::vector<std::unique_ptr<Bucket>> buckets;
    Bucket *current = nullptr; ///< the one found last for "now" in the current epoch
};

/// A budget with its counters.
struct LiveBudget
{
    LiveBudget(const Budget &definition, EpochBook &epochs);
    LiveBudget(const LiveBudget &) = delete;
    LiveBudget &operator=(const LiveBudget &) = delete;

    Budget budget;
    QByteArray definition;
    std::vector<Facet> wildcards;
    ValueMap<Series> lines;
    EpochBook &epochs;
    bool enforced = true;
    bool rolls = false;
    bool onTrial = false; ///< counts and refuses, and nothing else: BudgetEngine::stage()

    /// Limit, marks, mode and actions; the definition stays.
    void change(const Budget &changed);

    // --- series and buckets ----------------------------------------------------------------
    /// Null when the attribution leaves a wildcard's value out.
    [[nodiscard]] Series *seriesOf(const Attribution &attribution);
    [[nodiscard]] Series &seriesWith(const std::vector<QByteArray> &values);
    [[nodiscard]] const Series *find(const std::vector<QByteArray> &values) const;
    /// The wildcards' values in a label such as "tenant:research"; nullopt when it is not one of
    /// this budget.
    [[nodiscard]] std::optional<std::vector<QByteArray>> valuesIn(const QByteArray &label) const;
    [[nodiscard]] QByteArray labelOf(const std::vector<QByteArray> &values) const;

    [[nodiscard]] Bucket &bucketNow(Series &series, Time now);
    [[nodiscard]] Bucket &bucketAt(Series &series, Time admittedAt, qint64 epoch);
    /// The same as bucketNow() without making or moving one; null when there is none.
    [[nodiscard]] Bucket *currentBucket(const Series &series, Time now) const;
    /// After a reset: what was current is not any more.
    void renewEpochs();
    [[nodiscard]] qint64 epochOf(const Series &series) const;
    [[nodiscard]] qint64 slotAt(Time t) const { return rolls ? budget.window.slotAt(t) : 0; }
    [[nodiscard]] BucketDelta delta(const Bucket &bucket, qint64 amount, Time admittedAt) const;
    /// Brings a rolling bucket to now.
    void touch(Bucket &bucket, Time now);
    void prune(Time now);

    // --- judgement -------------------------------------------------------------------------
    [[nodiscard]] qint64 capOf(const Bucket &bucket, Time now) const
    {
        return isRaised(&bucket, now) ? m_raised.cap : m_base.cap;
    }
    [[nodiscard]] qint64 limitOf(const Bucket *bucket, Time now) const
    {
        return budget.limit + (isRaised(bucket, now) ? budget.raise->by : 0);
    }
    [[nodiscard]] bool lacksRoom(const Bucket &bucket, Sum amount, Time now) const
    {
        return enforced && !bucket.series.yields &&
               bucket.committed() + amount > capOf(bucket, now);
    }
    [[nodiscard]] bool isPastCap(const Bucket &bucket, Time now) const
    {
        return lacksRoom(bucket, 0, now);
    }
    /// What was used, without what is held, is above the cap.
    [[nodiscard]] bool isOverspent(const Bucket &bucket, Time now) const
    {
        return enforced && !bucket.series.yields && bucket.settled() > capOf(bucket, now);
    }
    [[nodiscard]] bool isPastFirstMark(const Bucket &bucket, Time now) const
    {
        const Amounts &amounts = isRaised(&bucket, now) ? m_raised : m_base;
        return bucket.committed() >= amounts.firstMark && !bucket.series.yields;
    }
    /// Every mark that settled has reached and nobody was told of.
    void announce(Bucket &bucket, Time now, std::vector<Crossing> &out);
    /// The cap, because a call was refused for want of money that is already spent.
    void announceRefusal(Bucket &bucket, Time now, std::vector<Crossing> &out);
    void updateNextMark(Bucket &bucket) const;

    [[nodiscard]] BucketState state(const Series &series, const Bucket *bucket, Time now) const;

private:
    /// What the limit comes to.
    struct Amounts
    {
        qint64 cap = 0;
        qint64 firstMark = 0; ///< of the first soft mark; beyond any amount without one
    };
    [[nodiscard]] static Amounts amountsOf(const Budget &budget);
    /// A window that is over before the raise is keeps it: its calls were admitted with it. No
    /// bucket: the window of now.
    [[nodiscard]] bool isRaised(const Bucket *bucket, Time now) const
    {
        const bool isOfPast =
            bucket && !rolls && budget.raise && bucket->span.ends <= budget.raise->until;
        return isOfPast || budget.isRaisedAt(now);
    }

    Amounts m_base;
    Amounts m_raised;                      ///< while the raise lasts
    Span m_span{Time::max(), Time::min()}; ///< the window (rolling: the slot) last asked for
    qint64 m_slot = 0;

    [[nodiscard]] Bucket &bucket(Series &series, Span span, qint64 epoch);
    void updateMarks();
    /// The amount of a mark under that limit.
    [[nodiscard]] qint64 amountOf(int mark, qint64 limit) const;
    [[nodiscard]] static bool isAnnounced(const Bucket &bucket, int mark, qint64 limit);
    void push(Bucket &bucket, int mark, Time now, std::vector<Crossing> &out);
    void rearm(Bucket &bucket, Time now) const;
    [[nodiscard]] Span stateSpan(const Bucket *bucket, Time now) const;
    [[nodiscard]] int crossedMark(const Bucket *bucket, Sum settled, qint64 limit) const;
    [[nodiscard]] bool isStale(const Series &series, const Bucket &bucket, Time now) const;
};

} // namespace core
