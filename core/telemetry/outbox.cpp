// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/telemetry/outbox.h"

#include "core/telemetry/callevent.h"

namespace core {
using namespace Qt::StringLiterals;

namespace {
/// What lies between the two positions was told, but for what was rejected of it.
constexpr auto Advance = R"(
    UPDATE outbox_cursor SET
        told_cost = told_cost + rejected_cost - ?5 +
            (SELECT coalesce(sum(cost), 0) FROM outbox
             WHERE outbox.position > outbox_cursor.position AND outbox.position <= ?1),
        told_calls = told_calls + rejected_calls - ?6 +
            (SELECT coalesce(sum(calls), 0) FROM outbox
             WHERE outbox.position > outbox_cursor.position AND outbox.position <= ?1),
        position = ?1, sent = ?2, rejected = ?3, acknowledged_at = ?4,
        rejected_cost = ?5, rejected_calls = ?6
    WHERE destination = ?7 AND position <= ?1)"_L1;

/// Positions have no gaps (schematelemetry.cpp), so the difference counts the events.
constexpr auto GiveUp = R"(
    UPDATE outbox_cursor SET
        dropped_cost = dropped_cost +
            (SELECT coalesce(sum(cost), 0) FROM outbox
             WHERE outbox.position > outbox_cursor.position AND outbox.position <= ?1),
        dropped_calls = dropped_calls +
            (SELECT coalesce(sum(calls), 0) FROM outbox
             WHERE outbox.position > outbox_cursor.position AND outbox.position <= ?1),
        dropped = dropped + ?1 - position, position = ?1
    WHERE position < ?1)"_L1;

constexpr auto Begin = R"(
    INSERT INTO outbox_cursor (destination, position, since_cost, since_calls) VALUES (?,
        (SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'outbox'),
        (SELECT coalesce(sum(cost), 0) FROM rollup WHERE granularity = 86400),
        (SELECT coalesce(sum(calls), 0) FROM rollup WHERE granularity = 86400)))"_L1;
} // namespace

Outbox::Outbox(Connection &connection)
    : m_connection(connection)
    , m_insert(connection,
               u"INSERT INTO outbox (at, ends_at, payload, cost, calls) VALUES (?, ?, ?, ?, ?)"_s)
    , m_last(connection, u"SELECT ends_at FROM outbox ORDER BY position DESC LIMIT 1"_s)
    , m_advance(connection, Advance)
    , m_delete(connection,
               u"DELETE FROM outbox WHERE position <= "
               u"(SELECT coalesce(min(position), 0) FROM outbox_cursor)"_s)
    , m_correct(connection, u"UPDATE outbox_cursor SET since_cost = since_cost + ?"_s)
    , m_content(connection)
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

Outcome Outbox::serve(const QByteArrayList &destinations, const QByteArrayList &withContent)
{
    m_isServing = !destinations.isEmpty();
    return inTransaction([&] {
        return replaceDestinations(destinations) && deleteDone() && m_content.serve(withContent);
    });
}

Outcome Outbox::serveAsBefore()
{
    const auto known = m_connection.integer(u"SELECT count(*) FROM outbox_cursor"_s);
    m_isServing = known.ok() && *known > 0;
    return known.ok() ? Outcome(Done{}) : Outcome(known.error());
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
    Statement insert(m_connection, Begin);
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
    if (!m_isServing) {
        return true;
    }
    const auto position = add(settlement.settledAt, CallEvent::of(settlement));
    return position && (!settlement.details || m_content.add(*position, *settlement.details));
}

bool Outbox::add(const RefusalRecord &refusal)
{
    return !m_isServing || add(refusal.at, CallEvent::of(refusal));
}

bool Outbox::corrected(Money more)
{
    return m_correct.run(more.nanos());
}

/// The end is looked up each time: a batch that was rolled back leaves no memory of itself.
std::optional<qint64> Outbox::add(Time at, const CallEvent &event)
{
    if (!m_last.run()) {
        return std::nullopt;
    }
    const qint64 end = m_last.next() ? m_last.integer(0) : 0;
    m_last.finish();
    const QByteArray payload = event.toJson();
    const int calls = event.kind == CallEvent::Kind::Call ? 1 : 0;
    if (!m_insert.run(at, end + payload.size(), payload, event.cost.nanos(), calls)) {
        return std::nullopt;
    }
    return m_insert.insertedId();
}

Outcome Outbox::advance(const OutboxCursor &cursor)
{
    return inTransaction([&] {
        return m_advance.run(cursor.position,
                             cursor.sent,
                             cursor.rejected,
                             cursor.acknowledgedAt,
                             cursor.rejectedCost.nanos(),
                             cursor.rejectedCalls,
                             cursor.destination) &&
               m_delete.run() && m_content.forget(cursor.destination, cursor.position);
    });
}

Outcome Outbox::drop(qint64 position)
{
    Statement give(m_connection, GiveUp);
    return inTransaction(
        [&] { return give.run(position) && m_delete.run() && m_content.forget(position); });
}

} // namespace core
