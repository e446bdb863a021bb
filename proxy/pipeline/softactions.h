// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/budget/budget.h"
#include "proxy/pipeline/requestcontext.h"
#include "proxy/pipeline/target.h"
#include "proxy/pipeline/workercontext.h"

#include <vector>

namespace proxy {

/// The targets to serve a call with instead.
struct Downgrade
{
    std::vector<Target> targets; ///< empty: none
    QByteArray budget;           ///< the id of the one that asked for it
};

/// Of the first rule of these budgets that names the call's model and leads to one that is served,
/// priced, and costs less for this call (S1-22).
[[nodiscard]] Downgrade downgradeFor(const WorkerContext &worker,
                                     const RequestContext &context,
                                     const std::vector<core::Budget> &budgets);

/// Tools that these budgets take out of the request (S1-23).
[[nodiscard]] std::vector<QByteArray> disabledTools(const std::vector<core::Budget> &budgets);

} // namespace proxy
