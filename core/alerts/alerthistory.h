// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/budget/budget.h"
#include "core/ledger/connection.h"
#include "core/ledger/records.h"

#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace core {

/// A crossing with its number and what became of it.
struct StoredAlert
{
    qint64 position = 0;
    AlertRecord record;
    std::shared_ptr<const Budget> budget; ///< null when it was deleted
    bool acknowledged = false;
};

struct AlertFilter
{
    std::optional<QByteArray> budgetId{};
    QByteArray label{};      ///< part of it, "research"; empty: any
    bool onlyHard = false;   ///< caps, not marks
    bool onlyOpen = false;   ///< not acknowledged
    Time from = Time::min(); ///< of the crossing
    Time to = Time::max();   ///< before this

    friend bool operator==(const AlertFilter &, const AlertFilter &) = default;
};

struct AlertPage
{
    std::vector<StoredAlert> alerts; ///< newest first
    std::optional<qint64> next{};    ///< go on before this number; nothing: that was all
};

/// The ledger's alerts for reading, of any number, on a connection of its own. One thread.
class AlertHistory
{
public:
    /// The ledger must have been opened by its owner once.
    [[nodiscard]] static Result<std::unique_ptr<AlertHistory>> open(const QString &ledgerFile);

    /// Those before number `before`, at most `most`.
    [[nodiscard]] Result<AlertPage>
    page(const AlertFilter &filter, std::optional<qint64> before, int most);
    /// How many there are, at most `MostCounted`.
    static constexpr qint64 MostCounted = 100'000;
    [[nodiscard]] Result<qint64> count(const AlertFilter &filter);
    /// The next after number `position`, oldest first.
    [[nodiscard]] Result<std::vector<StoredAlert>> after(qint64 position, int most);

private:
    explicit AlertHistory(std::unique_ptr<Connection> connection);
    [[nodiscard]] Result<std::vector<StoredAlert>> rows(Statement &statement);
    [[nodiscard]] std::shared_ptr<const Budget> budget(const QByteArray &id, const QString &json);

    std::unique_ptr<Connection> m_connection;
    std::map<QByteArray, std::pair<QString, std::shared_ptr<const Budget>>> m_budgets; ///< as read
    Statement m_after;
};

} // namespace core
