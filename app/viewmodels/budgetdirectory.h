// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/barfigures.h"
#include "core/snapshot.h"

#include <QHash>
#include <QVarLengthArray>

/// A budget with its counter, as it concerns one tenant or everybody.
struct BoundBudget
{
    const core::Budget *budget = nullptr; ///< points into the snapshot
    core::BucketState state;              ///< zeros when nothing was counted yet

    /// The budget names this tenant (or everybody) alone, so that its cap can be edited here;
    /// false for one whose wildcard gives the tenant a bucket.
    bool own = false;
    [[nodiscard]] qint64 room() const; ///< cap - settled - held, may be negative
    [[nodiscard]] Standing::Kind standing() const;
    /// In the budget's unit; `scale` as in barOf().
    [[nodiscard]] BarAmounts amounts(bool paused = false) const;
};

/// Finds budgets of a snapshot by whom they bind. Must not outlive the snapshot.
class BudgetDirectory
{
public:
    explicit BudgetDirectory(const core::Snapshot &snapshot);

    /// The money cap that stands for a tenant in lists: one of its own before a wildcard's, the
    /// shortest calendar window first. The empty name means all tenants together.
    [[nodiscard]] std::optional<BoundBudget> primary(const QByteArray &tenant) const;
    /// The budget of all tenants for one calendar window, if there is one.
    [[nodiscard]] std::optional<BoundBudget> ofAll(core::WindowKind kind) const;
    /// Every budget that counts all calls of this tenant, the primary one first.
    [[nodiscard]] std::vector<BoundBudget> binding(const QByteArray &tenant) const;

private:
    [[nodiscard]] BoundBudget bound(const core::Budget &budget, const QByteArray &tenant) const;
    [[nodiscard]] const core::BucketState *bucket(const QByteArray &budgetId,
                                                  const QByteArray &label) const;

    /// Two of one tenant without memory of their own: there may be thousands of tenants.
    using Budgets = QVarLengthArray<const core::Budget *, 2>;
    [[nodiscard]] std::optional<BoundBudget> foremost(const Budgets &budgets,
                                                      const QByteArray &tenant) const;
    [[nodiscard]] const core::Span &spanOf(const core::Window &window) const;

    const core::Snapshot &m_snapshot;
    Budgets m_ofAll;
    Budgets m_ofEachTenant;
    QHash<QByteArray, Budgets> m_ofTenant;
    /// By budget id and label.
    QHash<std::pair<QByteArray, QByteArray>, const core::BucketState *> m_buckets;
    /// Of budgets without a bucket: asking a time zone for each of thousands would be felt.
    mutable std::vector<std::pair<core::Window, core::Span>> m_spans;
};

/// "Daily cap", "Weekly cap", "Total cap", "Cap per 90 min".
[[nodiscard]] QString capName(const core::Window &window);
/// "Day", "Month", "Total", "90 min".
[[nodiscard]] QString windowName(const core::Window &window);
