// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/whatif/whatif.h"

#include <QByteArray>

namespace core {

/// The budgets that the ledger has now.
[[nodiscard]] Result<std::vector<Budget>> storedBudgets(const QString &ledgerFile);

/// The same with one of them changed, or one more.
[[nodiscard]] std::vector<Budget> withBudget(std::vector<Budget> budgets, const Budget &proposed);

/// A question as a request's body puts it: {"budget":{…},"price":{…},"policy":…,"from","to"},
/// budget and price as the admin routes take them, the policy as an object or as the text of a
/// file, from and to as reports take them; `stored` are the budgets that the proposed one stands
/// among, `around` the routes and prices that a policy needs. InvalidInput names the member that is
/// wrong.
[[nodiscard]] Result<WhatIfQuestion> whatIfFrom(const QByteArray &json,
                                                std::vector<Budget> stored,
                                                Time now,
                                                const ProposedPolicy &around = {});

[[nodiscard]] QByteArray toJson(const WhatIfAnswer &answer);

} // namespace core
