// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "proxy/worker.h"

#include "proxy/accounts.h"
#include "proxy/metrics/callmetrics.h"

#include <utility>

namespace proxy {

Worker::Worker(const SharedParts &shared, bool watchesUpstream)
    : m_upstreams(shared.settings, shared.providers, m_upstream, shared.clock)
    , m_context{shared.settings,
                shared.clock,
                shared.accounts,
                shared.prices,
                shared.reports,
                m_upstream,
                m_upstreams,
                shared.policy,
                m_mailbox,
                m_namedRoutes,
                shared.metrics,
                shared.reconciler,
                shared.cache,
                shared.alerts,
                shared.telemetry}
    , m_dispatcher(m_context)
    , m_server(
          shared.settings.limits,
          [this](HttpRequest &&request, std::shared_ptr<ClientStream> client) {
              m_dispatcher.handle(std::move(request), std::move(client));
          },
          shared.tls)
    , m_settings(shared.settings)
{
    connect(&m_dispatcher, &Dispatcher::becameIdle, this, &Worker::idle);
    if (watchesUpstream) {
        m_upstreams.startPolling(shared.metrics);
    }
}

Worker::~Worker() = default;

core::Result<quint16> Worker::listen(quint16 port)
{
    return m_server.listen(m_settings.address, port);
}

void Worker::drain()
{
    m_dispatcher.refuseNew();
    m_server.stopListening();
    if (m_dispatcher.isIdle()) {
        Q_EMIT idle();
    }
}

void Worker::endAll()
{
    m_dispatcher.endAll(EndReason::Shutdown);
}

} // namespace proxy
