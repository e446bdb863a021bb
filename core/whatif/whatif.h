// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/requestid.h"
#include "core/budget/budget.h"
#include "core/pricing/price.h"
#include "core/whatif/policyreplay.h"

#include <QString>

#include <functional>
#include <optional>
#include <vector>

namespace core {

/// What is proposed, and over which traffic.
struct WhatIfQuestion
{
    std::vector<Budget> budgets{}; ///< all that would be in force, the proposed ones among them
    std::optional<Price> price{};  ///< what a model would have cost instead
    /// Its rules, and its budgets instead of those of the policy in force.
    std::optional<ProposedPolicy> policy{};
    Time from{}; ///< judged: admitted or refused in [from, to)
    Time to = Time::max();
    bool wantsDecisions = false; ///< every single one, for a comparison
};

enum class Replayed : quint8 {
    Admitted,
    Clamped, ///< its answer fits, what it asked for at most does not
    Refused,
    Downgraded, ///< to a cheaper model, by the proposed policy
};

/// One request: what happened, and what would have.
struct ReplayedDecision
{
    RequestId id;
    int attempt = 1;
    Time at{};
    bool wasAdmitted = false;
    bool wasDowngraded = false;
    Replayed would = Replayed::Admitted;
};

struct WhatIfAnswer
{
    qint64 calls = 0; ///< recorded, refused ones included
    qint64 wasRefused = 0;
    qint64 wouldRefuse = 0;
    qint64 wouldClamp = 0;
    qint64 wasDowngraded = 0;
    qint64 wouldDowngrade = 0; ///< by a policy; 0 where none is proposed
    qint64 newlyRefused = 0;   ///< ran, and would not have
    qint64 newlyAdmitted = 0;  ///< was refused, and would have run; charged at its bound
    qint64 pastSoftMark = 0;   ///< admitted at or past a soft mark: warned, or downgraded
    Money spent;               ///< what was settled
    Money wouldSpend;
    std::optional<Time> firstRefusal; ///< that would be new

    /// Whom it hits, by the bucket that has no room: most refusals first.
    struct Hit
    {
        QByteArray budgetId; ///< or the policy's rule
        QByteArray label;    ///< "tenant:research"
        qint64 refused = 0;
        Money saved; ///< what those calls did cost
        Time first{};
        Time last{};
    };
    std::vector<Hit> hits;
    std::vector<ReplayedDecision> decisions; ///< in the order of time, if they were wanted
};

/// Called now and then with the share that is done, 0..1; false stops.
using WhatIfProgress = std::function<bool(double done)>;

/// Replays the recorded traffic - holds, settlements, releases, refusals, in the order of time -
/// through a BudgetEngine with other budgets. For the budgets that were in force all the time it
/// says what happened, decision by decision.
///
/// What it assumes: callers would have sent the same requests at the same times; a call that was
/// refused would have cost its bound for no time; windows that began before `from` start with what
/// was spent in them; resets and earlier changes of budgets are not replayed. A policy is asked for
/// the model that a downgraded call wanted; a model it is moved to costs what `prices` say.
///
/// Failure: the file cannot be read; a budget that is not valid; Conflict when it was stopped.
[[nodiscard]] Result<WhatIfAnswer> replay(const QString &ledgerFile,
                                          const WhatIfQuestion &question,
                                          const WhatIfProgress &progress = {});

} // namespace core
