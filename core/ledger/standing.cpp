// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/standing.h"

#include "core/ledger/ledger.h"

#include <QJsonDocument>

#include <algorithm>

namespace core {
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
/// Newest alerts that start-up reads; a mark is looked for in live windows only.
constexpr int AlertsRead = 20'000;

/// How far back a bucket's slots may matter: the longest calendar window, or a rolling one with
/// its oldest slot, and two days for clocks that were set.
Duration reachOf(const std::vector<Budget> &budgets)
{
    std::chrono::seconds longest = 31 * 24h;
    for (const Budget &budget : budgets) {
        longest = std::max(longest, budget.window.length + budget.window.length / 60);
    }
    return longest + 2 * 24h;
}
} // namespace

Standing::Standing(Connection &connection, Names &names, Rollups &rollups)
    : m_connection(connection)
    , m_names(names)
    , m_rollups(rollups)
    , m_alert(connection,
              u"INSERT INTO alert (bucket, mark, \"limit\", at, budget, label, settled, hard, "
              u"window_begins, window_ends) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
              u"ON CONFLICT (bucket, mark, \"limit\", window_begins) DO NOTHING"_s)
    , m_budget(connection,
               u"INSERT INTO budget (id, json) VALUES (?, ?) "
               u"ON CONFLICT (id) DO UPDATE SET json = excluded.json"_s)
    , m_removal(connection, u"DELETE FROM budget WHERE id = ?"_s)
    , m_epoch(connection,
              u"INSERT INTO epoch (budget, label, epoch, at) VALUES (?, ?, ?, ?) "
              u"ON CONFLICT (budget, label, epoch) DO NOTHING"_s)
    , m_setting(connection,
                u"INSERT INTO setting (name, value) VALUES (?, ?) "
                u"ON CONFLICT (name) DO UPDATE SET value = excluded.value"_s)
    , m_unset(connection, u"DELETE FROM setting WHERE name = ?"_s)
{}

bool Standing::write(const AlertRecord &alert)
{
    const std::optional<qint64> bucket = m_names.idOf(alert.key);
    return bucket && m_alert.run(*bucket,
                                 alert.mark,
                                 alert.limit,
                                 alert.at,
                                 alert.budgetId,
                                 alert.label,
                                 alert.settled,
                                 alert.hard,
                                 alert.window.begins,
                                 alert.window.ends);
}

bool Standing::write(const BudgetUpsert &upsert)
{
    const QByteArray json = QJsonDocument(upsert.budget.toJson()).toJson(QJsonDocument::Compact);
    if (!m_budget.run(upsert.budget.id, QString::fromUtf8(json))) {
        return false;
    }
    return std::all_of(upsert.openings.cbegin(),
                       upsert.openings.cend(),
                       [this](const BucketDelta &opening) { return m_rollups.open(opening); });
}

bool Standing::write(const BudgetRemoval &removal)
{
    return m_removal.run(removal.budgetId);
}

bool Standing::write(const EpochRecord &epoch)
{
    return m_epoch.run(epoch.budgetId, epoch.label, epoch.epoch, epoch.at);
}

bool Standing::write(const SettingRecord &setting)
{
    return setting.value.isEmpty() ? m_unset.run(setting.name)
                                   : m_setting.run(setting.name, setting.value);
}

Outcome Standing::read(LedgerState &state)
{
    if (Outcome budgets = readBudgets(state); !budgets) {
        return budgets;
    }
    if (!readTotals(state) || !readAlerts(state) || !readEpochs(state) || !readSettings(state)) {
        return m_connection.error();
    }
    return Done{};
}

Outcome Standing::readBudgets(LedgerState &state)
{
    Statement rows(m_connection, u"SELECT id, json FROM budget ORDER BY position"_s);
    if (!rows.run()) {
        return m_connection.error();
    }
    while (rows.next()) {
        const QByteArray json = rows.text(1).toUtf8();
        Result<Budget> budget = Budget::fromJson(QJsonDocument::fromJson(json).object());
        if (!budget) {
            // A cap that is not understood must not be a cap that is not there.
            Error error = budget.error();
            error.message = u"Budget %1 in the ledger %2 cannot be read: %3"_s.arg(
                QString::fromUtf8(rows.bytes(0)), m_connection.path(), error.message);
            return error;
        }
        state.budgets.push_back(std::move(budget).value());
    }
    return rows.sawAll() ? Outcome(Done{}) : Outcome(m_connection.error());
}

bool Standing::readTotals(LedgerState &state)
{
    // The newest slot stands for the present, and a clock that once ran ahead must not hide the
    // totals of today: the earlier of the two. A slot too many does no harm.
    const Result<qint64> newest = m_connection.integer(u"SELECT max(slot) FROM bucket_total"_s);
    if (!newest) {
        return false;
    }
    const Time present = std::min(Time(Duration(*newest)), SystemClock().now());
    Statement rows(m_connection,
                   u"SELECT text, slot, amount FROM bucket_total JOIN name ON name.id = bucket "
                   u"WHERE slot = ? OR slot >= ? ORDER BY slot"_s);
    if (!rows.run(Time{}, present - reachOf(state.budgets))) {
        return false;
    }
    while (rows.next()) {
        state.totals.push_back({rows.bytes(0), rows.time(1), rows.integer(2)});
    }
    return rows.sawAll();
}

bool Standing::readAlerts(LedgerState &state)
{
    Statement rows(m_connection,
                   u"SELECT text, mark, \"limit\", at, budget, label, settled, hard, "
                   u"window_begins, window_ends "
                   u"FROM alert JOIN name ON name.id = bucket "
                   u"ORDER BY position DESC LIMIT ?"_s);
    if (!rows.run(AlertsRead)) {
        return false;
    }
    while (rows.next()) {
        AlertRecord &alert = state.alerts.emplace_back();
        alert.key = rows.bytes(0);
        alert.mark = static_cast<int>(rows.integer(1));
        alert.limit = rows.integer(2);
        alert.at = rows.time(3);
        alert.budgetId = rows.bytes(4);
        alert.label = rows.bytes(5);
        alert.settled = rows.integer(6);
        alert.hard = rows.integer(7) != 0;
        alert.window = {rows.time(8), rows.time(9)};
    }
    return rows.sawAll();
}

bool Standing::readEpochs(LedgerState &state)
{
    Statement rows(m_connection, u"SELECT budget, label, epoch, at FROM epoch ORDER BY position"_s);
    if (!rows.run()) {
        return false;
    }
    while (rows.next()) {
        state.epochs.push_back({rows.bytes(0), rows.bytes(1), rows.integer(2), rows.time(3)});
    }
    return rows.sawAll();
}

bool Standing::readSettings(LedgerState &state)
{
    Statement rows(m_connection, u"SELECT name, value FROM setting ORDER BY name"_s);
    if (!rows.run()) {
        return false;
    }
    while (rows.next()) {
        state.settings.push_back({rows.bytes(0), rows.bytes(1)});
    }
    return rows.sawAll();
}

} // namespace core
