// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "proxy/pipeline/workercontext.h"
#include "proxy/server/exchange.h"

#include <memory>

namespace proxy {

/// What a proposed budget, price or policy would have done to the recorded traffic: {"budget":{…},
/// "price":{…},"policy":…,"from","to"} (core::whatIfFrom) beside the budgets that are in force.
void adminSimulate(const WorkerContext &worker,
                   const HttpRequest &request,
                   const std::shared_ptr<ClientStream> &client);

} // namespace proxy
