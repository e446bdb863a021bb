// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "proxy/settings.h"

namespace proxy {

class Accounts;
class Alerts;
class CallMetrics;
class Mailbox;
class NamedRoutes;
class PolicyGate;
class Prices;
class ReportDesk;
class Reconciler;
class ResponseCache;
class Telemetry;
class UpstreamClient;
class Upstreams;

/// What every step of a request may use: the shared parts, and those of this worker. References
/// outlive every call.
struct WorkerContext
{
    const Settings &settings;
    const core::Clock &clock;
    Accounts &accounts;
    Prices &prices;
    ReportDesk &reports;
    UpstreamClient &upstream;
    Upstreams &upstreams;
    PolicyGate &policy;
    Mailbox &mailbox;
    NamedRoutes &namedRoutes;
    CallMetrics &metrics;
    Reconciler &reconciler;
    ResponseCache &cache;
    Alerts &alerts;
    const Telemetry &telemetry;
};

} // namespace proxy
