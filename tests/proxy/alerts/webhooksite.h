// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/core/ledger/samples.h"
#include "tests/support/receiver.h"

#include "core/alerts/alertmarks.h"
#include "core/ledger/ledger.h"
#include "proxy/alerts/alerts.h"
#include "proxy/ledgerwriter.h"

#include <QJsonDocument>

#include <atomic>
#include <future>

/// Crossings, and who is told of them.
namespace webhook {

using namespace samples;
using namespace Qt::StringLiterals;
using test::Received;
using test::Receiver;
using test::Reply;
using State = core::DestinationStatus::State;

/// A clock that a test moves.
class HandClock final : public core::Clock
{
public:
    [[nodiscard]] Time now() const override { return Time(Duration(m_now.load())); }
    void set(Time time) { m_now = time.time_since_epoch().count(); }

private:
    std::atomic<qint64> m_now{Noon.time_since_epoch().count()};
};

/// A ledger with its writer, and the alerts in a hurry.
struct Site
{
    QTemporaryDir folder;
    QString path = folder.filePath(u"ledger.db"_s);
    HandClock clock;
    Receiver receiver;
    std::shared_ptr<CredentialBox> box = std::make_shared<CredentialBox>();
    std::unique_ptr<proxy::LedgerWriter> ledger;
    std::unique_ptr<proxy::Alerts> alerts;
    proxy::RetryPolicy policy{
        .first = 2ms, .longest = 20ms, .longestWish = 50ms, .whenBlocked = 20ms};

    explicit Site(const QByteArray &path = "/services/T0/B0/secret-part")
    {
        box->put("webhook-url", CredentialSource::Session, Secret(receiver.url(path)));
        start();
    }
    void start()
    {
        ledger = proxy::LedgerWriter::start(path, Durability::Process).value();
        alerts = std::make_unique<proxy::Alerts>(
            proxy::Alerts::Parts{path, *ledger, clock, Credential(box, "webhook-url"), policy});
        if (!alerts->restore(ledger->load().value()).ok()) {
            qFatal("The alerts cannot be restored.");
        }
        alerts->start();
    }
    void stop()
    {
        alerts.reset();
        ledger.reset();
    }
    /// The courier has begun: what is crossed from now on is told.
    [[nodiscard]] bool isReady()
    {
        return QTest::qWaitFor(
            [this] {
                return ledger->ask([](Ledger &opened) {
                    const auto cursor = opened.alertMarks().cursor("webhook");
                    return cursor.ok() && cursor->has_value();
                });
            },
            30'000);
    }
    void cross(const QByteArray &who, int number, int mark = 800'000)
    {
        AlertRecord alert;
        alert.key = who + QByteArray::number(number);
        alert.mark = mark;
        alert.limit = 20'000'000'000;
        alert.at = clock.now();
        alert.budgetId = "b-0123456789ab";
        alert.label = "tenant:" + who;
        alert.settled = 16'020'000'000;
        alert.hard = mark == Budget::Whole;
        ledger->post(alert);
        QVERIFY(ledger->flush().ok());
    }
    [[nodiscard]] DestinationStatus status() const
    {
        Snapshot snapshot;
        alerts->fill(snapshot);
        return snapshot.destinations.empty() ? DestinationStatus{} : snapshot.destinations.front();
    }
    /// All lines that were posted and taken, in order.
    [[nodiscard]] QStringList lines()
    {
        QStringList list;
        for (const Received &request : receiver.received()) {
            list += request.json()["text"_L1].toString().split(u'\n');
        }
        return list;
    }
    [[nodiscard]] bool waitForLines(qsizetype count)
    {
        return QTest::qWaitFor([&] { return lines().size() >= count; }, 30'000);
    }
    [[nodiscard]] Outcome done(const std::function<void(const proxy::Alerts::Answer &)> &ask) const
    {
        std::promise<Outcome> promise;
        ask([&promise](const Outcome &outcome) { promise.set_value(outcome); });
        return promise.get_future().get();
    }
};

} // namespace webhook
