// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/budget/window.h"
#include "core/ledger/packedsums.h"
#include "core/reports/attributionset.h"

#include <QHash>

#include <functional>
#include <optional>
#include <vector>

namespace core {

/// Sums per attribution of what was admitted in a span: whole days, hours and quarters from packed
/// roll-ups, then whole minutes, the rest from the entries, so that the cost depends on how many
/// attributions and days there are and not on how many calls.
///
/// Failure: the connection's error.
class CostSums
{
public:
    explicit CostSums(Connection &connection);

    /// Of `wanted` attributions only, where that is given.
    [[nodiscard]] Result<QHash<qint64, CostSum>> in(Span span,
                                                    const std::optional<AttributionSet> &wanted);
    /// The same of several periods; an attribution may be told of several times in each.
    using AddTo = std::function<void(std::size_t period, qint64 attribution, const CostSum &sum)>;
    [[nodiscard]] Outcome inEach(const std::vector<Span> &periods, const AddTo &add);
    /// The first and the last admission there is; an empty span when there is none.
    [[nodiscard]] Result<Span> extent();

private:
    using Add = std::function<void(qint64 attribution, const CostSum &sum)>;
    [[nodiscard]] bool addUp(Span span, std::size_t level, const Add &add);
    [[nodiscard]] bool addRest(Span span, const Add &add);
    [[nodiscard]] bool addRows(Statement &rows, const Add &add);

    Connection &m_connection;
    PackedSums m_packed;
    Statement m_minutes;
    Statement m_entries;
};

} // namespace core
