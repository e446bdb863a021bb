// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/burnmarks.h"

#include "app/viewmodels/upstreamstate.h"

std::vector<BurnMarks::Mark> BurnMarks::take(const core::Snapshot &snapshot)
{
    std::vector<Mark> marks;
    takePauses(snapshot, marks);
    takeUpstreams(snapshot, marks);
    return marks;
}

void BurnMarks::takePauses(const core::Snapshot &snapshot, std::vector<Mark> &marks)
{
    if (snapshot.pausedAll != m_pausedAll) {
        m_pausedAll = snapshot.pausedAll;
        marks.push_back({snapshot.at, m_pausedAll ? tr("all paused") : tr("all resumed"), false});
    }
    std::map<QByteArray, core::Time> paused;
    for (const core::Snapshot::Tenant &tenant : snapshot.tenants) {
        if (tenant.paused) {
            paused.emplace(tenant.name, tenant.pausedAt);
        }
    }
    for (const auto &[name, since] : paused) {
        if (!m_paused.contains(name)) {
            marks.push_back({since, tr("%1 paused").arg(QString::fromUtf8(name)), false});
        }
    }
    for (const auto &[name, since] : m_paused) {
        if (!paused.contains(name)) {
            marks.push_back({snapshot.at, tr("%1 resumed").arg(QString::fromUtf8(name)), false});
        }
    }
    m_paused = std::move(paused);
}

void BurnMarks::takeUpstreams(const core::Snapshot &snapshot, std::vector<Mark> &marks)
{
    for (const core::UpstreamStatus &status : snapshot.upstreams) {
        const bool wasDown = m_down.contains(status.name);
        if (!status.reachable && !wasDown) {
            m_down.emplace(status.name, status.since);
            marks.push_back({status.since, tr("%1 down").arg(upstreamName(status)), true});
        } else if (status.reachable && wasDown) {
            m_down.erase(status.name);
            marks.push_back({status.since, tr("%1 up again").arg(upstreamName(status)), false});
        }
    }
}
