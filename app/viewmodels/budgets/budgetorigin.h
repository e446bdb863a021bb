// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/budget/budget.h"

namespace budgetorigin {

/// Made by the owner. Those of the environment (BUDGET_DEFAULT_LIMIT) and of the policy are put
/// back at the next start, whatever was changed meanwhile.
[[nodiscard]] inline bool isOwners(const core::Budget &budget)
{
    return !budget.id.startsWith("default:") && !budget.id.startsWith("policy:");
}

} // namespace budgetorigin
