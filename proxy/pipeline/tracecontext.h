// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/requestid.h"
#include "core/telemetry/telemetrysettings.h"
#include "proxy/server/exchange.h"

#include <QByteArray>

namespace proxy {

/// The client's place in its trace (W3C Trace Context, level 1 and 2). Empty ids: it named none,
/// or none that is valid; the call then begins a trace of its own.
struct TraceContext
{
    QByteArray traceId;  ///< 32 lower-case hex digits, not all zero
    QByteArray parentId; ///< 16 of them
    QByteArray state;    ///< `tracestate` as it came; empty when absent or invalid
    bool sampled = true;

    friend bool operator==(const TraceContext &, const TraceContext &) = default;
};

/// Of the headers `traceparent` and `tracestate`. A traceparent that is invalid, or stands twice,
/// counts as absent, and its tracestate with it.
[[nodiscard]] TraceContext readTraceContext(const HeaderList &headers);

/// The headers for the upstream: the same trace, our span of this call as the parent. Nothing when
/// the upstream is not to know.
[[nodiscard]] HeaderList traceHeaders(const TraceContext &trace,
                                      const core::RequestId &id,
                                      int attempt,
                                      bool isUpstreamLocal, ///< isLocalNetwork()
                                      core::TracePropagation propagation);

} // namespace proxy
