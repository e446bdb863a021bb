// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/alerts/alertcentre.h"

#include "app/viewmodels/formatting.h"
#include "app/viewmodels/sentences/sentences.h"

#include <algorithm>

AlertCentre::AlertCentre(QObject *parent)
    : QObject(parent)
    , m_zone(QTimeZone::utc())
{
    connect(
        &m_open, &AlertListModel::acknowledgeRequested, this, &AlertCentre::acknowledgeRequested);
    connect(&m_open, &AlertListModel::muteRequested, this, &AlertCentre::muteRequested);
    connect(&m_mutes, &MuteDesk::muteRequested, this, &AlertCentre::muteRequested);
    connect(&m_mutes, &MuteDesk::unmuteRequested, this, &AlertCentre::unmuteRequested);
    connect(&m_history,
            &AlertHistoryModel::acknowledgeRequested,
            this,
            &AlertCentre::acknowledgeRequested);
}

void AlertCentre::apply(const core::Snapshot &snapshot)
{
    m_now = snapshot.at;
    m_zone = formatting::zoneOf(snapshot.zone);
    m_open.apply(snapshot);
    m_history.apply(snapshot);
    m_rules.apply(snapshot);
    m_mutes.apply(snapshot);
    const auto webhook = std::ranges::find(
        snapshot.destinations, QByteArray("webhook"), &core::DestinationStatus::type);
    const auto status = webhook == snapshot.destinations.end()
                            ? std::nullopt
                            : std::optional<core::DestinationStatus>(*webhook);
    const QString muteText = muteTextOf(snapshot);
    if (status != m_webhook || muteText != m_muteText) {
        m_webhook = status;
        m_muteText = muteText;
        Q_EMIT changed();
    }
}

QString AlertCentre::muteTextOf(const core::Snapshot &snapshot) const
{
    if (snapshot.alertMutes.empty()) {
        return {};
    }
    const auto everything =
        std::ranges::find(snapshot.alertMutes, QByteArray(), &core::AlertMute::budgetId);
    if (everything == snapshot.alertMutes.end()) {
        return tr("Muted budgets: %1").arg(snapshot.alertMutes.size());
    }
    return everything->until == core::Time::max()
               ? tr("Muted until you unmute")
               : tr("Muted until %1").arg(formatting::when(everything->until, m_now, m_zone));
}

void AlertCentre::acknowledgeAll()
{
    Q_EMIT acknowledgeAllRequested();
}

void AlertCentre::setNotifying(bool notifying)
{
    if (notifying != m_notifying) {
        m_notifying = notifying;
        Q_EMIT notifyChanged();
    }
}

QString AlertCentre::webhookText() const
{
    if (!m_webhook) {
        return tr("No address is set. Slack, Mattermost, Teams and others give one; it is kept as "
                  "a secret under Settings, Credentials.");
    }
    if (isWebhookTroubled()) {
        return sentences::translated(m_webhook->lastError);
    }
    return m_webhook->sent == 0
               ? tr("Ready. Each crossing is told once.")
               : tr("Alerts sent: %1, the last %2.")
                     .arg(formatting::count(m_webhook->sent),
                          formatting::when(m_webhook->lastAcknowledged, m_now, m_zone));
}

void AlertCentre::testWebhook()
{
    m_testing = true;
    m_testText.clear();
    Q_EMIT changed();
    Q_EMIT webhookTestRequested();
}

void AlertCentre::reset()
{
    if (m_testing) {
        m_testing = false;
        Q_EMIT changed();
    }
}

void AlertCentre::takeWebhookTest(const QString &problem)
{
    m_testing = false;
    m_testText =
        problem.isEmpty() ? tr("The test message was taken.") : sentences::translated(problem);
    Q_EMIT changed();
}
