// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/money.h"
#include "core/budget/window.h"
#include "core/ledger/records.h"

#include <optional>
#include <vector>

namespace core {

/// An hour that is over, in which a tenant spent far more than it usually does (S1-33).
struct SpendSpike
{
    QByteArray tenant;
    Span hour{};
    Money cost;
    Money usual; ///< the median of its earlier hours

    friend bool operator==(const SpendSpike &, const SpendSpike &) = default;
};

/// What is usual is read from so many days before the hour, which is never part of it.
inline constexpr std::chrono::hours SpikeHistory{14 * 24};
/// Fewer hours in which anything was spent do not say what is usual (seed S1 looks at as many).
inline constexpr std::size_t LeastUsualHours = 20;

/// What is usual, where `cost` is a spike beside the costs of the earlier hours in which anything
/// was spent: an outlier among them (core/reports/statistics.h), at least double of what is usual,
/// and a cent. Nothing where it is none, or where there are fewer than LeastUsualHours.
[[nodiscard]] std::optional<Money> usualBeside(Money cost, const std::vector<Money> &earlier);

/// The spikes of all tenants in some whole hours, by tenant and time, from the roll-ups.
/// Failure: the ledger's file cannot be read.
[[nodiscard]] Result<std::vector<SpendSpike>> findSpikes(const QString &ledgerFile, Span hours);

/// In the place of a budget's id.
inline const QByteArray SpikeBudget = "spike";
/// As it stands among the alerts: of no budget and no mark; `settled` is what was spent in the
/// hour, which is its window, and `limit` what is usual.
[[nodiscard]] AlertRecord alertOf(const SpendSpike &spike, Time at);
[[nodiscard]] inline bool isSpike(const AlertRecord &alert)
{
    return alert.mark == 0; // a budget's marks are above zero
}

} // namespace core
