// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/telemetry/postroom.h"

#include "core/ledger/ledger.h"

#include <QLoggingCategory>
#include <QUuid>

#include <algorithm>

namespace proxy {

namespace {
Q_LOGGING_CATEGORY(postLog, "capstan.telemetry", QtInfoMsg)

/// A call is in Langfuse a second later, and a busy second makes one request, not a thousand.
constexpr std::chrono::seconds LookInterval{1};
/// OTEL_METRIC_EXPORT_INTERVAL's default.
constexpr std::chrono::seconds MetricsInterval{60};
/// Between waits for the disk while what was said is taken out of the file.
constexpr std::chrono::seconds EraseInterval{5};
} // namespace

PostRoom::PostRoom(const TelemetryParts &parts, Report report)
    : m_parts(parts)
    , m_report(std::move(report))
    , m_destinations(destinationsOf(parts.settings))
    , m_site{.settings = parts.settings,
             .secrets = parts.secrets,
             .clock = parts.clock,
             .client = m_client,
             .instance = QUuid::createUuid().toByteArray(QUuid::WithoutBraces),
             .version = CAPSTAN_VERSION}
{
    m_timer.setInterval(LookInterval);
    m_metricsTimer.setInterval(MetricsInterval);
    m_eraseTimer.setInterval(EraseInterval);
    connect(&m_timer, &QTimer::timeout, this, &PostRoom::look);
    connect(&m_eraseTimer, &QTimer::timeout, this, &PostRoom::erase);
    connect(&m_metricsTimer, &QTimer::timeout, this, &PostRoom::postMetrics);
}

PostRoom::~PostRoom() = default;

core::Outcome PostRoom::open()
{
    auto outbox = core::OutboxReader::open(m_parts.ledgerFile);
    if (!outbox.ok()) {
        return outbox.error();
    }
    m_outbox = std::move(*outbox);
    auto cursors = m_outbox->cursors();
    if (!cursors.ok()) {
        return cursors.error();
    }
    for (const core::Destination &destination : m_destinations) {
        core::OutboxCursor cursor;
        const auto known =
            std::ranges::find(*cursors, destination.name, &core::OutboxCursor::destination);
        if (known != cursors->end()) {
            cursor = *known;
        }
        cursor.destination = destination.name;
        open(destination, cursor);
    }
    m_timer.start();
    m_metricsTimer.start();
    if (std::ranges::any_of(m_destinations, [](const auto &one) { return one.content.isWanted; })) {
        m_eraseTimer.start();
    }
    look();
    return core::Done{};
}

void PostRoom::open(const core::Destination &destination, const core::OutboxCursor &cursor)
{
    Courier::Parts parts{.exporter = makeExporter(m_site, destination),
                         .outbox = *m_outbox,
                         .clock = m_parts.clock,
                         .acknowledge = [this](const core::OutboxCursor &at) { acknowledge(at); },
                         .passed = {},
                         .changed =
                             [this] {
                                 report();
                             }};
    if (destination.type == core::DestinationType::Otlp && destination.metrics) {
        m_metrics.push_back(std::make_unique<OtlpMetrics>(m_site, destination));
        parts.passed = [metrics = m_metrics.back().get()](const Events &events) {
            metrics->count(events);
        };
    }
    m_couriers.push_back(std::make_unique<Courier>(std::move(parts), cursor, m_parts.policy));
}

void PostRoom::postMetrics()
{
    for (const auto &metrics : m_metrics) {
        metrics->post();
    }
}

void PostRoom::look()
{
    prune();
    for (const auto &courier : m_couriers) {
        courier->wake();
    }
    report();
}

void PostRoom::retryNow()
{
    for (const auto &courier : m_couriers) {
        courier->retryNow();
    }
}

bool PostRoom::isDone()
{
    const auto last = m_outbox->lastPosition();
    const auto isPosting = [](const auto &metrics) {
        return metrics->isPosting();
    };
    return std::ranges::none_of(m_metrics, isPosting) &&
           std::ranges::all_of(m_couriers, [&last](const auto &courier) {
               const auto state = courier->status().state;
               const bool isStuck = state == core::DestinationStatus::State::Waiting ||
                                    state == core::DestinationStatus::State::Blocked;
               return isStuck || !last.ok() || courier->cursor().position >= *last;
           });
}

/// The queue's bounds: what is too old, or too much, goes, the oldest first.
void PostRoom::prune()
{
    const core::Time oldest = m_parts.clock.now() - m_parts.settings.maximumAge;
    const auto excess = m_outbox->excess(m_parts.settings.maximumBytes, oldest);
    if (!excess.ok() || *excess == 0) {
        return;
    }
    const bool mayDrop = std::ranges::all_of(
        m_couriers, [&excess](const auto &courier) { return courier->mayDrop(*excess); });
    if (!mayDrop) {
        return; // the next look will find it so
    }
    for (const auto &courier : m_couriers) {
        courier->drop(*excess);
    }
    m_parts.ledger.run([position = *excess](core::Ledger &ledger) {
        if (const core::Outcome dropped = ledger.outbox().drop(position); !dropped.ok()) {
            qCWarning(postLog).noquote() << dropped.error().message;
        }
    });
}

void PostRoom::erase()
{
    m_parts.ledger.run([](core::Ledger &ledger) { ledger.outbox().erase(); });
}

void PostRoom::acknowledge(const core::OutboxCursor &cursor)
{
    m_parts.ledger.run([cursor](core::Ledger &ledger) {
        // Not fatal: what was taken is sent again after a restart, under the same ids.
        if (const core::Outcome advanced = ledger.outbox().advance(cursor); !advanced.ok()) {
            qCWarning(postLog).noquote() << advanced.error().message;
        }
    });
}

void PostRoom::report()
{
    const auto last = m_outbox->lastPosition();
    std::vector<core::DestinationStatus> list;
    for (std::size_t i = 0; i < m_couriers.size(); ++i) {
        core::DestinationStatus &status = list.emplace_back(m_couriers[i]->status());
        status.name = m_destinations[i].name;
        status.type = core::destinationTypeName(m_destinations[i].type);
        status.queued = last.ok() ? *last - m_couriers[i]->cursor().position : 0;
    }
    m_report(std::move(list));
}

} // namespace proxy
