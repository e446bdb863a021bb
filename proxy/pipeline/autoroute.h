// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "proxy/pipeline/routing.h"

namespace proxy {

/// The router's choice for a request that leaves it to Capstan (core/routing/router): the models of
/// its task type, each with the best of its replicas, its estimated cost and its measured latency,
/// beside the budgets that it counts in. Fallbacks are those that the router puts next.
[[nodiscard]] RoutePlan planAutomatic(const WorkerContext &worker, const RequestContext &context);

} // namespace proxy
