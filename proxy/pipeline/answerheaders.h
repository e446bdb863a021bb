// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "proxy/pipeline/requestcontext.h"
#include "proxy/pipeline/workercontext.h"
#include "proxy/server/exchange.h"

namespace proxy {

/// Adds what Capstan says of a call: x-capstan-request-id, -model, -overhead-us, and where they
/// apply -cost-usd, -remaining-usd, -clamped-max-tokens and -budget-warning (design section 6).
void addCapstanHeaders(const RequestContext &context, core::Time now, HeaderList &headers);

/// Headers of the client's request that go on to the upstream: not those of this hop (RFC 9110
/// section 7.6.1), not the client's credential, not its trace context (tracecontext.h), not what an
/// untrusted client may not set (vllm-protocol section 1.2).
[[nodiscard]] HeaderList forwardedHeaders(const HeaderList &request);

/// Those, and the trace context with our span in it where this upstream may know of it.
[[nodiscard]] HeaderList upstreamHeaders(const WorkerContext &worker,
                                         const RequestContext &context);

/// Headers of the upstream's answer that go on to the client.
[[nodiscard]] HeaderList relayedHeaders(const HeaderList &answer);

} // namespace proxy
