// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/names.h"
#include "core/ledger/records.h"
#include "core/ledger/rollups.h"

namespace core {

struct LedgerState;

/// What stands until it is changed: budgets, epochs, settings, alerts and the buckets' totals.
///
/// Failure: false, and the connection knows why.
class Standing
{
public:
    Standing(Connection &connection, Names &names, Rollups &rollups);

    [[nodiscard]] bool write(const AlertRecord &alert); ///< once per bucket, mark, limit and window
    [[nodiscard]] bool write(const BudgetUpsert &upsert);
    [[nodiscard]] bool write(const BudgetRemoval &removal);
    [[nodiscard]] bool write(const EpochRecord &epoch);
    [[nodiscard]] bool write(const SettingRecord &setting);

    /// Everything but the open holds.
    [[nodiscard]] Outcome read(LedgerState &state);

private:
    [[nodiscard]] Outcome readBudgets(LedgerState &state);
    [[nodiscard]] bool readTotals(LedgerState &state);
    [[nodiscard]] bool readAlerts(LedgerState &state);
    [[nodiscard]] bool readEpochs(LedgerState &state);
    [[nodiscard]] bool readSettings(LedgerState &state);

    Connection &m_connection;
    Names &m_names;
    Rollups &m_rollups;
    Statement m_alert;
    Statement m_budget;
    Statement m_removal;
    Statement m_epoch;
    Statement m_setting;
    Statement m_unset;
};

} // namespace core
