// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/alerts/alerthistorymodel.h"
#include "app/viewmodels/alerts/alertlistmodel.h"
#include "app/viewmodels/alerts/alertrules.h"
#include "app/viewmodels/alerts/mutedesk.h"

/// All that the alerts page shows and asks for.
class AlertCentre : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the ControlCentre")
    Q_PROPERTY(AlertListModel *open READ open CONSTANT FINAL)
    Q_PROPERTY(AlertHistoryModel *history READ history CONSTANT FINAL)
    Q_PROPERTY(AlertRules *rules READ rules CONSTANT FINAL)
    Q_PROPERTY(QString muteText READ muteText NOTIFY changed FINAL) ///< empty: nothing is muted
    Q_PROPERTY(MuteDesk *mutes READ mutes CONSTANT FINAL)
    /// Crossings are told by the desktop's notifications as well.
    Q_PROPERTY(bool notify READ isNotifying WRITE setNotifying NOTIFY notifyChanged FINAL)
    Q_PROPERTY(bool webhookSet READ isWebhookSet NOTIFY changed FINAL)
    Q_PROPERTY(bool webhookTroubled READ isWebhookTroubled NOTIFY changed FINAL)
    Q_PROPERTY(QString webhookText READ webhookText NOTIFY changed FINAL)
    Q_PROPERTY(bool testing READ isTesting NOTIFY changed FINAL)
    Q_PROPERTY(QString testText READ testText NOTIFY changed FINAL) ///< what the last test said

public:
    explicit AlertCentre(QObject *parent = nullptr);

    void apply(const core::Snapshot &snapshot);
    void reset(); ///< nobody answers the test that is under way
    /// Answers webhookTestRequested(): empty when the message was taken.
    void takeWebhookTest(const QString &problem);

    [[nodiscard]] AlertListModel *open() { return &m_open; }
    [[nodiscard]] AlertHistoryModel *history() { return &m_history; }
    [[nodiscard]] AlertRules *rules() { return &m_rules; }
    [[nodiscard]] const QString &muteText() const { return m_muteText; }
    [[nodiscard]] MuteDesk *mutes() { return &m_mutes; }
    [[nodiscard]] bool isNotifying() const { return m_notifying; }
    void setNotifying(bool notifying);
    [[nodiscard]] bool isWebhookSet() const { return m_webhook.has_value(); }
    [[nodiscard]] bool isWebhookTroubled() const
    {
        return m_webhook && !m_webhook->lastError.isEmpty();
    }
    [[nodiscard]] QString webhookText() const;
    [[nodiscard]] bool isTesting() const { return m_testing; }
    [[nodiscard]] const QString &testText() const { return m_testText; }

    Q_INVOKABLE void acknowledgeAll();
    Q_INVOKABLE void testWebhook();

Q_SIGNALS:
    void changed();
    void notifyChanged();
    void acknowledgeRequested(const core::AlertRecord &alert);
    void acknowledgeAllRequested();
    void muteRequested(const QByteArray &budgetId, core::Time until);
    void unmuteRequested(const QByteArray &budgetId);
    void webhookTestRequested();

private:
    [[nodiscard]] QString muteTextOf(const core::Snapshot &snapshot) const;

    AlertListModel m_open;
    AlertHistoryModel m_history;
    AlertRules m_rules;
    MuteDesk m_mutes;
    QString m_muteText;
    std::optional<core::DestinationStatus> m_webhook;
    core::Time m_now{};
    QTimeZone m_zone;
    bool m_notifying = true;
    bool m_testing = false;
    QString m_testText;
};
