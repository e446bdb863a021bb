// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "proxy/pipeline/workercontext.h"
#include "proxy/server/exchange.h"

#include <memory>

namespace proxy {

/// Calls that were open at a crash and charged at their bound, the newest first.
void adminRecovered(const WorkerContext &worker, const std::shared_ptr<ClientStream> &client);

/// {"id":"req-…","attempt":1,"cost_usd":0.0123,"input_tokens":800,"output_tokens":120,
/// "cached_input_tokens":0,"cache_write_tokens":0,"reasoning_tokens":0,
/// "reason":"the provider's invoice","by":"owner"}: what such a call really used.
void adminCorrect(const WorkerContext &worker,
                  const HttpRequest &request,
                  const std::shared_ptr<ClientStream> &client);

} // namespace proxy
