// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alerts/alerthistory.h"

#include <QJsonDocument>

#include <limits>

namespace core {
using namespace Qt::StringLiterals;

namespace {
/// Everything up to there is acknowledged: x'6f776e6572' is the receiver "owner".
const QString UpTo =
    u"coalesce((SELECT position FROM alert_cursor WHERE receiver = x'6f776e6572'), 0) "_s;
const QString Select =
    u"SELECT alert.position, text, mark, \"limit\", alert.at, alert.budget, label, settled, hard, "
    u"coalesce(budget.json, ''), alert_acknowledged.alert IS NOT NULL OR alert.position <= "_s +
    UpTo +
    u"AS acknowledged, window_begins, window_ends FROM alert JOIN name ON name.id = alert.bucket "
    u"LEFT JOIN budget ON budget.id = alert.budget "
    u"LEFT JOIN alert_acknowledged ON alert_acknowledged.alert = alert.position "_s;

/// Written out rather than "? OR ...", so that each question has the index it needs.
QString conditionOf(const AlertFilter &filter)
{
    QString where = u"WHERE alert.position < ? AND alert.at >= ? AND alert.at < ? "
                    u"AND (? = x'' OR instr(label, ?) > 0) "_s;
    where += filter.budgetId ? u"AND alert.budget = ? "_s : u"AND ? = x'' "_s;
    where += filter.onlyHard ? u"AND hard = 1 "_s : QString();
    where += filter.onlyOpen
                 ? u"AND alert_acknowledged.alert IS NULL AND alert.position > "_s + UpTo
                 : QString();
    return where;
}

bool run(Statement &statement, const AlertFilter &filter, qint64 before, qint64 most)
{
    return statement.run(before,
                         filter.from,
                         filter.to,
                         filter.label,
                         filter.label,
                         filter.budgetId.value_or(QByteArray()),
                         most);
}
} // namespace

AlertHistory::AlertHistory(std::unique_ptr<Connection> connection)
    : m_connection(std::move(connection))
    , m_after(*m_connection, Select + u"WHERE alert.position > ? ORDER BY alert.position LIMIT ?"_s)
{}

Result<std::unique_ptr<AlertHistory>> AlertHistory::open(const QString &ledgerFile)
{
    Result<std::unique_ptr<Connection>> connection = Connection::openToRead(ledgerFile);
    if (!connection) {
        return connection.error();
    }
    return std::unique_ptr<AlertHistory>(new AlertHistory(std::move(connection).value()));
}

Result<AlertPage>
AlertHistory::page(const AlertFilter &filter, std::optional<qint64> before, int most)
{
    Statement statement(*m_connection,
                        Select + conditionOf(filter) + u"ORDER BY alert.position DESC LIMIT ?"_s);
    if (!run(statement, filter, before.value_or(std::numeric_limits<qint64>::max()), most)) {
        return m_connection->error();
    }
    Result<std::vector<StoredAlert>> found = rows(statement);
    if (!found) {
        return found.error();
    }
    AlertPage page{.alerts = std::move(*found)};
    if (std::ssize(page.alerts) == most && most > 0) {
        page.next = page.alerts.back().position;
    }
    return page;
}

Result<qint64> AlertHistory::count(const AlertFilter &filter)
{
    Statement statement(*m_connection,
                        u"SELECT count(*) FROM ("_s + Select + conditionOf(filter) + u"LIMIT ?)"_s);
    if (!run(statement, filter, std::numeric_limits<qint64>::max(), MostCounted) ||
        !statement.next()) {
        return m_connection->error();
    }
    const qint64 count = statement.integer(0);
    statement.finish();
    return count;
}

Result<std::vector<StoredAlert>> AlertHistory::after(qint64 position, int most)
{
    if (!m_after.run(position, most)) {
        return m_connection->error();
    }
    return rows(m_after);
}

Result<std::vector<StoredAlert>> AlertHistory::rows(Statement &statement)
{
    std::vector<StoredAlert> alerts;
    while (statement.next()) {
        StoredAlert &one = alerts.emplace_back();
        one.position = statement.integer(0);
        one.record.key = statement.bytes(1);
        one.record.mark = static_cast<int>(statement.integer(2));
        one.record.limit = statement.integer(3);
        one.record.at = statement.time(4);
        one.record.budgetId = statement.bytes(5);
        one.record.label = statement.bytes(6);
        one.record.settled = statement.integer(7);
        one.record.hard = statement.integer(8) != 0;
        one.budget = budget(one.record.budgetId, statement.text(9));
        one.acknowledged = statement.integer(10) != 0;
        one.record.window = {statement.time(11), statement.time(12)};
    }
    if (!statement.sawAll()) {
        return m_connection->error();
    }
    return alerts;
}

/// Hundreds of alerts share a few budgets; each is read again only when it has changed.
std::shared_ptr<const Budget> AlertHistory::budget(const QByteArray &id, const QString &json)
{
    auto &[known, budget] = m_budgets[id];
    if (known != json) {
        known = json;
        const auto read = Budget::fromJson(QJsonDocument::fromJson(json.toUtf8()).object());
        budget = read.ok() ? std::make_shared<const Budget>(*read) : nullptr;
    }
    return budget;
}

} // namespace core
