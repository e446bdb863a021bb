// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alerts/alertmutes.h"
#include "core/base/clock.h"
#include "core/credentials/credential.h"
#include "core/snapshot.h"
#include "proxy/telemetry/exporter.h"
#include "proxy/telemetry/retry.h"

#include <QSet>
#include <QThread>

#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace core {
class Ledger;
struct LedgerState;
} // namespace core

namespace proxy {

class AlertCourier;
class LedgerWriter;

/// What happens to crossings once they are in the ledger: which are acknowledged, which are
/// muted, and the webhook that is told of the rest, in a thread of its own. A change is durable
/// first and then in force. Any thread; answers come from the writer's thread.
///
/// Failure: a webhook that is down costs nothing; its alerts wait in the ledger, for a day.
class Alerts
{
public:
    struct Parts
    {
        QString ledgerFile;
        LedgerWriter &ledger;
        const core::Clock &clock;
        core::Credential webhook; ///< its address
        RetryPolicy policy{};
    };
    explicit Alerts(Parts parts);
    ~Alerts(); ///< stops
    Alerts(const Alerts &) = delete;
    Alerts &operator=(const Alerts &) = delete;

    /// Puts back what was muted and acknowledged. Once, before start().
    [[nodiscard]] core::Outcome restore(const core::LedgerState &state);
    void start();
    /// Before the ledger's writer stops. A message that is under way may be lost unmarked, and
    /// comes again after the next start.
    void stop();

    using Answer = std::function<void(core::Outcome)>;
    void acknowledge(const std::vector<qint64> &alerts, const Answer &answer);
    void acknowledge(const core::AlertRecord &alert, const Answer &answer);
    void acknowledgeAll(const Answer &answer);
    /// From now until then; an empty id is every budget. InvalidInput when `until` is past.
    void mute(const QByteArray &budgetId, core::Time until, const Answer &answer);
    void unmute(const QByteArray &budgetId, const Answer &answer);

    [[nodiscard]] std::vector<core::AlertMute> mutes() const;
    [[nodiscard]] bool hasWebhook() const { return m_parts.webhook.present().isSet(); }
    /// Posts a test message; answers from the alerts' thread with what the receiver said.
    void testWebhook(const Answer &answer);

    /// Changes with what fill() puts in.
    [[nodiscard]] quint64 revision() const;
    void fill(core::Snapshot &snapshot) const;

private:
    using Change = std::function<core::Outcome(core::Ledger &)>;
    void change(const Change &change, const Answer &answer);
    [[nodiscard]] core::Outcome readAcknowledged(core::Ledger &ledger);
    void live(AlertCourier &courier);

    Parts m_parts;
    std::unique_ptr<QThread> m_thread;
    AlertCourier *m_courier = nullptr; ///< lives on the stack of m_thread

    mutable std::mutex m_mutex; ///< guards what follows
    core::AlertMutes m_mutes;
    QSet<QByteArray> m_acknowledged; ///< identities, of the newest alerts
    core::DestinationStatus m_webhook;
    quint64 m_revision = 1;
};

} // namespace proxy
