// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/costsum.h"
#include "core/ledger/names.h"
#include "core/ledger/records.h"

#include <QHash>

#include <array>
#include <utility>

namespace core {

/// What one batch of settlements adds to the roll-ups and to the stored totals of buckets: added
/// up in memory, so that each row is touched once a batch.
///
/// Failure: false, and the connection knows why; the caller rolls back and clears.
class Rollups
{
public:
    /// Seconds of a slot; UTC, so that all time zones can be put together from them.
    static constexpr std::array<qint64, 3> Granularities{86'400, 3'600, 60};
    static constexpr qint64 MicrosPerSecond = 1'000'000;
    /// Of the roll-ups by tag: hours and days.
    static constexpr qint64 FinestOfTags = 3'600;
    /// Old minutes have become quarters of an hour (core/ledger/retention.h); no time has both, so
    /// that whoever asks for minutes asks for these too. The other granularities are kept.
    [[nodiscard]] static constexpr qint64 fadedTo(qint64 granularity)
    {
        return granularity == 60 ? 900 : granularity;
    }
    /// Start of the slot that contains t, in seconds since 1970.
    [[nodiscard]] static qint64 slotOf(Time t, qint64 granularity);

    explicit Rollups(Connection &connection, Names &names);

    /// What one entry adds; negative where a correction takes away.
    /// `tags`: of the call, by their number; 0 is none.
    void add(qint64 attribution, qint64 tags, Time admittedAt, const CostSum &more);
    void add(qint64 bucket, Time slot, qint64 amount);
    /// Sets a bucket's total to begin with, whatever was settled in it before.
    [[nodiscard]] bool open(const BucketDelta &opening);

    [[nodiscard]] bool flush(); ///< writes what was gathered, and clears
    void clear();

private:
    struct Slot
    {
        qint64 granularity = 0;
        qint64 begins = 0;
        qint64 attribution = 0;
        qint64 tags = 0; ///< of m_tagged only
        friend bool operator==(const Slot &, const Slot &) = default;
        friend size_t qHash(const Slot &slot, size_t seed = 0)
        {
            return qHashMulti(seed, slot.granularity, slot.begins, slot.attribution, slot.tags);
        }
    };

    Names &m_names;
    Statement m_addRow;
    Statement m_addTagged;
    Statement m_addTotal;
    Statement m_openTotal;
    QHash<Slot, CostSum> m_rows;
    QHash<Slot, CostSum> m_tagged;
    QHash<std::pair<qint64, qint64>, qint64> m_totals; ///< (slot in µs, bucket) -> amount
};

} // namespace core
