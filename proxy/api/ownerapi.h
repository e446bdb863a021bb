// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "proxy/api/routes.h"
#include "proxy/pipeline/workercontext.h"
#include "proxy/server/exchange.h"

#include <memory>

namespace proxy {

/// Answers what only the owner may ask; that it is the owner has been checked.
void answerOwner(const WorkerContext &worker,
                 OwnRoute route,
                 const HttpRequest &request,
                 const std::shared_ptr<ClientStream> &client);

} // namespace proxy
