// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/telemetry/outboxreader.h"

namespace core {
using namespace Qt::StringLiterals;

namespace {
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
    , m_after(
          *m_connection,
          u"SELECT position, payload FROM outbox WHERE position > ? ORDER BY position LIMIT ?"_s)
    , m_cursors(*m_connection,
                u"SELECT destination, position, sent, rejected, dropped, acknowledged_at "
                u"FROM outbox_cursor"_s)
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

Result<std::vector<OutboxEvent>> OutboxReader::after(qint64 position, int atMost)
{
    if (!m_after.run(position, atMost)) {
        return m_connection->error();
    }
    std::vector<OutboxEvent> events;
    while (m_after.next()) {
        OutboxEvent &one = events.emplace_back();
        one.position = m_after.integer(0);
        Result<CallEvent> event = CallEvent::fromJson(m_after.bytes(1));
        one.readable = event.ok();
        if (event) {
            one.event = std::move(*event);
        }
    }
    if (!m_after.sawAll()) {
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
                           .acknowledgedAt = m_cursors.time(5)});
    }
    if (!m_cursors.sawAll()) {
        return m_connection->error();
    }
    return cursors;
}

Result<qint64> OutboxReader::lastPosition()
{
    return m_connection->integer(u"SELECT seq FROM sqlite_sequence WHERE name = 'outbox'"_s);
}

Result<qint64> OutboxReader::excess(qint64 maximumBytes, Time oldest)
{
    if (!m_excess.run(oldest, maximumBytes)) {
        return m_connection->error();
    }
    const qint64 position = m_excess.next() ? m_excess.integer(0) : 0;
    m_excess.finish();
    return position;
}

} // namespace core
