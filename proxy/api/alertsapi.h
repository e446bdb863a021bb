// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "proxy/api/routes.h"
#include "proxy/pipeline/workercontext.h"
#include "proxy/server/exchange.h"

#include <memory>

namespace proxy {

/// /api/admin/alerts: GET lists the crossings, newest first, a page at a time, and what is muted.
void adminAlerts(const WorkerContext &worker,
                 const HttpRequest &request,
                 const std::shared_ptr<ClientStream> &client);
/// POST .../acknowledge with {"ids":[…]} or {"all":true}.
void adminAcknowledgeAlerts(const WorkerContext &worker,
                            const HttpRequest &request,
                            const std::shared_ptr<ClientStream> &client);
/// POST .../mute with {"until":TIME} and "budget" for one only; without a time until DELETE.
void adminMuteAlerts(const WorkerContext &worker,
                     const HttpRequest &request,
                     const std::shared_ptr<ClientStream> &client);
/// DELETE .../mute, with ?budget= for one only.
void adminUnmuteAlerts(const WorkerContext &worker,
                       const HttpRequest &request,
                       const std::shared_ptr<ClientStream> &client);
/// POST .../test posts a test message to the webhook and answers with what it said.
void adminTestWebhook(const WorkerContext &worker, const std::shared_ptr<ClientStream> &client);

} // namespace proxy
