// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alerts/alerthistory.h"
#include "core/alerts/alertmarks.h"
#include "core/snapshot.h"
#include "proxy/alerts/webhook.h"
#include "proxy/telemetry/retry.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>

namespace proxy {

class LedgerWriter;

/// Takes the ledger's alerts to the webhook, oldest first, each once:
///  1. reads the next alerts after the cursor, as many as make one readable message;
///  2. passes over what is muted, or too old to be news;
///  3. posts the rest as one message; what is not taken now is sent later;
///  4. moves the cursor once the receiver has taken it, and only then goes on.
/// A receiver that is new begins with the next alert. A kill -9 between the receiver's answer and
/// the cursor's commit, a few milliseconds, is the one case in which a message comes twice: no
/// chat knows how to tell that it has had it. Lives in the alerts' thread.
class AlertCourier : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        QString ledgerFile;
        LedgerWriter &ledger;
        const core::Clock &clock;
        /// The address as it is now; unset: there is no webhook.
        std::function<core::Secret()> address;
        std::function<bool(const core::AlertRecord &)> isMuted;
        std::function<void(const core::DestinationStatus &)> report;
        RetryPolicy policy{};
    };
    static constexpr auto Receiver = "webhook";
    /// A chat shows some lines; more wait for the next message.
    static constexpr int MostInOneMessage = 20;
    /// Nobody raises a cap for what was crossed the day before.
    static constexpr std::chrono::hours News{24};

    explicit AlertCourier(Parts parts);
    ~AlertCourier() override;

    /// Something may be waiting. While it rests until its next try, nothing is tried, unless the
    /// address has become another.
    void look();
    using Done = Webhook::Done;
    void test(const Done &done);

private:
    using State = core::DestinationStatus::State;

    [[nodiscard]] core::Outcome open();
    void send();
    void delivered(const Delivery &delivery);
    void advance(qint64 position, qint64 sent, qint64 passedOver);
    void rest(State state, const Delivery &delivery);
    void endRest();
    void report();

    Parts m_parts;
    UpstreamClient m_client;
    Webhook m_webhook;
    Webhook m_tester;
    std::unique_ptr<core::AlertHistory> m_history;
    std::optional<core::AlertCursor> m_cursor;
    core::Secret m_address; ///< that was tried last
    std::vector<core::StoredAlert> m_sending;
    qint64 m_sendingTo = 0; ///< the cursor once that is taken
    qint64 m_passedOver = 0;
    State m_state = State::Idle;
    QString m_message;
    int m_attempt = 0;
    QTimer m_timer; ///< of the next try
};

} // namespace proxy
