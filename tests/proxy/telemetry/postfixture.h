// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/core/ledger/samples.h"
#include "tests/support/receiver.h"

#include "core/telemetry/traceid.h"
#include "proxy/telemetry/telemetry.h"

#include <memory>

/// A ledger with its writer and its exporters, which are in a hurry.
struct Post
{
    QTemporaryDir folder;
    QString path = folder.filePath(QStringLiteral("ledger.db"));
    core::TelemetrySettings settings;
    const core::Clock &clock;
    std::unique_ptr<proxy::LedgerWriter> ledger;
    std::unique_ptr<proxy::Telemetry> telemetry;
    core::SecretSource secrets;
    proxy::RetryPolicy policy{.first = std::chrono::milliseconds(2),
                              .longest = std::chrono::milliseconds(20),
                              .longestWish = std::chrono::milliseconds(50),
                              .whenBlocked = std::chrono::milliseconds(50)};
    quint64 next = 1;

    explicit Post(std::vector<core::Destination> destinations,
                  const core::Clock &time = machinesClock())
        : clock(time)
    {
        settings.destinations = std::move(destinations);
    }
    static const core::Clock &machinesClock()
    {
        static const core::SystemClock clock;
        return clock;
    }

    void start()
    {
        ledger = proxy::LedgerWriter::start(path, core::Durability::Process).value();
        QVERIFY(proxy::Telemetry::prepare(*ledger, settings).ok());
        telemetry = std::make_unique<proxy::Telemetry>(
            proxy::TelemetryParts{settings, secrets, clock, *ledger, path, policy});
        QVERIFY(telemetry->start().ok());
    }
    void stop()
    {
        telemetry.reset();
        ledger.reset();
    }
    /// Ends `count` calls, numbered on from the last one, and has them noticed at once.
    void settle(int count)
    {
        using namespace std::chrono_literals;
        for (int i = 0; i < count; ++i) {
            core::SettlementRecord record = samples::settlement(samples::hold(next), 1'000);
            record.settledAt = clock.now(); // or it would be too old to wait
            record.admittedAt = record.settledAt - 2s;
            record.total = 2s;
            ledger->post(std::move(record));
            ++next;
        }
        QVERIFY(ledger->flush().ok());
        telemetry->retryNow();
    }
    [[nodiscard]] core::DestinationStatus status(std::size_t index = 0) const
    {
        const auto all = telemetry->status();
        return index < all.size() ? all.at(index) : core::DestinationStatus{};
    }
    /// Waits until the one destination's status is so.
    [[nodiscard]] bool waitFor(const std::function<bool(const core::DestinationStatus &)> &isSo)
    {
        return QTest::qWaitFor([&] { return isSo(status()); }, 30'000);
    }
};

inline core::Destination otlpAt(const QByteArray &url)
{
    core::Destination destination;
    destination.name = "collector";
    destination.url = url;
    destination.metrics = false;
    return destination;
}

/// The ids of all spans in one request, in their order.
inline QByteArrayList spanIds(const test::Received &request)
{
    using namespace Qt::StringLiterals;
    QByteArrayList ids;
    const QJsonArray resources = request.json()["resourceSpans"_L1].toArray();
    for (const QJsonValue &resource : resources) {
        for (const QJsonValue &scope : resource["scopeSpans"_L1].toArray()) {
            for (const QJsonValue &span : scope["spans"_L1].toArray()) {
                ids += span["spanId"_L1].toString().toLatin1();
            }
        }
    }
    return ids;
}

/// The spans of calls `first` to `last`, as they should come.
inline QByteArrayList expectedSpans(quint64 first, quint64 last)
{
    QByteArrayList ids;
    for (quint64 number = first; number <= last; ++number) {
        ids += core::spanIdOf(samples::hold(number).id, 1);
    }
    return ids;
}
