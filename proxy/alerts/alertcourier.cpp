// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/alerts/alertcourier.h"

#include "core/alerts/alertwords.h"
#include "core/ledger/ledger.h"
#include "proxy/ledgerwriter.h"

#include <QLoggingCategory>
#include <QRandomGenerator>

#include <utility>

namespace proxy {

namespace {
Q_LOGGING_CATEGORY(alertLog, "capstan.alerts", QtInfoMsg)
} // namespace

AlertCourier::AlertCourier(Parts parts)
    : m_parts(std::move(parts))
    , m_webhook(m_client, m_parts.clock)
    , m_tester(m_client, m_parts.clock)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        m_state = State::Idle;
        look();
    });
}

AlertCourier::~AlertCourier() = default;

void AlertCourier::look()
{
    const core::Secret address = m_parts.address();
    const bool isResting = m_state == State::Waiting || m_state == State::Blocked;
    if (isResting && address != m_address) {
        endRest(); // the owner has set another
    }
    if (m_state != State::Idle || !address.isSet()) {
        return;
    }
    m_address = address;
    if (const core::Outcome opened = open(); !opened.ok()) {
        m_message = opened.error().message;
    } else {
        send();
    }
    report();
}

void AlertCourier::endRest()
{
    m_timer.stop();
    m_attempt = 0;
    m_message.clear();
    m_state = State::Idle;
}

void AlertCourier::test(const Done &done)
{
    const core::Secret address = m_parts.address();
    if (!address.isSet()) {
        done({.kind = Delivery::Kind::Blocked,
              .again = {},
              .retryAfter = {},
              .message = QStringLiteral("No webhook address is set. Set CAPSTAN_WEBHOOK_URL, or "
                                        "keep it with `capstan credential set webhook-url`.")});
        return;
    }
    m_tester.post(address, webhookTestLines(), done);
}

core::Outcome AlertCourier::open()
{
    if (!m_history) {
        auto history = core::AlertHistory::open(m_parts.ledgerFile);
        if (!history.ok()) {
            return history.error();
        }
        m_history = std::move(*history);
    }
    if (m_cursor) {
        return core::Done{};
    }
    return m_parts.ledger.ask([this](core::Ledger &ledger) -> core::Outcome {
        core::AlertMarks &marks = ledger.alertMarks();
        const auto known = marks.cursor(Receiver);
        const auto newest = marks.newest();
        if (!known.ok() || !newest.ok()) {
            return known.ok() ? newest.error() : known.error();
        }
        core::AlertCursor cursor;
        cursor.receiver = Receiver;
        cursor.position = *newest; // what was crossed before there was a webhook is no news
        if (*known) {
            cursor = **known;
        } else if (core::Outcome begun = marks.put(cursor); !begun.ok()) {
            return begun;
        }
        m_cursor = cursor;
        return core::Done{};
    });
}

void AlertCourier::send()
{
    auto waiting = m_history->after(m_cursor->position, MostInOneMessage);
    if (!waiting.ok()) {
        m_message = waiting.error().message;
        return;
    }
    if (waiting->empty()) {
        return;
    }
    m_sendingTo = waiting->back().position;
    const core::Time oldest = m_parts.clock.now() - News;
    m_passedOver = static_cast<qint64>(std::erase_if(*waiting, [&](const auto &alert) {
        return alert.record.at < oldest || m_parts.isMuted(alert.record);
    }));
    m_sending = std::move(*waiting);
    m_state = State::Sending;
    if (m_sending.empty()) {
        advance(m_sendingTo, 0, m_passedOver);
        return;
    }
    QStringList lines;
    for (const core::StoredAlert &alert : m_sending) {
        lines += core::alertSentence(alert);
    }
    m_webhook.post(m_address, lines, [this](const Delivery &delivery) {
        // Queued: an answer may come from within post().
        QMetaObject::invokeMethod(
            this, [this, delivery] { delivered(delivery); }, Qt::QueuedConnection);
    });
}

void AlertCourier::delivered(const Delivery &delivery)
{
    switch (delivery.kind) {
    case Delivery::Kind::Done:
        m_attempt = 0;
        m_message.clear();
        advance(m_sendingTo, std::ssize(m_sending), m_passedOver);
        break;
    case Delivery::Kind::Later:
        rest(State::Waiting, delivery);
        break;
    case Delivery::Kind::Smaller:
    case Delivery::Kind::Blocked:
        rest(State::Blocked, delivery);
        break;
    }
    report();
}

/// Durable before the next message goes out.
void AlertCourier::advance(qint64 position, qint64 sent, qint64 passedOver)
{
    core::AlertCursor next = *m_cursor;
    next.position = position;
    next.sent += sent;
    next.passedOver += passedOver;
    next.at = sent > 0 ? m_parts.clock.now() : next.at;
    const core::Outcome written =
        m_parts.ledger.ask([&next](core::Ledger &ledger) { return ledger.alertMarks().put(next); });
    m_cursor = next; // also when it could not be written: better silent than twice in this run
    m_sending.clear();
    m_state = State::Idle;
    if (!written.ok()) {
        m_message = written.error().message;
        qCWarning(alertLog).noquote() << written.error().message;
    }
    QMetaObject::invokeMethod(this, &AlertCourier::look, Qt::QueuedConnection);
}

void AlertCourier::rest(State state, const Delivery &delivery)
{
    if (m_message != delivery.message) {
        qCWarning(alertLog).noquote() << delivery.message;
    }
    m_message = delivery.message;
    m_state = state;
    const double random = QRandomGenerator::global()->generateDouble();
    m_timer.start(state == State::Blocked
                      ? m_parts.policy.whenBlocked
                      : pauseBefore(m_attempt++, delivery.retryAfter, m_parts.policy, random));
}

void AlertCourier::report()
{
    core::DestinationStatus status;
    status.name = Receiver;
    status.type = Receiver;
    status.state = m_state;
    status.lastError = m_message;
    if (m_cursor) {
        status.sent = m_cursor->sent;
        status.dropped = m_cursor->passedOver;
        status.lastAcknowledged = m_cursor->at;
    }
    status.queued = std::ssize(m_sending);
    m_parts.report(status);
}

} // namespace proxy
