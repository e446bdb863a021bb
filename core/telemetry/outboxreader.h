// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/telemetry/callevent.h"
#include "core/telemetry/outbox.h"

#include <memory>

namespace core {

/// An event where it stands in the outbox.
struct OutboxEvent
{
    qint64 position = 0;
    CallEvent event;
    bool readable = true; ///< false: the payload is damaged, there is nothing to send
    Money cost{};         ///< known also of a damaged one
    qint64 calls = 0;
    CallContent content{}; ///< what was said, if this destination may have it
    qint64 bytes = 0;      ///< as it stands in the outbox
};

/// The reading side of the outbox, on a connection of its own, so that it waits for nobody and
/// nobody for it (WAL). One thread, the one that opened it.
class OutboxReader
{
public:
    /// The ledger at `path` must have been opened once, so that its tables are there.
    [[nodiscard]] static Result<std::unique_ptr<OutboxReader>> open(const QString &path);

    /// What is read at once is sent at once: below what servers and those before them take.
    static constexpr qint64 MostBytes = 2 * 1024 * 1024;

    /// The next events after `position`, oldest first, with the content for that destination: as
    /// many as wanted, or until they have MostBytes.
    [[nodiscard]] Result<std::vector<OutboxEvent>>
    after(qint64 position, int atMost, const QByteArray &destination = {});
    [[nodiscard]] Result<std::vector<OutboxCursor>> cursors();
    [[nodiscard]] Result<qint64> lastPosition(); ///< ever given
    /// The position up to which events are beyond the queue's bounds; 0: none. Looks at the oldest
    /// 10,000 only: what is left is found the next time.
    [[nodiscard]] Result<qint64> excess(qint64 maximumBytes, Time oldest);

private:
    explicit OutboxReader(std::unique_ptr<Connection> connection);
    [[nodiscard]] static OutboxEvent eventIn(const Statement &row);

    std::unique_ptr<Connection> m_connection;
    Statement m_after;
    Statement m_cursors;
    Statement m_oldest;
    Statement m_excess;
};

} // namespace core
