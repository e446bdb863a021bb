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
};

/// The reading side of the outbox, on a connection of its own, so that it waits for nobody and
/// nobody for it (WAL). One thread, the one that opened it.
class OutboxReader
{
public:
    /// The ledger at `path` must have been opened once, so that its tables are there.
    [[nodiscard]] static Result<std::unique_ptr<OutboxReader>> open(const QString &path);

    /// The next events after `position`, oldest first.
    [[nodiscard]] Result<std::vector<OutboxEvent>> after(qint64 position, int atMost);
    [[nodiscard]] Result<std::vector<OutboxCursor>> cursors();
    [[nodiscard]] Result<qint64> lastPosition(); ///< ever given
    /// The position up to which events are beyond the queue's bounds; 0: none. Looks at the oldest
    /// 10,000 only: what is left is found the next time.
    [[nodiscard]] Result<qint64> excess(qint64 maximumBytes, Time oldest);

private:
    explicit OutboxReader(std::unique_ptr<Connection> connection);

    std::unique_ptr<Connection> m_connection;
    Statement m_after;
    Statement m_cursors;
    Statement m_excess;
};

} // namespace core
