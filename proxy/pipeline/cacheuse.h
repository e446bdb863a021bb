// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "proxy/pipeline/requestcontext.h"
#include "proxy/pipeline/workercontext.h"

#include <QByteArray>

namespace proxy {

struct RelayEnd;

/// Who an answer from the cache is counted under, where others have a provider.
inline constexpr QByteArrayView CacheProvider = "cache";

/// What the caller's Cache-Control allows (RFC 9111): no-cache asks for a fresh answer, no-store
/// wants none to be kept either.
struct CacheUse
{
    QByteArray key; ///< empty: no use at all
    bool mayLook = true;
};

/// The key of an attributed request: a digest of its tenant, path, model, and body but for `user`
/// and `metadata`, which say who asks and not what. So one tenant never gets what another was
/// answered. No use unless the model's owner switched it on.
[[nodiscard]] CacheUse cacheUseOf(const WorkerContext &worker, const RequestContext &context);

/// Keeps a complete answer of a call that was served just as it asked to be.
void keepAnswer(const WorkerContext &worker, const RequestContext &context, const RelayEnd &end);

/// What a call answered from the cache costs: nothing, and says why.
[[nodiscard]] core::Price cachePrice();

} // namespace proxy
