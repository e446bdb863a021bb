// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/connection.h"
#include "core/ledger/records.h"

#include <QByteArrayList>

namespace core {

/// How far one destination is, as the database keeps it.
struct OutboxCursor
{
    QByteArray destination;
    qint64 position = 0; ///< done with everything up to here
    qint64 sent = 0;     ///< acknowledged, since the destination was added
    qint64 rejected = 0; ///< refused by the destination for good
    qint64 dropped = 0;  ///< given up unsent, by age or size
    Time acknowledgedAt{};

    friend bool operator==(const OutboxCursor &, const OutboxCursor &) = default;
};

/// The writing side of the outbox: lives in the ledger and shares its connection and thread. An
/// event is written in the transaction of the settlement or refusal that it tells of, so that
/// neither is ever there without the other.
class Outbox
{
public:
    explicit Outbox(Connection &connection);

    /// From now on events are kept for these; a new destination begins with the next event, one
    /// that is not named any more is forgotten. With none, nothing is kept and the outbox emptied.
    [[nodiscard]] Outcome serve(const QByteArrayList &destinations);

    // Inside the ledger's transaction; false when the connection failed:
    [[nodiscard]] bool add(const SettlementRecord &settlement);
    [[nodiscard]] bool add(const RefusalRecord &refusal);

    // A transaction of their own:
    /// Stores the cursor, which never goes back, and deletes what everybody is done with.
    [[nodiscard]] Outcome advance(const OutboxCursor &cursor);
    /// Gives up everything up to `position`; whoever was not done with it counts it as dropped.
    [[nodiscard]] Outcome drop(qint64 position);

private:
    [[nodiscard]] bool add(Time at, const QByteArray &payload);
    [[nodiscard]] bool replaceDestinations(const QByteArrayList &destinations);
    [[nodiscard]] bool deleteDone();
    [[nodiscard]] Outcome inTransaction(auto &&work);

    Connection &m_connection;
    Statement m_insert;
    Statement m_last;
    Statement m_advance;
    Statement m_delete;
    bool m_isServing = false;
};

} // namespace core
