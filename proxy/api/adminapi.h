// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "proxy/pipeline/workercontext.h"
#include "proxy/server/exchange.h"

#include <QJsonObject>

#include <memory>

namespace proxy {

/// Whether a request may change what is allowed: it carries the admin token, or none is set and
/// it comes from this machine. Answers 401 or 403 itself when not.
[[nodiscard]] bool
mayAdminister(const WorkerContext &worker, const HttpRequest &request, ClientStream &client);

/// The body as one JSON object, read strictly.
[[nodiscard]] core::Result<QJsonObject> objectFrom(const QByteArray &body);

void adminBudgets(const WorkerContext &worker, const std::shared_ptr<ClientStream> &client);
/// A whole budget as JSON (core::Budget::toJson); without an id it is a new one.
void adminSetBudget(const WorkerContext &worker,
                    const HttpRequest &request,
                    const std::shared_ptr<ClientStream> &client);
void adminDeleteBudget(const WorkerContext &worker,
                       const HttpRequest &request,
                       const std::shared_ptr<ClientStream> &client);
/// {"id":"b-…","label":"tenant:research"}; without a label every counter of the budget.
void adminResetBudget(const WorkerContext &worker,
                      const HttpRequest &request,
                      const std::shared_ptr<ClientStream> &client);
void adminInFlight(const WorkerContext &worker, const std::shared_ptr<ClientStream> &client);
/// {"tenant":"research","paused":true,"cut":false}; without a tenant everybody.
void adminPause(const WorkerContext &worker,
                const HttpRequest &request,
                const std::shared_ptr<ClientStream> &client);

} // namespace proxy
