// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "proxy/pipeline/workercontext.h"

#include <QByteArray>

namespace proxy {

struct Upstream;

/// Where a request that generates nothing (tokenize, version) goes, and what is sent there.
struct FreeCall
{
    Upstream &upstream;
    QByteArray body; ///< with the model's physical name
};

/// By the model that the body names, as a metered call would go; else to the first provider.
[[nodiscard]] FreeCall freeCall(const WorkerContext &worker, QByteArray body);

/// Whether providers of that type have the path; those of vLLM speak for themselves.
[[nodiscard]] bool servesFree(const Upstream &upstream, QByteArrayView path);

} // namespace proxy
