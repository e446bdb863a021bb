// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "proxy/apierror.h"
#include "proxy/pipeline/requestcontext.h"
#include "proxy/pipeline/target.h"
#include "proxy/pipeline/workercontext.h"

#include <vector>

namespace proxy {

/// The model name that leaves the choice to Capstan, where `routing:` is configured.
inline constexpr QByteArrayView AutomaticModel = "auto";

/// Where one call may be served, best first, and why.
struct RoutePlan
{
    std::vector<Target> targets; ///< replicas of the model, then its fallbacks
    core::RouteReason reason = core::RouteReason::Named;
    core::RouteRecord record;
    /// What nobody can be asked for: the answer when `targets` is empty.
    ApiError error;
    bool isKnown = false; ///< the name is configured; asking the providers again adds nothing
};

/// Routes a call that has been attributed:
///  - a name of the configuration: its replicas balanced, then those of its fallbacks, in turn;
///  - another name: the first provider that lists it;
///  - "auto": the router's choice among the models of the request's task type.
[[nodiscard]] RoutePlan planRoute(const WorkerContext &worker, const RequestContext &context);

/// The targets of one name, best first, fallbacks included.
[[nodiscard]] std::vector<Target> targetsOf(const WorkerContext &worker, const QByteArray &name);

/// Those of one configured model alone, balanced.
[[nodiscard]] std::vector<Target> replicasOf(const WorkerContext &worker, const core::Model &model);

/// What a request says of itself in its x-capstan-* headers: task-type, quality, complexity,
/// latency-ms, task-budget-usd. InvalidInput names the header.
[[nodiscard]] core::Result<core::RouteWish> readRouteWish(const HeaderList &headers);

} // namespace proxy
