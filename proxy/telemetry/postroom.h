// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "proxy/ledgerwriter.h"
#include "proxy/telemetry/courier.h"
#include "proxy/telemetry/exporters.h"
#include "proxy/telemetry/otlpmetrics.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <vector>

namespace proxy {

/// What the telemetry thread is started with; outlives it.
struct TelemetryParts
{
    const core::TelemetrySettings &settings;
    core::SecretSource secrets{}; ///< empty: each name's own value
    const core::Clock &clock;
    LedgerWriter &ledger;
    QString ledgerFile;
    RetryPolicy policy{};
};

/// All that happens in the telemetry thread: one courier a destination, woken every second, and
/// the bounds of the queue. Created, used and destroyed there.
class PostRoom : public QObject
{
    Q_OBJECT

public:
    using Report = std::function<void(std::vector<core::DestinationStatus>)>;

    /// `report` gets the standing of all destinations, after each look and each delivery.
    PostRoom(const TelemetryParts &parts, Report report);
    ~PostRoom() override;

    /// Reads where each destination stopped, and begins.
    [[nodiscard]] core::Outcome open();
    /// Looks for new events at once.
    void look();
    void retryNow();
    /// The process is about to end: the metrics go out now.
    void postMetrics();
    /// Everything that a working destination can be told has been told.
    [[nodiscard]] bool isDone();

private:
    void open(const core::Destination &destination, const core::OutboxCursor &cursor);
    void prune();
    void erase();
    void report();
    void acknowledge(const core::OutboxCursor &cursor);

    const TelemetryParts &m_parts;
    Report m_report;
    UpstreamClient m_client;
    std::vector<core::Destination> m_destinations;
    ExportSite m_site;
    std::unique_ptr<core::OutboxReader> m_outbox;
    std::vector<std::unique_ptr<Courier>> m_couriers; ///< of the same index
    std::vector<std::unique_ptr<OtlpMetrics>> m_metrics;
    QTimer m_timer;
    QTimer m_metricsTimer;
    QTimer m_eraseTimer;
};

} // namespace proxy
