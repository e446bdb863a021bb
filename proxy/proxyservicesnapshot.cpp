// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/ledgerwriter.h"
#include "proxy/proxyservice.h"

#include <utility>

namespace proxy {

/// Grows with every change of any of them.
quint64 ProxyService::upstreamRevision() const
{
    quint64 sum = 0;
    for (const auto &provider : m_providers) {
        sum += provider->models.revision();
    }
    return sum;
}

std::shared_ptr<const core::Snapshot> ProxyService::takeSnapshot()
{
    std::optional<core::Snapshot> money = m_accounts->snapshot(m_moneyRevision);
    const quint64 upstream = upstreamRevision();
    const quint64 telemetry = m_telemetry->revision();
    const quint64 alerts = m_alerts->revision();
    if (!money && upstream == m_upstreamRevision && telemetry == m_telemetryRevision &&
        alerts == m_alertsRevision) {
        return nullptr;
    }
    auto snapshot = money ? std::make_shared<core::Snapshot>(std::move(*money))
                          : std::make_shared<core::Snapshot>(*m_lastSnapshot);
    m_moneyRevision = snapshot->revision;
    m_upstreamRevision = upstream;
    m_telemetryRevision = telemetry;
    m_alertsRevision = alerts;
    snapshot->destinations = m_telemetry->status();
    m_alerts->fill(*snapshot);
    snapshot->upstreams.clear();
    for (const auto &provider : m_providers) {
        snapshot->upstreams.push_back(provider->models.status());
    }
    snapshot->listeningOn = url();
    snapshot->ledgerError = m_ledger->lastError().message;
    m_lastSnapshot = snapshot;
    return snapshot;
}

} // namespace proxy
