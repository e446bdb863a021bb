// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "proxy/accounts.h"

// The part of Accounts that gives more room for a while, and what else goes by the clock.

namespace proxy {

using namespace Qt::StringLiterals;

void Accounts::raiseBudget(const QByteArray &id,
                           std::optional<core::Raise> raise,
                           const Answer &answer)
{
    inTurn(id, [this, id, raise, answer] {
        std::optional<core::Budget> budget;
        {
            const std::lock_guard lock(m_mutex);
            if (const core::Budget *known = m_engine.budget(id)) {
                budget = *known;
            }
        }
        if (!budget) {
            const core::Error error{core::ErrorCode::NotFound,
                                    u"There is no budget %1."_s.arg(QString::fromUtf8(id)),
                                    u"List the budgets to see their ids."_s};
            conclude(id, answer, error);
            return;
        }
        budget->raise = raise;
        beginBudget(*budget, answer);
    });
}

/// Whoever looks makes it so at once; without a window the minute's tidying does.
void Accounts::endRaises()
{
    Aftermath after;
    {
        const std::lock_guard lock(m_mutex);
        if (m_engine.endRaises(m_clock.now())) {
            settleChange(after);
        }
    }
    finish(std::move(after));
}

void Accounts::tidy()
{
    endRaises();
    Aftermath after;
    {
        const std::lock_guard lock(m_mutex);
        if (m_jumps.isSettled(m_clock.now(), std::chrono::steady_clock::now())) {
            m_engine.prune(m_clock.now());
        }
        storeKeyUses(after);
    }
    finish(std::move(after));
}

} // namespace proxy
