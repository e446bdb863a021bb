// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/budget/selector.h"
#include "core/reports/activity.h"

/// Which calls of the log a budget counts. Pure.
namespace budgetmatch {

/// Calls are not found by their tags: such a budget counts fewer than the filter finds.
[[nodiscard]] bool hasTags(const core::Selector &selector);
/// By the exact values, not by tags: a wildcard is for all calls that name somebody.
[[nodiscard]] core::ActivityFilter
filterFor(const core::Selector &selector, core::Time from, core::Time to);

} // namespace budgetmatch
