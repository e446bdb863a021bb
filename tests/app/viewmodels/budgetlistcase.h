// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "samplesnapshot.h"

#include "app/viewmodels/controlcentre.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>

class StillClock final : public core::Clock
{
public:
    [[nodiscard]] core::Time now() const override { return sample::afternoon(); }
};

/// Four budgets of whatever selector and unit: of all in requests, of an agent, of each agent, and
/// of a tenant in tokens.
class BudgetListCase : public QObject
{
    Q_OBJECT

protected:
    void begin()
    {
        m_centre = std::make_unique<ControlCentre>(m_clock);
        m_snapshot = sample::withBudgets();
        const auto isSample = [](const auto &id) {
            return id != "b-crawler" && id != "b-tokens" && id != "b-each";
        };
        m_snapshot.budgets.removeIf([&](const auto &one) { return isSample(one.id); });
        std::erase_if(m_snapshot.buckets, [&](const auto &one) { return isSample(one.budgetId); });
        auto all = daily("b-all", {}, core::Unit::Requests, 40);
        all.window = {core::WindowKind::Hour, {}, "Europe/Berlin"};
        m_snapshot.budgets.push_back(all);
        count(m_snapshot, all, {}, 12, 3);
        m_centre->budgets()->setShown(true);
        m_centre->apply(m_snapshot);
    }
    static core::Budget
    daily(const QByteArray &id, const core::Selector &selector, core::Unit unit, qint64 limit)
    {
        core::Budget budget = sample::dailyBudget(id, {}, core::Money::fromNanos(limit));
        budget.selector = selector;
        budget.unit = unit;
        return budget;
    }
    /// Counted so far, and held.
    static void count(core::Snapshot &snapshot,
                      const core::Budget &budget,
                      const QByteArray &label,
                      qint64 settled,
                      qint64 held)
    {
        core::BucketState state = sample::bucketOf(budget, snapshot.at);
        state.label = label;
        state.unit = budget.unit;
        state.settled = settled;
        state.held = held;
        state.running = held > 0 ? 2 : 0;
        snapshot.buckets.push_back(state);
    }

    static qint64 dollars(const char *amount) { return sample::dollars(amount).nanos(); }
    [[nodiscard]] TenantRow line(int row) const
    {
        BudgetListModel *list = m_centre->budgets();
        return list->data(list->index(row), Qt::UserRole).value<BudgetRow>().line;
    }
    [[nodiscard]] QStringList ids() const
    {
        QStringList ids;
        for (int row = 0; row < m_centre->budgets()->count(); ++row) {
            ids += m_centre->budgets()->idAt(row);
        }
        return ids;
    }
    [[nodiscard]] TenantDetail &shown() { return *m_centre->tenant(); }

    StillClock m_clock;
    std::unique_ptr<ControlCentre> m_centre;
    core::Snapshot m_snapshot;
};
