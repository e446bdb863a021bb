// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alerts/alertmarks.h"

namespace core {
using namespace Qt::StringLiterals;

namespace {
const QByteArray Owner = "owner";
} // namespace

QByteArray alertIdentity(const AlertRecord &alert)
{
    return alert.key + '\n' + QByteArray::number(alert.mark) + '\n' +
           QByteArray::number(alert.limit) + '\n' +
           QByteArray::number(static_cast<qint64>(alert.window.begins.time_since_epoch().count()));
}

AlertMarks::AlertMarks(Connection &connection)
    : m_connection(connection)
{}

Outcome AlertMarks::inTransaction(auto &&work)
{
    if (m_connection.begin() && work() && m_connection.commit()) {
        return Done{};
    }
    const Error error = m_connection.error();
    m_connection.rollback();
    return error;
}

Outcome AlertMarks::acknowledge(const std::vector<qint64> &alerts, Time now)
{
    std::optional<qint64> missing;
    Statement look(m_connection, u"SELECT 1 FROM alert WHERE position = ?"_s);
    Statement insert(m_connection,
                     u"INSERT INTO alert_acknowledged (alert, at) VALUES (?, ?) "
                     u"ON CONFLICT (alert) DO NOTHING"_s);
    const Outcome outcome = inTransaction([&] {
        for (const qint64 alert : alerts) {
            if (!look.run(alert)) {
                return false;
            }
            if (!look.next()) {
                missing = alert;
                return false;
            }
            look.finish();
            if (!insert.run(alert, now)) {
                return false;
            }
        }
        return true;
    });
    return missing ? Error{ErrorCode::NotFound,
                           u"There is no alert %1."_s.arg(*missing),
                           u"GET /api/admin/alerts lists them. Nothing was changed."_s}
                   : outcome;
}

Outcome AlertMarks::acknowledge(const AlertRecord &alert, Time now)
{
    Statement insert(m_connection,
                     u"INSERT INTO alert_acknowledged (alert, at) "
                     u"SELECT position, ? FROM alert JOIN name ON name.id = bucket "
                     u"WHERE text = ? AND mark = ? AND \"limit\" = ? AND window_begins = ? "
                     u"ON CONFLICT (alert) DO NOTHING"_s);
    return inTransaction(
        [&] { return insert.run(now, alert.key, alert.mark, alert.limit, alert.window.begins); });
}

Outcome AlertMarks::acknowledgeAll(Time now)
{
    const Result<qint64> last = newest();
    if (!last) {
        return last.error();
    }
    return put({.receiver = Owner, .position = *last, .at = now});
}

Result<QSet<QByteArray>> AlertMarks::acknowledged(int most)
{
    Statement rows(
        m_connection,
        u"SELECT text, mark, \"limit\", window_begins FROM "
        u"(SELECT * FROM alert ORDER BY position DESC LIMIT ?) "
        u"JOIN name ON name.id = bucket WHERE "
        u"position <= coalesce((SELECT position FROM alert_cursor WHERE receiver = ?), 0)"
        u" OR position IN (SELECT alert FROM alert_acknowledged)"_s);
    if (!rows.run(most, Owner)) {
        return m_connection.error();
    }
    QSet<QByteArray> identities;
    while (rows.next()) {
        AlertRecord alert;
        alert.key = rows.bytes(0);
        alert.mark = static_cast<int>(rows.integer(1));
        alert.limit = rows.integer(2);
        alert.window.begins = rows.time(3);
        identities.insert(alertIdentity(alert));
    }
    return rows.sawAll() ? Result<QSet<QByteArray>>(identities) : m_connection.error();
}

Result<std::optional<AlertCursor>> AlertMarks::cursor(const QByteArray &receiver)
{
    Statement row(m_connection,
                  u"SELECT position, sent, passed_over, at FROM alert_cursor WHERE receiver = ?"_s);
    if (!row.run(receiver)) {
        return m_connection.error();
    }
    std::optional<AlertCursor> cursor;
    if (row.next()) {
        cursor = AlertCursor{receiver, row.integer(0), row.integer(1), row.integer(2), row.time(3)};
        row.finish();
    }
    return cursor;
}

Outcome AlertMarks::put(const AlertCursor &cursor)
{
    Statement upsert(m_connection,
                     u"INSERT INTO alert_cursor (receiver, position, sent, passed_over, at) "
                     u"VALUES (?, ?, ?, ?, ?) ON CONFLICT (receiver) DO UPDATE SET "
                     u"position = excluded.position, sent = excluded.sent, "
                     u"passed_over = excluded.passed_over, at = excluded.at "
                     u"WHERE excluded.position >= position"_s);
    return inTransaction([&] {
        return upsert.run(
            cursor.receiver, cursor.position, cursor.sent, cursor.passedOver, cursor.at);
    });
}

Result<qint64> AlertMarks::newest()
{
    return m_connection.integer(u"SELECT coalesce(max(position), 0) FROM alert"_s);
}

} // namespace core
