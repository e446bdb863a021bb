// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/ledger/ledger.h"
#include "proxy/accounts.h"
#include "proxy/ledgerwriter.h"

#include <utility>

// How Accounts brings a change into the ledger, one after another, and then into force.

namespace proxy {

using namespace Qt::StringLiterals;

/// Changes of one thing happen one after another, each begun when the one before is durable or
/// has failed: so there is always exactly one state to go back to.
void Accounts::inTurn(const QByteArray &subject, std::function<void()> change)
{
    {
        const std::lock_guard lock(m_mutex);
        const auto [turn, isFree] = m_turns.try_emplace(subject);
        if (!isFree) {
            turn->second.push_back(std::move(change));
            return;
        }
    }
    change();
}

void Accounts::conclude(const QByteArray &subject, const Answer &answer, core::Outcome outcome)
{
    if (answer) {
        answer(std::move(outcome));
    }
    std::function<void()> next;
    {
        const std::lock_guard lock(m_mutex);
        const auto turn = m_turns.find(subject);
        if (turn->second.empty()) {
            m_turns.erase(turn);
            return;
        }
        next = std::move(turn->second.front());
        turn->second.pop_front();
    }
    next();
}

core::Outcome
Accounts::postInTurn(const QByteArray &subject, const Answer &answer, const Change &change)
{
    const bool taken = m_ledger.run([this, subject, answer, change](core::Ledger &ledger) {
        conclude(subject, answer, change(ledger));
    });
    if (taken) {
        return core::Done{};
    }
    return core::Error{core::ErrorCode::Unavailable,
                       u"Capstan is stopping, so nothing was changed."_s,
                       u"Try again when it has started."_s};
}

void Accounts::writeInTurn(const QByteArray &subject, const Answer &answer, const Change &change)
{
    if (const core::Outcome posted = postInTurn(subject, answer, change); !posted.ok()) {
        conclude(subject, answer, posted);
    }
}

/// `apply` runs inside the mutex.
core::Outcome Accounts::writeThen(core::Ledger &ledger,
                                  const core::LedgerRecord &record,
                                  const std::function<void()> &apply)
{
    core::Outcome written = ledger.write({record});
    if (!written.ok()) {
        return written;
    }
    Aftermath after;
    {
        const std::lock_guard lock(m_mutex);
        apply();
        settleChange(after);
    }
    finish(std::move(after));
    return written;
}

} // namespace proxy
