// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/budget/budgetengine.h"

#include <map>
#include <set>
#include <tuple>
#include <vector>

/// What the engine must say, computed the slow and plain way: from a list of all entries and of
/// all open calls, gone through again for each question. Shares no counter code with the engine.
class ReferenceModel
{
public:
    struct Call
    {
        core::HoldId id = core::HoldId::None;
        core::Attribution who;
        core::Amounts bound;
        core::Amounts metered{{}, 0, 0};
        core::Time admittedAt{};
        int order = 0;
    };
    struct Figures
    {
        qint64 settled = 0;
        qint64 held = 0;
        int running = 0;
    };

    std::map<QByteArray, core::Budget> budgets;
    std::map<core::HoldId, Call> open;

    [[nodiscard]] Figures
    figures(const core::Budget &budget, const QByteArray &label, core::Time now) const;
    [[nodiscard]] bool yields(const core::Budget &budget, const QByteArray &label) const;
    /// The label under which the budget counts these; nullopt when it does not match.
    [[nodiscard]] static std::optional<QByteArray> labelOf(const core::Budget &budget,
                                                           const core::Attribution &who);
    [[nodiscard]] bool enforces(const core::Budget &budget, const QByteArray &label) const;
    [[nodiscard]] bool
    wouldPass(const core::Attribution &who, const core::Amounts &bound, core::Time now) const;

    void admit(Call call);
    void settle(core::HoldId id, const core::Amounts &used);
    void release(core::HoldId id) { open.erase(id); }
    void charge(const core::Attribution &who, const core::Amounts &used, core::Time admittedAt);

    /// All that was settled in the window of now and after the last reset, as the ledger answers.
    [[nodiscard]] std::vector<core::BudgetEngine::Opening> openings(const core::Budget &budget,
                                                                    core::Time now) const;
    void reset(const QByteArray &budgetId, const QByteArray &label);

private:
    struct Entry
    {
        core::Attribution who;
        core::Amounts used;
        core::Time admittedAt{};
        int order = 0;
    };
    std::vector<Entry> m_entries;
    std::map<std::pair<QByteArray, QByteArray>, int> m_resets; ///< budget and label, to order
    int m_order = 0;

    [[nodiscard]] int firstOrder(const core::Budget &budget, const QByteArray &label) const;
    [[nodiscard]] static bool
    counts(const core::Budget &budget, core::Time admittedAt, core::Time now);
};
