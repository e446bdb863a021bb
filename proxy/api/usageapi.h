// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "proxy/pipeline/workercontext.h"
#include "proxy/server/exchange.h"

#include <memory>

namespace proxy {

/// Usage from before Capstan, as JSON lines (core::parseUsage): counted by reports, once however
/// often it is sent, and charged to no budget that exists already.
void adminImportUsage(const WorkerContext &worker,
                      const HttpRequest &request,
                      const std::shared_ptr<ClientStream> &client);

/// The spans of other programs, as OTLP over HTTP sends them (core::parseSpans): S1's bridge. The
/// answer is OTLP's, 200 with what was not taken.
void takeSpans(const WorkerContext &worker,
               const HttpRequest &request,
               const std::shared_ptr<ClientStream> &client);

} // namespace proxy
