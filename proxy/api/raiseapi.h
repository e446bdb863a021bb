// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "proxy/pipeline/workercontext.h"
#include "proxy/server/exchange.h"

#include <memory>

namespace proxy {

/// {"id":"b-…","by":20.00,"until":"2026-11-21T23:00:00Z"}: more room until then, in the budget's
/// unit; it falls back by itself. Takes the place of the raise that the budget has.
void adminRaiseBudget(const WorkerContext &worker,
                      const HttpRequest &request,
                      const std::shared_ptr<ClientStream> &client);
/// ?id=b-…: the raise ends now.
void adminEndRaise(const WorkerContext &worker,
                   const HttpRequest &request,
                   const std::shared_ptr<ClientStream> &client);

} // namespace proxy
