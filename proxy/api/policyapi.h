// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "proxy/pipeline/workercontext.h"
#include "proxy/server/exchange.h"

#include <memory>

namespace proxy {

/// POST /api/policy/reload (S3-16): reads the policy's file again and answers with its version and
/// how many rules it has; 400 with file, line and key when it is not sound, and the old one stays.
void reloadPolicy(const WorkerContext &worker, const std::shared_ptr<ClientStream> &client);

} // namespace proxy
