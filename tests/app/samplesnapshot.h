// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snapshot.h"

/// An invented Saturday afternoon, 21 November 2026, 14:32 in Berlin: eight tenants, one near its
/// cap, one full, one paused, eight calls in flight. Sums, forecasts and the parts of each cap
/// agree with each other.
namespace sample {

[[nodiscard]] core::Time afternoon();
[[nodiscard]] core::Money dollars(const char *decimal);
[[nodiscard]] core::Snapshot snapshot();
/// A fresh installation: budgets are set, nothing was ever called.
[[nodiscard]] core::Snapshot untouched();
/// Later that day: the cap of all tenants is reached.
[[nodiscard]] core::Snapshot overCap();
/// That many model servers instead of one; the second is down, the third tells no figures.
[[nodiscard]] core::Snapshot withUpstreams(int count);
/// `seconds` before the afternoon, with burn going up and down: a history for the chart.
[[nodiscard]] core::Snapshot earlier(int seconds);

/// The afternoon with budgets of other kinds beside: of an agent, in tokens ("b-tokens": research,
/// 12,000 a day, 3,000 settled, 500 held), for each agent ("b-each", two counters).
[[nodiscard]] core::Snapshot withBudgets();

/// A daily USD budget of that tenant ("" for all) with soft marks at 80 % and 95 %.
[[nodiscard]] core::Budget
dailyBudget(const QByteArray &id, const QByteArray &tenant, core::Money limit);
[[nodiscard]] core::BucketState bucketOf(const core::Budget &budget, core::Time at);
/// With its bucket, in which the highest mark that this passes is crossed.
void add(core::Snapshot &snapshot,
         const core::Budget &budget,
         core::Money spent,
         core::Money held,
         core::Money burn);

} // namespace sample
