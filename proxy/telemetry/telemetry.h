// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snapshot.h"
#include "proxy/telemetry/postroom.h"

#include <QThread>

#include <memory>
#include <mutex>
#include <vector>

namespace proxy {

/// The exporters, in a thread of their own: a request never waits for them. It feeds on the outbox
/// that the ledger fills, with a reading connection of its own; only the cursors go through the
/// ledger's writer.
///
/// Failure: a destination that is down costs nothing but room in the outbox, within its bounds.
class Telemetry
{
public:
    explicit Telemetry(TelemetryParts parts);
    ~Telemetry(); ///< stops
    Telemetry(const Telemetry &) = delete;
    Telemetry &operator=(const Telemetry &) = delete;

    /// Tells the ledger for whom to keep events. Before the first record is written.
    [[nodiscard]] static core::Outcome prepare(LedgerWriter &ledger,
                                               const core::TelemetrySettings &settings);
    /// The same for one command of the owner, which sends nothing and knows less of destinations
    /// than the Capstan that usually runs: they stay as they are.
    [[nodiscard]] static core::Outcome prepareForCommand(LedgerWriter &ledger);
    /// After prepare(). Does nothing when there is no destination.
    [[nodiscard]] core::Outcome start();
    /// Gives what is left a moment to get out; the rest stays in the outbox. Before the ledger's
    /// writer stops.
    void stop();

    // Any thread:
    /// Tries all destinations at once: a credential was changed.
    void retryNow();
    [[nodiscard]] std::vector<core::DestinationStatus> status() const;
    [[nodiscard]] quint64 revision() const; ///< changes with status()

private:
    /// Asks in the telemetry thread and waits for the answer.
    bool inRoom(const std::function<bool()> &question);
    void report(std::vector<core::DestinationStatus> status);
    void enter(PostRoom *room);

    TelemetryParts m_parts;
    std::unique_ptr<QThread> m_thread;

    mutable std::mutex m_mutex; ///< guards what follows
    PostRoom *m_room = nullptr; ///< lives on the stack of m_thread; changed by the owner only
    std::vector<core::DestinationStatus> m_status;
    quint64 m_revision = 1;
};

} // namespace proxy
