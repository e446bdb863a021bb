// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "proxy/pipeline/workercontext.h"
#include "proxy/server/exchange.h"

#include <memory>

namespace proxy {

class ClientStream;

/// GET /api/admin/reconcile: what was ever settled, as each place has it, and a sentence for each
/// difference. 200 also when they differ; "agrees" tells.
void adminReconcile(const WorkerContext &worker, const std::shared_ptr<ClientStream> &client);

} // namespace proxy
