// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/connection.h"
#include "core/telemetry/calldetails.h"

#include <QByteArrayList>

namespace core {

/// What was said, as it waits beside the outbox's events for destinations that may have it. Part of
/// the outbox: its connection, its thread, and, but for erase(), its transactions.
///
/// Deleted content is overwritten in the database's file (secure_delete), and the WAL is cut off
/// once it was moved, by erase(). What waits at once is bounded: what comes beyond goes without its
/// content, and is counted in the log.
class OutboxContent
{
public:
    explicit OutboxContent(Connection &connection);

    /// From now on for these only; what waits for others is deleted.
    [[nodiscard]] bool serve(const QByteArrayList &destinations);
    [[nodiscard]] bool add(qint64 position, const CallDetails &details);
    [[nodiscard]] bool forget(const QByteArray &destination, qint64 upTo);
    [[nodiscard]] bool forget(qint64 upTo); ///< of all destinations

    void erase();

private:
    [[nodiscard]] bool deleted(const Statement &statement);
    [[nodiscard]] bool measure();

    Connection &m_connection;
    Statement m_insert;
    Statement m_forgetOne;
    Statement m_forgetAll;
    QByteArrayList m_destinations;
    qint64 m_bytes = 0; ///< waiting; at most too much, after a transaction that failed
    qint64 m_leftOut = 0;
    bool m_isErasureDue = false;
};

} // namespace core
