// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snapshot.h"
#include "proxy/telemetry/exporter.h"
#include "proxy/telemetry/retry.h"

#include <QObject>
#include <QTimer>

#include <deque>
#include <memory>

namespace proxy {

/// Takes the events of the outbox to one destination, in order, one delivery at a time:
///  1. reads the next events after the cursor;
///  2. delivers them; what is not taken now is sent again, later and under the same ids;
///  3. halves what is refused as a whole, until the one event that is bad stands alone and is
///     given up; everything around it arrives. When one after the other is refused it is not the
///     events: it stops as if blocked;
///  4. moves the cursor to before the oldest event that is not done with.
/// Lives in the telemetry thread.
class Courier : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        std::unique_ptr<Exporter> exporter;
        core::OutboxReader &outbox;
        const core::Clock &clock;
        /// Makes the cursor durable, in its own time.
        std::function<void(const core::OutboxCursor &)> acknowledge;
        /// Events that are done with, taken or refused: for the metrics.
        std::function<void(const Events &)> passed;
        /// status() is another.
        std::function<void()> changed;
    };
    Courier(Parts parts, core::OutboxCursor cursor, RetryPolicy policy);
    ~Courier() override;

    /// Something may be waiting.
    void wake();
    /// Tries at once, whatever it waits for: the network is back, a credential was changed. What is
    /// being sent meanwhile is sent again if it is not taken: it has perhaps the old one.
    void retryNow();
    /// Whether events up to there may be given up: none of them is being sent.
    [[nodiscard]] bool mayDrop(qint64 position) const;
    void drop(qint64 position);

    [[nodiscard]] bool isResting() const { return m_state != State::Sending; }
    [[nodiscard]] const core::OutboxCursor &cursor() const { return m_cursor; }
    /// Without name, type and the queue's length, which the caller knows.
    [[nodiscard]] core::DestinationStatus status() const;

private:
    using State = core::DestinationStatus::State;

    void step();
    [[nodiscard]] bool fetch();
    void leaveOutUnreadable(Events &events);
    void reject(const Events &events, qint64 rejected);
    void delivered(const Delivery &delivery);
    void done(const Delivery &delivery);
    void split(const Delivery &delivery);
    void rest(State state, const Delivery &delivery);
    void settle(const Events &events, qint64 rejected);

    Parts m_parts;
    core::OutboxCursor m_cursor;
    RetryPolicy m_policy;
    std::deque<Events> m_work; ///< read, not done with; the first is the one to be delivered
    qint64 m_read;             ///< position of the last event read
    State m_state = State::Idle;
    QString m_message;
    int m_attempt = 0;
    int m_refusedInARow = 0;     ///< single events given up, nothing taken in between
    bool m_isMoreLikely = false; ///< the last reading was a full one
    bool m_isOutdated = false;   ///< retryNow() came after what is being sent
    QTimer m_timer;
};

} // namespace proxy
