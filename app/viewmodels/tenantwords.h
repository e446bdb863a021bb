// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/standing.h"
#include "core/snapshot.h"

#include <QString>

struct BoundBudget;

/// What the inspector says of a budget, whether a tenant's or one by itself.
namespace tenantwords {

[[nodiscard]] QString standing(Standing::Kind standing); ///< "near"; empty when calm
/// "Daily cap · resets 00:00 Europe/Berlin · audit only".
[[nodiscard]] QString capLine(const BoundBudget &bound, const core::Snapshot &snapshot);
[[nodiscard]] QString standingFigures(const core::BucketState &state); ///< "$287.36 / $480.00"
/// "research" of "tenant:research", "agent crawler": one of a wildcard's counters.
[[nodiscard]] QString counterName(const QByteArray &label);
/// Before its window is counted from zero: what was counted, and what stays.
[[nodiscard]] QString resetQuestion(const core::BucketState &state);
/// "This cannot be undone.", of what Ctrl Z does not take back.
[[nodiscard]] QString forGood();
/// "Calls that are cut do not come back.", of a pause that may cut them.
[[nodiscard]] QString cutForGood();

} // namespace tenantwords
