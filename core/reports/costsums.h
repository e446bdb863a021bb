// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/money.h"
#include "core/budget/window.h"
#include "core/ledger/connection.h"
#include "core/pricing/tokenusage.h"

#include <QHash>
#include <QSet>

#include <functional>
#include <optional>
#include <vector>

namespace core {

/// What the calls of one attribution add up to.
struct CostSum
{
    qint64 calls = 0;
    Money cost;
    Money largest; ///< the dearest single call
    TokenUsage usage;
    Duration latency{0}; ///< of all calls together
    qint64 failed = 0;   ///< did not complete

    void add(const CostSum &more);
    [[nodiscard]] Money average() const; ///< per call, rounded to the nano-dollar; 0 of none
};

/// Sums per attribution of what was admitted in a span: whole days, hours and minutes from the
/// roll-ups, the rest from the entries, so that the cost depends on how many attributions and days
/// there are and not on how many calls.
///
/// Failure: the connection's error.
class CostSums
{
public:
    explicit CostSums(Connection &connection)
        : m_connection(connection)
    {}

    /// Of `wanted` attributions only, where that is given.
    [[nodiscard]] Result<QHash<qint64, CostSum>> in(Span span,
                                                    const std::optional<QSet<qint64>> &wanted);
    /// The same of consecutive periods, each begun where the one before ends: the roll-up is read
    /// once for all of them.
    using AddTo = std::function<void(std::size_t period, qint64 attribution, const CostSum &sum)>;
    [[nodiscard]] Outcome inEach(const std::vector<Span> &periods, const AddTo &add);
    /// Only what each of them cost, which is read several times as fast.
    [[nodiscard]] Result<std::vector<Money>> costsOf(const std::vector<Span> &periods,
                                                     const std::optional<QSet<qint64>> &wanted);
    /// The first and the last admission there is; an empty span when there is none.
    [[nodiscard]] Result<Span> extent();

private:
    using Add = std::function<void(qint64 attribution, const CostSum &sum)>;
    [[nodiscard]] bool addUp(Span span, std::size_t level, const Add &add);
    [[nodiscard]] bool addRollups(qint64 granularity, Span span, const Add &add);
    [[nodiscard]] bool addEntries(Span span, const Add &add);
    [[nodiscard]] Result<std::vector<Span>> withinExtent(const std::vector<Span> &periods);

    Connection &m_connection;
};

} // namespace core
