// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "proxy/accounts.h"

// The part of Accounts that answers questions about budgets and calls.

namespace proxy {

std::vector<core::Budget> Accounts::pastSoftMark(const core::Attribution &attribution)
{
    const std::lock_guard lock(m_mutex);
    std::vector<core::Budget> budgets;
    for (const core::BucketState &state : m_engine.matching(attribution, m_clock.now())) {
        const core::Budget *budget = m_engine.budget(state.budgetId);
        if (budget != nullptr && !budget->softMarks.empty() &&
            state.settled + state.held >= budget->markAmount(budget->softMarks.front())) {
            budgets.push_back(*budget);
        }
    }
    return budgets;
}

std::vector<core::Budget> Accounts::downgrading(const core::Refusal &refusal)
{
    const std::lock_guard lock(m_mutex);
    std::vector<core::Budget> budgets;
    for (const core::Shortfall &shortfall : refusal.shortfalls) {
        const core::Budget *budget = m_engine.budget(shortfall.state.budgetId);
        if (budget != nullptr && budget->atHard == core::HardAction::Downgrade) {
            budgets.push_back(*budget);
        }
    }
    return budgets;
}

std::vector<core::Budget> Accounts::budgets()
{
    const std::lock_guard lock(m_mutex);
    return m_engine.budgets();
}

std::optional<core::BucketState> Accounts::bucket(const QByteArray &budgetId,
                                                  const QByteArray &label)
{
    const std::lock_guard lock(m_mutex);
    return m_engine.state(budgetId, label, m_clock.now());
}

std::vector<core::BucketState> Accounts::matching(const core::Attribution &attribution)
{
    const std::lock_guard lock(m_mutex);
    return m_engine.matching(attribution, m_clock.now());
}

std::optional<core::AdmissionRecord> Accounts::admissionOf(core::HoldId hold)
{
    const std::lock_guard lock(m_mutex);
    const auto it = m_running.constFind(static_cast<quint64>(hold));
    return it == m_running.cend() ? std::nullopt : std::optional(it->admission);
}

} // namespace proxy
