// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/money.h"
#include "core/base/result.h"
#include "core/budget/attribution.h"

#include <memory>
#include <vector>

namespace core {

/// What was spent in equal steps of [from, to), by the values of one dimension.
struct SpendHistoryQuery
{
    Dimension by = Dimension::Tenant;
    Time from{};
    Time to{};
    std::chrono::seconds step{60}; ///< whole minutes; from an hour on, whole hours
    std::size_t most = 20;         ///< values with a line of their own: the dearest

    friend bool operator==(const SpendHistoryQuery &, const SpendHistoryQuery &) = default;
};

struct SpendHistory
{
    struct Line
    {
        QByteArray name;
        std::vector<Money> spent; ///< one for each step
    };
    SpendHistoryQuery query;
    std::vector<Line> lines; ///< the dearest first
    std::vector<Money> rest; ///< all other values together
};

/// Reads it from the roll-ups, so that a month costs the same however many calls it had. `from`
/// counts as its whole minute. One thread, the one that opened it.
///
/// Failure: Unavailable when the file cannot be read; InvalidInput for more than 1,000 steps.
class SpendHistoryReader
{
public:
    [[nodiscard]] static Result<std::unique_ptr<SpendHistoryReader>>
    open(const QString &ledgerFile);
    ~SpendHistoryReader();
    SpendHistoryReader(const SpendHistoryReader &) = delete;
    SpendHistoryReader &operator=(const SpendHistoryReader &) = delete;

    [[nodiscard]] Result<SpendHistory> read(SpendHistoryQuery query);

private:
    struct Private;
    explicit SpendHistoryReader(std::unique_ptr<Private> parts);
    std::unique_ptr<Private> d;
};

} // namespace core
