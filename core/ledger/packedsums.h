// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/connection.h"
#include "core/ledger/costsum.h"

#include <array>
#include <functional>
#include <map>

namespace core {

/// The roll-ups of a slot that is over, of all attributions together in one row of `slot_sum`:
/// reports read that ten times as fast as the rows it was made of, which stay what counts.
/// A trigger makes the row, empty, with a slot's first roll-up, and empties it again whenever one
/// changes: what is packed is never stale, and what is empty is read from the roll-ups.
class PackedSums
{
public:
    /// Seconds of a slot. Quarters of an hour, because some time zones begin their days at one.
    static constexpr std::array<qint64, 3> Granularities{86'400, 3'600, 900};

    explicit PackedSums(Connection &connection);

    /// Packs one slot that was over a while ago; about a millisecond. True when there may be more.
    [[nodiscard]] Result<bool> step(Time now);
    /// What is known of [begins, ends), whole slots of one granularity. False when the connection
    /// failed, or what it holds was never packed.
    using Add = std::function<void(qint64 attribution, const CostSum &sum)>;
    [[nodiscard]] bool read(qint64 granularity, qint64 begins, qint64 ends, const Add &add);

    using Sums = std::map<qint64, CostSum>; ///< by attribution
    /// What the rows of one slot say.
    [[nodiscard]] bool sumsOf(qint64 granularity, qint64 slot, Sums &sums);

private:
    [[nodiscard]] bool readRows(qint64 granularity, qint64 slot, const Add &add);
    [[nodiscard]] bool keep(qint64 granularity, qint64 slot);

    Connection &m_connection;
    Statement m_due;
    Statement m_keep;
    Statement m_packed;
    Statement m_rows;
};

} // namespace core
