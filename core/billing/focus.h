// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reports/reportcontext.h"

namespace core {

/// Charges in the columns of FOCUS 1.2 (focus.finops.org: the FinOps Open Cost and Usage
/// Specification), all mandatory ones among them. Of a closed period the lines of its invoice,
/// corrections included; of what is not closed yet a row per day, tenant, provider and model.
/// ListCost, ContractedCost and EffectiveCost are what the ledger has; BilledCost is with the
/// tenant's mark-up. Billing periods are months in the query's zone, or what was closed.
[[nodiscard]] Result<Report> focus(ReportContext &context);

} // namespace core
