// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/budget/budget.h"

namespace core {

/// Whether a budget that is changed from one to the other keeps what it has counted. Else it begins
/// with what the ledger has of its window, since its last reset, and with the calls that run.
[[nodiscard]] inline bool countsTheSame(const Budget &a, const Budget &b)
{
    return a.selector == b.selector && a.window == b.window && a.unit == b.unit;
}

} // namespace core
