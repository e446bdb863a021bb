// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "proxy/api/routes.h"
#include "proxy/pipeline/workercontext.h"
#include "proxy/server/exchange.h"

#include <memory>

namespace proxy {

/// /api/admin/keys: GET lists the keys' facts, POST makes one and answers with its text (the only
/// time that it is seen), PATCH and DELETE with ?id= change and revoke.
void answerKeyRoute(const WorkerContext &worker,
                    OwnRoute route,
                    const HttpRequest &request,
                    const std::shared_ptr<ClientStream> &client);

/// Where keys are required, a caller sees the budget of the tenant that its key is for; the owner,
/// with the admin token, sees all. Answers 401 or 403 itself when not.
[[nodiscard]] bool
maySeeBudget(const WorkerContext &worker, const HttpRequest &request, ClientStream &client);

} // namespace proxy
