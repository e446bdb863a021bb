// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/telemetry/outboxcontent.h"

#include <QLoggingCategory>

namespace core {
using namespace Qt::StringLiterals;

namespace {
Q_LOGGING_CATEGORY(contentLog, "capstan.telemetry", QtInfoMsg)

/// An hour of a busy office; events themselves have a bound of their own, which this leaves alone.
constexpr qint64 MostBytes = qint64{100} * 1024 * 1024;
/// The ledger's usual one; see Connection.
constexpr int BusyMilliseconds = 2'000;
} // namespace

OutboxContent::OutboxContent(Connection &connection)
    : m_connection(connection)
    , m_insert(connection,
               u"INSERT INTO outbox_content (destination, position, content) VALUES (?, ?, ?)"_s)
    , m_forgetOne(connection,
                  u"DELETE FROM outbox_content WHERE destination = ? AND position <= ?"_s)
    , m_forgetAll(connection, u"DELETE FROM outbox_content WHERE position <= ?"_s)
{}

bool OutboxContent::serve(const QByteArrayList &destinations)
{
    m_destinations = destinations;
    // Before anything is deleted; without content the ledger need not pay for it.
    Statement known(m_connection, u"SELECT DISTINCT destination FROM outbox_content"_s);
    QByteArrayList former;
    if (!known.run()) {
        return false;
    }
    while (known.next()) {
        former.push_back(known.bytes(0));
    }
    if (!known.sawAll() || ((!destinations.isEmpty() || !former.isEmpty()) &&
                            !m_connection.execute(u"PRAGMA secure_delete = ON"_s))) {
        return false;
    }
    Statement remove(m_connection, u"DELETE FROM outbox_content WHERE destination = ?"_s);
    for (const QByteArray &one : former) {
        if (!destinations.contains(one) && !(remove.run(one) && deleted(remove))) {
            return false;
        }
    }
    return measure();
}

bool OutboxContent::add(qint64 position, const CallDetails &details)
{
    for (const auto &[destination, content] : details.contents) {
        const QByteArray json = content.toJson();
        if (content.isEmpty() || !m_destinations.contains(destination)) {
            continue;
        }
        if (m_bytes + json.size() > MostBytes) {
            if (m_leftOut++ == 0) {
                qCWarning(contentLog) << "Too much content waits for" << destination
                                      << "- calls are told of without it until some was taken.";
            }
            continue;
        }
        if (!m_insert.run(destination, position, json)) {
            return false;
        }
        m_bytes += json.size();
    }
    return true;
}

bool OutboxContent::forget(const QByteArray &destination, qint64 upTo)
{
    return m_destinations.isEmpty() || (m_forgetOne.run(destination, upTo) && deleted(m_forgetOne));
}

bool OutboxContent::forget(qint64 upTo)
{
    return m_destinations.isEmpty() || (m_forgetAll.run(upTo) && deleted(m_forgetAll));
}

bool OutboxContent::deleted(const Statement &statement)
{
    if (!statement.changedSomething()) {
        return true;
    }
    m_isErasureDue = true;
    return measure();
}

bool OutboxContent::measure()
{
    const auto bytes =
        m_connection.integer(u"SELECT coalesce(sum(length(content)), 0) FROM outbox_content"_s);
    m_bytes = bytes.ok() ? *bytes : m_bytes;
    if (m_leftOut > 0 && m_bytes < MostBytes / 2) {
        qCWarning(contentLog) << m_leftOut << "calls were told of without their content.";
        m_leftOut = 0;
    }
    return bytes.ok();
}

/// Only a checkpoint that cuts the WAL off takes the former pages out of it. One that somebody
/// else's reading or checkpoint stands in the way of is tried again.
void OutboxContent::erase()
{
    if (!m_isErasureDue || !m_connection.execute(u"PRAGMA busy_timeout = 0"_s)) {
        return;
    }
    const auto isBusy = m_connection.integer(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
    m_isErasureDue = !isBusy.ok() || *isBusy != 0;
    static_cast<void>(m_connection.execute(u"PRAGMA busy_timeout = %1"_s.arg(BusyMilliseconds)));
}

} // namespace core
