// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/telemetry/outboxreader.h"

namespace core {
using namespace Qt::StringLiterals;

namespace {
constexpr auto SelectAfter = R"(
    SELECT o.position, o.payload, o.cost, o.calls, coalesce(c.content, x'')
    FROM outbox AS o LEFT JOIN outbox_content AS c
        ON c.position = o.position AND c.destination = ?
    WHERE o.position > ? ORDER BY o.position LIMIT ?)"_L1;
constexpr auto SelectStandings = R"(
    SELECT destination, since_cost, since_calls, told_cost, told_calls,
           rejected_cost, rejected_calls, dropped_cost, dropped_calls,
           (SELECT coalesce(sum(cost), 0) FROM outbox WHERE position > outbox_cursor.position),
           (SELECT coalesce(sum(calls), 0) FROM outbox WHERE position > outbox_cursor.position)
    FROM outbox_cursor ORDER BY destination)"_L1;
/// Whether the oldest is too much: asked every second, and hardly ever so.
constexpr auto SelectOldest = R"(
    SELECT at < ? OR ends_at - length(payload) <
                     (SELECT ends_at FROM outbox ORDER BY position DESC LIMIT 1) - ?
    FROM outbox ORDER BY position LIMIT 1)"_L1;
constexpr auto SelectExcess = R"(
    SELECT coalesce(max(position), 0)
    FROM (SELECT position, at, ends_at - length(payload) AS begins_at
          FROM outbox ORDER BY position LIMIT 10000)
    WHERE at < ? OR
          begins_at < (SELECT coalesce(max(ends_at), 0) FROM
                      (SELECT ends_at FROM outbox ORDER BY position DESC LIMIT 1)) - ?)"_L1;
} // namespace

OutboxReader::OutboxReader(std::unique_ptr<Connection> connection)
    : m_connection(std::move(connection))
    , m_after(*m_connection, SelectAfter)
    , m_cursors(*m_connection,
                u"SELECT destination, position, sent, rejected, dropped, acknowledged_at, "
                u"rejected_cost, rejected_calls FROM outbox_cursor"_s)
    , m_oldest(*m_connection, SelectOldest)
    , m_excess(*m_connection, SelectExcess)
{}

Result<std::unique_ptr<OutboxReader>> OutboxReader::open(const QString &path)
{
    auto connection = Connection::open(path);
    if (!connection) {
        return connection.error();
    }
    if (!(*connection)->execute(u"PRAGMA query_only = ON"_s)) {
        return (*connection)->error();
    }
    return std::unique_ptr<OutboxReader>(new OutboxReader(std::move(connection).value()));
}

OutboxEvent OutboxReader::eventIn(const Statement &row)
{
    const QByteArray payload = row.bytes(1);
    const QByteArray content = row.bytes(4);
    OutboxEvent one;
    one.position = row.integer(0);
    one.cost = Money::fromNanos(row.integer(2));
    one.calls = row.integer(3);
    one.bytes = payload.size() + content.size();
    one.content = CallContent::fromJson(content);
    Result<CallEvent> event = CallEvent::fromJson(payload);
    one.readable = event.ok();
    if (event) {
        one.event = std::move(*event);
    }
    return one;
}

Result<std::vector<OutboxEvent>>
OutboxReader::after(qint64 position, int atMost, const QByteArray &destination)
{
    if (!m_after.run(destination, position, atMost)) {
        return m_connection->error();
    }
    std::vector<OutboxEvent> events;
    qint64 bytes = 0;
    bool isMore = true;
    while (bytes < MostBytes && (isMore = m_after.next())) {
        OutboxEvent &one = events.emplace_back(eventIn(m_after));
        bytes += one.bytes;
    }
    if (isMore) {
        m_after.finish();
    } else if (!m_after.sawAll()) {
        return m_connection->error();
    }
    return events;
}

Result<std::vector<OutboxCursor>> OutboxReader::cursors()
{
    if (!m_cursors.run()) {
        return m_connection->error();
    }
    std::vector<OutboxCursor> cursors;
    while (m_cursors.next()) {
        cursors.push_back({.destination = m_cursors.bytes(0),
                           .position = m_cursors.integer(1),
                           .sent = m_cursors.integer(2),
                           .rejected = m_cursors.integer(3),
                           .dropped = m_cursors.integer(4),
                           .acknowledgedAt = m_cursors.time(5),
                           .rejectedCost = Money::fromNanos(m_cursors.integer(6)),
                           .rejectedCalls = m_cursors.integer(7)});
    }
    if (!m_cursors.sawAll()) {
        return m_connection->error();
    }
    return cursors;
}

OutboxStanding::Part OutboxStanding::sum() const
{
    Part all;
    for (const Part &part : {since, told, rejected, dropped, waiting}) {
        all.cost += part.cost;
        all.calls += part.calls;
    }
    return all;
}

Result<std::vector<OutboxStanding>> outboxStandings(Connection &connection)
{
    Statement rows(connection, SelectStandings);
    if (!rows.run()) {
        return connection.error();
    }
    const auto part = [&rows](int column) {
        return OutboxStanding::Part{Money::fromNanos(rows.integer(column)),
                                    rows.integer(column + 1)};
    };
    std::vector<OutboxStanding> standings;
    while (rows.next()) {
        standings.push_back({rows.bytes(0), part(1), part(3), part(5), part(7), part(9)});
    }
    if (!rows.sawAll()) {
        return connection.error();
    }
    return standings;
}

Result<qint64> OutboxReader::lastPosition()
{
    return m_connection->integer(u"SELECT seq FROM sqlite_sequence WHERE name = 'outbox'"_s);
}

Result<qint64> OutboxReader::excess(qint64 maximumBytes, Time oldest)
{
    if (!m_oldest.run(oldest, maximumBytes)) {
        return m_connection->error();
    }
    const bool isAny = m_oldest.next() && m_oldest.integer(0) != 0;
    m_oldest.finish();
    if (!isAny) {
        return 0;
    }
    if (!m_excess.run(oldest, maximumBytes)) {
        return m_connection->error();
    }
    const qint64 position = m_excess.next() ? m_excess.integer(0) : 0;
    m_excess.finish();
    return position;
}

} // namespace core
