// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "proxy/mailbox.h"
#include "proxy/pipeline/dispatcher.h"
#include "proxy/pipeline/namedroutes.h"
#include "proxy/pipeline/workercontext.h"
#include "proxy/server/httpserver.h"
#include "proxy/upstream/upstreamcall.h"
#include "proxy/upstream/upstreams.h"

#include <QObject>

#include <memory>

namespace proxy {

/// What the workers share; outlives them.
struct SharedParts
{
    const Settings &settings;
    const core::Clock &clock;
    Accounts &accounts;
    const Providers &providers;
    Prices &prices;
    ReportDesk &reports;
    PolicyGate &policy;
    std::shared_ptr<const TlsIdentity> tls; ///< null: plain HTTP
    CallMetrics &metrics;
    Reconciler &reconciler;
    ResponseCache &cache;
    Alerts &alerts;
    const Telemetry &telemetry;
};

/// One event loop's worth of proxy: a listening socket, an upstream client, and the calls between
/// them. Created, used and destroyed in its own thread.
class Worker : public QObject
{
    Q_OBJECT

public:
    Worker(const SharedParts &shared, bool watchesUpstream);
    ~Worker() override;

    [[nodiscard]] core::Result<quint16> listen(quint16 port);
    /// No new calls; idle() once those that run have ended.
    void drain();
    void endAll();
    [[nodiscard]] bool isIdle() const { return m_dispatcher.isIdle(); }

Q_SIGNALS:
    void idle();

private:
    UpstreamClient m_upstream;
    Upstreams m_upstreams;
    Mailbox m_mailbox;
    NamedRoutes m_namedRoutes;
    WorkerContext m_context;
    Dispatcher m_dispatcher;
    HttpServer m_server;
    const Settings &m_settings;
};

} // namespace proxy
