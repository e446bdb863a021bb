// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/budget/budgetorigin.h"

namespace core {

using namespace Qt::StringLiterals;

BudgetOrigin originOf(QByteArrayView budgetId)
{
    return budgetId.startsWith("default:")  ? BudgetOrigin::Default
           : budgetId.startsWith("policy:") ? BudgetOrigin::Policy
                                            : BudgetOrigin::Owner;
}

Outcome checkChangeable(QByteArrayView budgetId)
{
    const QString id = QString::fromUtf8(budgetId);
    switch (originOf(budgetId)) {
    case BudgetOrigin::Default:
        return Error{
            ErrorCode::InvalidInput,
            u"The budget %1 comes from BUDGET_DEFAULT_LIMIT, and is put back at the next start."_s
                .arg(id),
            u"Change BUDGET_DEFAULT_LIMIT and start Capstan again, or set a budget for the one that it is too small for."_s};
    case BudgetOrigin::Policy:
        return Error{
            ErrorCode::InvalidInput,
            u"The budget %1 comes from the policy, and is put back at the next start."_s.arg(id),
            u"Change that rule in the policy's file, and load it again."_s};
    case BudgetOrigin::Owner:
        break;
    }
    return Done{};
}

} // namespace core
