// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/spend/lifetimetotals.h"
#include "proxy/pipeline/workercontext.h"
#include "proxy/server/exchange.h"

namespace proxy {

class ClientStream;

/// GET /metrics: the page that Prometheus reads (text format 0.0.4). Free from this machine, from
/// others with the admin token: it tells who spends how much.
void answerMetrics(const WorkerContext &worker, const HttpRequest &request, ClientStream &client);

/// The page itself.
[[nodiscard]] QByteArray metricsPage(const WorkerContext &worker);

/// What the page says of everything that was ever settled, read back from its text.
[[nodiscard]] core::Ledger::Sum sumOnPage(const core::LifetimeTotals &totals);

} // namespace proxy
