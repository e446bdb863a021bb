// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArrayView>

namespace core {

/// Who made a budget, which its id says.
enum class BudgetOrigin : quint8 {
    Owner,
    Default, ///< "default:<scope>": BUDGET_DEFAULT_LIMIT
    Policy,  ///< "policy:<namespace>:<rule>"
};
[[nodiscard]] BudgetOrigin originOf(QByteArrayView budgetId);

/// The one rule of what may be changed by hand, for HTTP, commands and the window: the owner's
/// budgets. The others are put back at the next start, whatever was changed meanwhile; InvalidInput
/// says so, and where to change them. Any budget may be raised for a while, reset and removed.
[[nodiscard]] Outcome checkChangeable(QByteArrayView budgetId);

} // namespace core
