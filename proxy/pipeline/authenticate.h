// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/keys/virtualkey.h"
#include "proxy/apierror.h"
#include "proxy/pipeline/workercontext.h"

#include <memory>
#include <optional>

namespace proxy {

/// Who calls: a virtual key, or (where none is required) nobody in particular.
struct Caller
{
    std::shared_ptr<const core::VirtualKey> key;
    std::optional<ApiError> refusal; ///< 401: what to do instead
};

/// Looks for a virtual key in `Authorization: Bearer` and `x-api-key`. One that is unknown, expired
/// or revoked is refused also where none is required: its owner meant something by it. Other texts
/// there are what clients send to servers that ask for nothing. Not recorded in the ledger, which
/// strangers could fill otherwise.
[[nodiscard]] Caller authenticate(const WorkerContext &worker, const HttpRequest &request);

/// The 403 for a model that the key may not use, naming those it may; nothing when it may.
[[nodiscard]] std::optional<ApiError> checkModel(const core::VirtualKey *key,
                                                 const QByteArray &model);

} // namespace proxy
