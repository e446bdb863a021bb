// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/alerts/alerts.h"

#include "core/alerts/alertmarks.h"
#include "core/ledger/ledger.h"
#include "proxy/alerts/alertcourier.h"
#include "proxy/ledgerwriter.h"

#include <QEventLoop>

#include <future>
#include <utility>

namespace proxy {

namespace {
/// As many as a snapshot carries, twice over.
constexpr int AcknowledgedKept = 400;
/// A crossing is in the chat a second later, and a busy second makes one message.
constexpr std::chrono::seconds LookInterval{1};
} // namespace

Alerts::Alerts(Parts parts)
    : m_parts(std::move(parts))
{}

Alerts::~Alerts()
{
    stop();
}

core::Outcome Alerts::restore(const core::LedgerState &state)
{
    {
        const std::lock_guard lock(m_mutex);
        for (const core::SettingRecord &setting : state.settings) {
            m_mutes.restore(setting);
        }
    }
    return m_parts.ledger.ask([this](core::Ledger &ledger) { return readAcknowledged(ledger); });
}

core::Outcome Alerts::readAcknowledged(core::Ledger &ledger)
{
    auto acknowledged = ledger.alertMarks().acknowledged(AcknowledgedKept);
    if (!acknowledged.ok()) {
        return acknowledged.error();
    }
    const std::lock_guard lock(m_mutex);
    m_acknowledged = std::move(*acknowledged);
    ++m_revision;
    return core::Done{};
}

void Alerts::start()
{
    std::promise<void> ready;
    m_thread.reset(QThread::create([this, &ready] {
        AlertCourier courier({.ledgerFile = m_parts.ledgerFile,
                              .ledger = m_parts.ledger,
                              .clock = m_parts.clock,
                              .address = [this] { return m_parts.webhook.present(); },
                              .isMuted =
                                  [this](const core::AlertRecord &alert) {
                                      const std::lock_guard lock(m_mutex);
                                      return m_mutes.covers(alert.budgetId, alert.at);
                                  },
                              .report =
                                  [this](const core::DestinationStatus &status) {
                                      const std::lock_guard lock(m_mutex);
                                      if (status != m_webhook) {
                                          m_webhook = status;
                                          ++m_revision;
                                      }
                                  },
                              .policy = m_parts.policy});
        m_courier = &courier;
        courier.look(); // a webhook that is new is told of what comes from now on
        ready.set_value();
        live(courier);
    }));
    m_thread->setObjectName(QStringLiteral("alerts"));
    m_thread->start();
    ready.get_future().wait();
}

void Alerts::live(AlertCourier &courier)
{
    QTimer timer;
    QObject::connect(&timer, &QTimer::timeout, &courier, &AlertCourier::look);
    timer.start(LookInterval);
    QEventLoop().exec(); // until QThread::quit()
}

void Alerts::stop()
{
    if (m_thread) {
        m_thread->quit();
        m_thread->wait();
        m_thread.reset();
        m_courier = nullptr;
    }
}

void Alerts::change(const Change &change, const Answer &answer)
{
    m_parts.ledger.run([change, answer](core::Ledger &ledger) { answer(change(ledger)); });
}

void Alerts::acknowledge(const std::vector<qint64> &alerts, const Answer &answer)
{
    change(
        [this, alerts](core::Ledger &ledger) -> core::Outcome {
            const auto done = ledger.alertMarks().acknowledge(alerts, m_parts.clock.now());
            return done.ok() ? readAcknowledged(ledger) : done;
        },
        answer);
}

void Alerts::acknowledge(const core::AlertRecord &alert, const Answer &answer)
{
    change(
        [this, alert](core::Ledger &ledger) -> core::Outcome {
            const auto done = ledger.alertMarks().acknowledge(alert, m_parts.clock.now());
            return done.ok() ? readAcknowledged(ledger) : done;
        },
        answer);
}

void Alerts::acknowledgeAll(const Answer &answer)
{
    change(
        [this](core::Ledger &ledger) -> core::Outcome {
            const auto done = ledger.alertMarks().acknowledgeAll(m_parts.clock.now());
            return done.ok() ? readAcknowledged(ledger) : done;
        },
        answer);
}

void Alerts::mute(const QByteArray &budgetId, core::Time until, const Answer &answer)
{
    const core::AlertMute mute{budgetId, m_parts.clock.now(), until};
    if (until <= mute.since) {
        answer(core::Error{core::ErrorCode::InvalidInput,
                           QStringLiteral("That time is past."),
                           QStringLiteral("Give a time to come.")});
        return;
    }
    change(
        [this, mute](core::Ledger &ledger) -> core::Outcome {
            core::Outcome written = ledger.write({core::AlertMutes::setting(mute)});
            if (written.ok()) {
                const std::lock_guard lock(m_mutex);
                m_mutes.put(mute);
                ++m_revision;
            }
            return written;
        },
        answer);
}

void Alerts::unmute(const QByteArray &budgetId, const Answer &answer)
{
    change(
        [this, budgetId](core::Ledger &ledger) -> core::Outcome {
            core::Outcome written = ledger.write({core::AlertMutes::removal(budgetId)});
            if (written.ok()) {
                const std::lock_guard lock(m_mutex);
                m_mutes.remove(budgetId);
                ++m_revision;
            }
            return written;
        },
        answer);
}

std::vector<core::AlertMute> Alerts::mutes() const
{
    const std::lock_guard lock(m_mutex);
    return m_mutes.inForce(m_parts.clock.now());
}

void Alerts::testWebhook(const Answer &answer)
{
    if (m_courier == nullptr) {
        answer(core::Error{core::ErrorCode::Unavailable,
                           QStringLiteral("Capstan does not run."),
                           QStringLiteral("Start it, or use `capstan check-config --connect`.")});
        return;
    }
    const auto tell = [answer](const Delivery &delivery) {
        answer(delivery.kind == Delivery::Kind::Done
                   ? core::Outcome(core::Done{})
                   : core::Error{core::ErrorCode::Unavailable, delivery.message, {}});
    };
    QMetaObject::invokeMethod(
        m_courier, [courier = m_courier, tell] { courier->test(tell); }, Qt::QueuedConnection);
}

quint64 Alerts::revision() const
{
    const std::lock_guard lock(m_mutex);
    return m_revision;
}

void Alerts::fill(core::Snapshot &snapshot) const
{
    const bool hasOne = hasWebhook();
    const std::lock_guard lock(m_mutex);
    for (core::AlertRecord &alert : snapshot.alerts) {
        alert.acknowledged = m_acknowledged.contains(core::alertIdentity(alert));
    }
    snapshot.alertMutes = m_mutes.inForce(snapshot.at);
    if (hasOne && !m_webhook.name.isEmpty()) {
        snapshot.destinations.push_back(m_webhook);
    }
}

} // namespace proxy
