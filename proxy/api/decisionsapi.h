// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "proxy/pipeline/workercontext.h"
#include "proxy/server/exchange.h"

#include <memory>

namespace proxy {

/// GET /api/admin/decisions?from=&to=&outcome=&rule=&budget=&tenant=…&limit=&before=&format=: the
/// decision log, newest first (core/reports/decisions.h). The next page's place stands in `next`,
/// for every format in the header x-next-page too.
void answerDecisions(const WorkerContext &worker,
                     const HttpRequest &request,
                     const std::shared_ptr<ClientStream> &client);

} // namespace proxy
