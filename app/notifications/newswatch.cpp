// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notifications/newswatch.h"

#include "app/viewmodels/alerts/alertrow.h"
#include "app/viewmodels/formatting.h"
#include "app/viewmodels/notices.h"
#include "app/viewmodels/sentences/sentences.h"
#include "app/viewmodels/upstreamstate.h"
#include "core/alerts/alertmarks.h"

#include <algorithm>
#include <utility>

namespace app {

namespace {

/// A notification shows some lines; the page has the rest.
constexpr std::size_t MostLines = 4;

bool isMuted(const core::AlertRecord &alert, const std::vector<core::AlertMute> &mutes)
{
    return std::ranges::any_of(mutes, [&alert](const core::AlertMute &mute) {
        const bool isAboutIt = mute.budgetId.isEmpty() || mute.budgetId == alert.budgetId;
        return isAboutIt && mute.since <= alert.at && alert.at < mute.until;
    });
}

} // namespace

NewsWatch::NewsWatch(core::Time start, QObject *parent)
    : QObject(parent)
    , m_start(start)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(Gathering);
    connect(&m_timer, &QTimer::timeout, this, &NewsWatch::tell);
}

void NewsWatch::apply(const core::Snapshot &snapshot)
{
    lookAtAlerts(snapshot);
    lookAtUpstreams(snapshot);
    lookAtTraffic(snapshot);
    lookAtDestinations(snapshot);
}

void NewsWatch::lookAtAlerts(const core::Snapshot &snapshot)
{
    QSet<QByteArray> present;
    present.reserve(static_cast<qsizetype>(snapshot.alerts.size()));
    for (const core::AlertRecord &alert : snapshot.alerts) {
        const QByteArray identity = core::alertIdentity(alert);
        present.insert(identity);
        const bool isKnown = m_alerts ? m_alerts->contains(identity) : alert.at < m_start;
        if (isKnown || alert.acknowledged || isMuted(alert, snapshot.alertMutes)) {
            continue;
        }
        const auto budget = std::ranges::find(snapshot.budgets, alert.budgetId, &core::Budget::id);
        const AlertRow row =
            alertwords::rowFor(alert,
                               budget == snapshot.budgets.end() ? nullptr : &*budget,
                               snapshot.at,
                               formatting::zoneOf(snapshot.zone));
        gather({row.title, row.text, row.hard});
    }
    m_alerts = std::move(present);
}

/// One that has never answered is not news: the window says so, and it may be starting.
void NewsWatch::lookAtUpstreams(const core::Snapshot &snapshot)
{
    for (const core::UpstreamStatus &upstream : snapshot.upstreams) {
        const auto before = m_upstreams.constFind(upstream.name);
        const bool isKnown = before != m_upstreams.cend();
        if (!isKnown && !upstream.reachable) {
            continue;
        }
        if (isKnown && *before != upstream.reachable) {
            const QString name = upstreamName(upstream);
            gather(upstream.reachable ? News{tr("%1 answers again").arg(name), {}, false}
                                      : News{tr("%1 does not answer").arg(name),
                                             sentences::translated(upstream.lastError),
                                             true});
        }
        m_upstreams.insert(upstream.name, upstream.reachable);
    }
}

void NewsWatch::lookAtTraffic(const core::Snapshot &snapshot)
{
    for (const core::UpstreamStatus &upstream : snapshot.upstreams) {
        const core::TrafficFinding &traffic = upstream.traffic;
        const bool isFound = traffic.isUnmetered() || traffic.isOurError();
        if (isFound && !m_traffic.value(upstream.name)) {
            const QString name = upstreamName(upstream);
            gather({traffic.isUnmetered() ? tr("Traffic reaches %1 past Capstan").arg(name)
                                          : tr("%1 and Capstan count differently").arg(name),
                    trafficText(traffic, name),
                    false});
        }
        m_traffic.insert(upstream.name, isFound);
    }
}

void NewsWatch::lookAtDestinations(const core::Snapshot &snapshot)
{
    for (const core::DestinationStatus &destination : snapshot.destinations) {
        const bool isBlocked = destination.state == core::DestinationStatus::State::Blocked;
        if (isBlocked && !m_destinations.value(destination.name)) {
            gather({tr("%1 takes nothing").arg(QString::fromUtf8(destination.name)),
                    sentences::translated(destination.lastError),
                    false});
        }
        // It leaves the state for each try, which is not yet a recovery.
        if (isBlocked || destination.state == core::DestinationStatus::State::Idle) {
            m_destinations.insert(destination.name, isBlocked);
        }
    }
}

void NewsWatch::gather(const News &news)
{
    m_gathered.push_back(news);
    if (!m_timer.isActive()) {
        m_timer.start();
    }
}

void NewsWatch::tell()
{
    const std::vector<News> all = std::exchange(m_gathered, {});
    if (all.size() == 1) {
        Q_EMIT told(all.front());
        return;
    }
    const std::size_t shown = all.size() > MostLines ? MostLines - 1 : all.size();
    QStringList lines;
    for (std::size_t i = 0; i < shown; ++i) {
        lines += all[i].title;
    }
    if (shown < all.size()) {
        lines += tr("and %n more", nullptr, static_cast<int>(all.size() - shown));
    }
    Q_EMIT told({tr("%n alerts", nullptr, static_cast<int>(all.size())),
                 lines.join(u'\n'),
                 std::ranges::any_of(all, &News::urgent)});
}

} // namespace app
