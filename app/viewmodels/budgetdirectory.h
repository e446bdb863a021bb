// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/barfigures.h"
#include "core/snapshot.h"

#include <span>

/// A budget with one of its counters.
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

    /// That budget, whomever it binds. Of one with a wildcard the counter with that label, or the
    /// fullest. Nothing when there is no such budget.
    [[nodiscard]] std::optional<BoundBudget> named(const QByteArray &budgetId,
                                                   const QByteArray &label = {}) const;
    /// With its only counter, or the fullest of a wildcard's.
    [[nodiscard]] BoundBudget fullest(const core::Budget &budget) const;
    /// The counters of a budget, of a wildcard's one for each value, in the order of labels.
    [[nodiscard]] std::vector<BoundBudget> counters(const core::Budget &budget) const;
    [[nodiscard]] int countersOf(const QByteArray &budgetId) const; ///< how many

private:
    [[nodiscard]] BoundBudget bound(const core::Budget &budget, const QByteArray &tenant) const;
    [[nodiscard]] BoundBudget labelled(const core::Budget &budget, const QByteArray &label) const;
    using States = std::vector<const core::BucketState *>;
    [[nodiscard]] std::span<const core::BucketState *const> statesOf(const QByteArray &id) const;
    [[nodiscard]] const core::BucketState *bucket(const QByteArray &budgetId,
                                                  const QByteArray &label) const;

    using Budgets = std::vector<const core::Budget *>;
    [[nodiscard]] std::optional<BoundBudget> foremost(std::span<const core::Budget *const> budgets,
                                                      const QByteArray &tenant) const;
    /// Those of that tenant alone.
    [[nodiscard]] std::span<const core::Budget *const> exactly(const QByteArray &tenant) const;
    [[nodiscard]] const core::Span &spanOf(const core::Window &window) const;

    const core::Snapshot &m_snapshot;
    // Sorted pointers, not hashes: a directory is made of each snapshot, there may be thousands of
    // budgets, few of which are looked up, and they come in order for the most part.
    Budgets m_ofAll;
    Budgets m_ofEachTenant;
    Budgets m_ofTenant; ///< by tenant
    States m_buckets;   ///< by budget id and label
    /// Of budgets without a bucket: asking a time zone for each of thousands would be felt.
    mutable std::vector<std::pair<core::Window, core::Span>> m_spans;
};

/// The tenant ("": all) whose inspector has that cap in its editor; nothing for any other budget.
[[nodiscard]] std::optional<QByteArray> soleTenantOf(const core::Budget &budget);
/// "Daily cap", "Weekly cap", "Total cap", "Cap per 90 min".
[[nodiscard]] QString capName(const core::Window &window);
/// "Day", "Month", "Total", "90 min".
[[nodiscard]] QString windowName(const core::Window &window);
