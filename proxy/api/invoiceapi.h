// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "proxy/pipeline/workercontext.h"
#include "proxy/server/exchange.h"

#include <memory>

namespace proxy {

/// GET /api/admin/invoices: those that are closed. With ?tenant=&period=2026-10[&zone=]: that
/// one, as it was closed or as it would be now; [&format=csv] its lines for a spreadsheet.
void adminInvoices(const WorkerContext &worker,
                   const HttpRequest &request,
                   const std::shared_ptr<ClientStream> &client);

/// POST /api/admin/invoices {"tenant","period"[,"zone"]}: closes that period; 201 with the invoice.
void adminCloseInvoice(const WorkerContext &worker,
                       const HttpRequest &request,
                       const std::shared_ptr<ClientStream> &client);

/// POST /api/admin/invoices/terms {"tenant","markup_percent"}: "12.5" is a mark-up, "-5" a
/// discount; for what is closed from then on.
void adminInvoiceTerms(const WorkerContext &worker,
                       const HttpRequest &request,
                       const std::shared_ptr<ClientStream> &client);

} // namespace proxy
