// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/servicehost.h"

// What the alerts page asks for.

namespace app {

void ServiceHost::acknowledgeAlert(const core::AlertRecord &alert)
{
    m_service.alerts().acknowledge(alert, answerFor(tr("Acknowledge")));
}

void ServiceHost::acknowledgeAllAlerts()
{
    m_service.alerts().acknowledgeAll(answerFor(tr("Acknowledge all")));
}

void ServiceHost::muteAlerts(const QByteArray &budgetId, core::Time until)
{
    m_service.alerts().mute(budgetId, until, answerFor(QStringLiteral("Mute")));
}

void ServiceHost::unmuteAlerts(const QByteArray &budgetId)
{
    m_service.alerts().unmute(budgetId, answerFor(QStringLiteral("Mute")));
}

void ServiceHost::testWebhook()
{
    m_service.alerts().testWebhook([this](const core::Outcome &outcome) {
        const QString problem = outcome.ok() ? QString() : outcome.error().message;
        QMetaObject::invokeMethod(
            this, [this, problem] { Q_EMIT webhookTested(problem); }, Qt::QueuedConnection);
    });
}

} // namespace app
