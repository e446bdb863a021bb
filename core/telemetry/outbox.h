// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/connection.h"
#include "core/ledger/records.h"
#include "core/telemetry/outboxcontent.h"

#include <QByteArrayList>

#include <optional>
#include <vector>

namespace core {

struct CallEvent;

/// How far one destination is, as the database keeps it.
struct OutboxCursor
{
    QByteArray destination;
    qint64 position = 0; ///< done with everything up to here
    qint64 sent = 0;     ///< acknowledged, since the destination was added
    qint64 rejected = 0; ///< refused by the destination for good
    qint64 dropped = 0;  ///< given up unsent, by age or size
    Time acknowledgedAt{};
    Money rejectedCost; ///< of the rejected; of a batch of which only some were, of all
    qint64 rejectedCalls = 0;

    friend bool operator==(const OutboxCursor &, const OutboxCursor &) = default;
};

/// What one destination was told, against the ledger: the first is what the ledger had when the
/// destination was added, and all together are what it has.
struct OutboxStanding
{
    struct Part
    {
        Money cost;
        qint64 calls = 0;

        friend bool operator==(const Part &, const Part &) = default;
    };
    QByteArray destination;
    Part since;
    Part told; ///< acknowledged
    Part rejected;
    Part dropped;
    Part waiting;

    [[nodiscard]] Part sum() const;
};
[[nodiscard]] Result<std::vector<OutboxStanding>> outboxStandings(Connection &connection);

/// The writing side of the outbox: lives in the ledger and shares its connection and thread. An
/// event is written in the transaction of the settlement or refusal that it tells of, so that
/// neither is ever there without the other.
class Outbox
{
public:
    explicit Outbox(Connection &connection);

    /// From now on events are kept for these; a new destination begins with the next event, one
    /// that is not named any more is forgotten. With none, nothing is kept and the outbox emptied.
    /// Content waits for those of `withContent`.
    [[nodiscard]] Outcome serve(const QByteArrayList &destinations,
                                const QByteArrayList &withContent = {});

    /// The same destinations as at the last time: for one command of the owner, whose environment
    /// may not be that of the running Capstan.
    [[nodiscard]] Outcome serveAsBefore();

    // Inside the ledger's transaction; false when the connection failed:
    [[nodiscard]] bool add(const SettlementRecord &settlement);
    [[nodiscard]] bool add(const RefusalRecord &refusal);
    /// The ledger's sum has changed by that without an event: a person corrected a charge.
    [[nodiscard]] bool corrected(Money more);

    // A transaction of their own:
    /// Stores the cursor, which never goes back, and deletes what everybody is done with.
    [[nodiscard]] Outcome advance(const OutboxCursor &cursor);
    /// Gives up everything up to `position`; whoever was not done with it counts it as dropped.
    [[nodiscard]] Outcome drop(qint64 position);
    /// Takes content that is done with out of the file as well, where it may still stand in the
    /// WAL. Cheap while there is none; waits for the disk, but for nobody else.
    void erase() { m_content.erase(); }

private:
    /// The position; nullopt when it failed.
    [[nodiscard]] std::optional<qint64> add(Time at, const CallEvent &event);
    [[nodiscard]] bool replaceDestinations(const QByteArrayList &destinations);
    [[nodiscard]] bool deleteDone();
    [[nodiscard]] Outcome inTransaction(auto &&work);

    Connection &m_connection;
    Statement m_insert;
    Statement m_last;
    Statement m_advance;
    Statement m_delete;
    Statement m_correct;
    OutboxContent m_content;
    bool m_isServing = false;
};

} // namespace core
