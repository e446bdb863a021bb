// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reports/reportformat.h"
#include "proxy/pipeline/workercontext.h"
#include "proxy/server/exchange.h"

#include <memory>

namespace proxy {

[[nodiscard]] QByteArray contentType(core::ReportFormat format);

/// GET /api/reports: [{"name","question"}…].
void listReports(ClientStream &client);

/// GET /api/reports/{name}?from&to&format=json|csv|table&… (core::reportQueryFrom); the number of
/// rows before the page was cut out stands in x-total-count.
void answerReport(const WorkerContext &worker,
                  const HttpRequest &request,
                  const std::shared_ptr<ClientStream> &client);

} // namespace proxy
