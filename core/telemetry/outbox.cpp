// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/telemetry/outbox.h"

#include "core/telemetry/callevent.h"

namespace core {
using namespace Qt::StringLiterals;

Outbox::Outbox(Connection &connection)
    : m_connection(connection)
    , m_insert(connection, u"INSERT INTO outbox (at, ends_at, payload) VALUES (?, ?, ?)"_s)
    , m_last(connection, u"SELECT ends_at FROM outbox ORDER BY position DESC LIMIT 1"_s)
    , m_advance(connection,
                u"UPDATE outbox_cursor SET position = ?, sent = ?, rejected = ?, "
                u"acknowledged_at = ? WHERE destination = ? AND position <= ?"_s)
    , m_delete(connection,
               u"DELETE FROM outbox WHERE position <= "
               u"(SELECT coalesce(min(position), 0) FROM outbox_cursor)"_s)
{}

Outcome Outbox::inTransaction(auto &&work)
{
    if (m_connection.begin() && work() && m_connection.commit()) {
        return Done{};
    }
    const Error error = m_connection.error();
    m_connection.rollback();
    return error;
}

Outcome Outbox::serve(const QByteArrayList &destinations)
{
    m_isServing = !destinations.isEmpty();
    return inTransaction([&] { return replaceDestinations(destinations) && deleteDone(); });
}

bool Outbox::replaceDestinations(const QByteArrayList &destinations)
{
    Statement all(m_connection, u"SELECT destination FROM outbox_cursor"_s);
    QByteArrayList known;
    if (!all.run()) {
        return false;
    }
    while (all.next()) {
        known.push_back(all.bytes(0));
    }
    Statement remove(m_connection, u"DELETE FROM outbox_cursor WHERE destination = ?"_s);
    for (const QByteArray &one : known) {
        if (!destinations.contains(one) && !remove.run(one)) {
            return false;
        }
    }
    Statement insert(
        m_connection,
        u"INSERT INTO outbox_cursor (destination, position) VALUES (?, "
        u"(SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'outbox'))"_s);
    for (const QByteArray &one : destinations) {
        if (!known.contains(one) && !insert.run(one)) {
            return false;
        }
    }
    return all.sawAll();
}

bool Outbox::deleteDone()
{
    // Without a destination nobody waits for anything.
    return m_isServing ? m_delete.run() : m_connection.execute(u"DELETE FROM outbox"_s);
}

bool Outbox::add(const SettlementRecord &settlement)
{
    return !m_isServing || add(settlement.settledAt, CallEvent::of(settlement).toJson());
}

bool Outbox::add(const RefusalRecord &refusal)
{
    return !m_isServing || add(refusal.at, CallEvent::of(refusal).toJson());
}

/// The end is looked up each time: a batch that was rolled back leaves no memory of itself.
bool Outbox::add(Time at, const QByteArray &payload)
{
    if (!m_last.run()) {
        return false;
    }
    const qint64 end = m_last.next() ? m_last.integer(0) : 0;
    m_last.finish();
    return m_insert.run(at, end + payload.size(), payload);
}

Outcome Outbox::advance(const OutboxCursor &cursor)
{
    return inTransaction([&] {
        return m_advance.run(cursor.position,
                             cursor.sent,
                             cursor.rejected,
                             cursor.acknowledgedAt,
                             cursor.destination,
                             cursor.position) &&
               m_delete.run();
    });
}

Outcome Outbox::drop(qint64 position)
{
    // Positions have no gaps (schematelemetry.cpp), so the difference counts the events.
    Statement give(m_connection,
                   u"UPDATE outbox_cursor SET dropped = dropped + ?1 - position, position = ?1 "
                   u"WHERE position < ?1"_s);
    return inTransaction([&] { return give.run(position) && m_delete.run(); });
}

} // namespace core
