// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/telemetry/courier.h"

#include <QLoggingCategory>
#include <QRandomGenerator>

#include <algorithm>
#include <numeric>
#include <utility>

namespace proxy {

namespace {
Q_LOGGING_CATEGORY(courierLog, "capstan.telemetry", QtInfoMsg)

/// A server that refuses everything must not empty the queue; one event a look is lost from then.
constexpr int MostRefusedInARow = 10;

qint64 bytesOf(const Events &events)
{
    return std::accumulate(
        events.begin(), events.end(), qint64{0}, [](qint64 sum, const core::OutboxEvent &one) {
            return sum + one.bytes;
        });
}
} // namespace

Courier::Courier(Parts parts, core::OutboxCursor cursor, RetryPolicy policy)
    : m_parts(std::move(parts))
    , m_cursor(std::move(cursor))
    , m_policy(policy)
    , m_read(m_cursor.position)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Courier::step);
}

Courier::~Courier() = default;

void Courier::wake()
{
    if (m_state == State::Idle) {
        step();
    }
}

void Courier::retryNow()
{
    m_attempt = 0;
    if (m_state == State::Sending) {
        m_isOutdated = true;
    } else {
        step();
    }
}

bool Courier::mayDrop(qint64 position) const
{
    return position <= m_cursor.position || m_state != State::Sending;
}

void Courier::drop(qint64 position)
{
    if (position <= m_cursor.position) {
        return;
    }
    m_cursor.dropped += position - m_cursor.position;
    m_cursor.position = position;
    m_read = std::max(m_read, position);
    for (Events &events : m_work) {
        std::erase_if(events, [position](const auto &one) { return one.position <= position; });
    }
    std::erase_if(m_work, [](const Events &events) { return events.empty(); });
}

core::DestinationStatus Courier::status() const
{
    core::DestinationStatus status;
    status.state = m_state;
    status.lastError = m_message;
    status.sent = m_cursor.sent;
    status.rejected = m_cursor.rejected;
    status.dropped = m_cursor.dropped;
    status.lastAcknowledged = m_cursor.acknowledgedAt;
    return status;
}

void Courier::step()
{
    m_timer.stop();
    if (m_work.empty() && !fetch()) {
        m_state = State::Idle;
        return;
    }
    m_state = State::Sending;
    m_isOutdated = false;
    // Queued: an exporter may answer from within deliver(), and what follows may be deep.
    m_parts.exporter->deliver(m_work.front(), [this](const Delivery &delivery) {
        QMetaObject::invokeMethod(
            this, [this, delivery] { delivered(delivery); }, Qt::QueuedConnection);
    });
}

/// False when nothing waits, or the database could not be read: then the next wake() asks again.
bool Courier::fetch()
{
    auto events =
        m_parts.outbox.after(m_read, m_parts.exporter->mostEvents(), m_cursor.destination);
    if (!events.ok()) {
        m_message = events.error().message;
        return false;
    }
    if (events->empty()) {
        return false;
    }
    m_read = events->back().position;
    m_isMoreLikely = std::ssize(*events) == m_parts.exporter->mostEvents() ||
                     bytesOf(*events) >= core::OutboxReader::MostBytes;
    leaveOutUnreadable(*events);
    if (events->empty()) {
        settle({}, 0);
        return fetch();
    }
    m_work.push_back(std::move(*events));
    return true;
}

void Courier::leaveOutUnreadable(Events &events)
{
    const auto isSound = [](const core::OutboxEvent &one) {
        return one.readable;
    };
    const auto firstBad = std::stable_partition(events.begin(), events.end(), isSound);
    if (firstBad != events.end()) {
        const Events unreadable(firstBad, events.end());
        events.erase(firstBad, events.end());
        qCWarning(courierLog) << unreadable.size() << "events of the outbox cannot be read.";
        reject(unreadable, std::ssize(unreadable));
    }
}

/// Of a batch of which only some were refused nobody knows which: all of them may be missing there.
void Courier::reject(const Events &events, qint64 rejected)
{
    m_cursor.rejected += rejected;
    for (const core::OutboxEvent &one : events) {
        m_cursor.rejectedCost += one.cost;
        m_cursor.rejectedCalls += one.calls;
    }
}

void Courier::delivered(const Delivery &delivery)
{
    switch (delivery.kind) {
    case Delivery::Kind::Done:
        done(delivery);
        break;
    case Delivery::Kind::Later:
        rest(State::Waiting, delivery);
        break;
    case Delivery::Kind::Smaller:
        split(delivery);
        break;
    case Delivery::Kind::Blocked:
        rest(State::Blocked, delivery);
        break;
    }
    m_parts.changed();
}

void Courier::done(const Delivery &delivery)
{
    Events events = std::move(m_work.front());
    m_work.pop_front();
    Events again;
    for (auto it = delivery.again.rbegin(); it != delivery.again.rend(); ++it) {
        const auto place = events.begin() + static_cast<qsizetype>(*it);
        again.insert(again.begin(), std::move(*place));
        events.erase(place);
    }
    m_refusedInARow = 0;
    const bool wasRepeated = !again.empty();
    if (wasRepeated) {
        m_work.push_front(std::move(again));
    }
    settle(events, delivery.rejected);
    if (wasRepeated) {
        rest(State::Waiting, delivery);
        return;
    }
    m_attempt = 0;
    m_message = delivery.message;
    if (!m_work.empty() || m_isMoreLikely) {
        step();
    } else {
        m_state = State::Idle; // what comes now gathers until the next wake()
    }
}

void Courier::split(const Delivery &delivery)
{
    Events &events = m_work.front();
    if (events.size() == 1 && !events.front().content.isEmpty()) {
        events.front().content = {}; // its figures matter more than its words
    } else if (events.size() == 1) {
        qCWarning(courierLog).noquote() << "The call" << events.front().event.id.toText()
                                        << "was refused and is given up:" << delivery.message;
        Events refused = std::move(events);
        m_work.pop_front();
        settle(refused, 1);
        if (++m_refusedInARow >= MostRefusedInARow) {
            rest(State::Blocked, delivery);
            return;
        }
        m_message = delivery.message;
    } else {
        const auto middle = events.begin() + static_cast<qsizetype>(events.size() / 2);
        Events second(std::make_move_iterator(middle), std::make_move_iterator(events.end()));
        events.erase(middle, events.end());
        m_work.insert(m_work.begin() + 1, std::move(second));
    }
    step();
}

/// Waits before the same is tried again.
void Courier::rest(State state, const Delivery &delivery)
{
    if (m_message != delivery.message && !delivery.message.isEmpty()) {
        qCWarning(courierLog).noquote() << m_cursor.destination << delivery.message;
    }
    m_message = delivery.message;
    if (m_isOutdated) { // it was refused as it was before the change
        step();
        return;
    }
    m_state = state;
    const double random = QRandomGenerator::global()->generateDouble();
    const auto pause = state == State::Blocked
                           ? m_policy.whenBlocked
                           : pauseBefore(m_attempt++, delivery.retryAfter, m_policy, random);
    m_timer.start(pause);
}

/// The events are done with, `rejected` of them refused for good.
void Courier::settle(const Events &events, qint64 rejected)
{
    m_cursor.sent += static_cast<qint64>(events.size()) - rejected;
    if (rejected > 0) {
        reject(events, rejected);
    }
    m_cursor.acknowledgedAt = m_parts.clock.now();
    m_cursor.position = m_work.empty() ? m_read : m_work.front().front().position - 1;
    if (m_parts.passed && !events.empty()) {
        m_parts.passed(events);
    }
    m_parts.acknowledge(m_cursor);
}

} // namespace proxy
