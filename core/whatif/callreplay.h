// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/budget/budgetengine.h"
#include "core/whatif/policyreplay.h"
#include "core/whatif/tally.h"

#include <queue>

#include <functional>
#include <optional>
#include <vector>

namespace core {

/// Asks an engine, and a policy where one is proposed, about recorded calls again, in the order of
/// time; calls end as they did.
class CallReplay
{
public:
    explicit CallReplay(const WhatIfQuestion &question);

    [[nodiscard]] BudgetEngine &engine() { return m_engine; }
    [[nodiscard]] bool hasPolicy() const { return m_policy.has_value(); }
    /// `asked`: the model that a downgraded call wanted, where that is known.
    void ask(const RecordedCall &recorded, const Attribution &attribution, const QByteArray &asked);
    [[nodiscard]] WhatIfAnswer finish() { return m_tally.finish(); }

private:
    struct Ending
    {
        Time at{};
        HoldId hold = HoldId::None;
        Amounts actual;
        friend bool operator>(const Ending &a, const Ending &b) { return a.at > b.at; }
    };
    /// What the engine says of a call, the second time with a smaller bound where that may be.
    struct Passage
    {
        Admission admission;
        bool isClamped = false;
    };
    /// A call on its way: as it was, and as it would have been.
    struct Journey
    {
        const RecordedCall &recorded;
        RecordedCall call;
        Attribution attribution;
        const QByteArray &served; ///< the model that it was served by
    };

    void askPolicy(Journey &journey, const QByteArray &asked);
    void end(const Journey &journey, const Passage &passage, Replayed would);
    void moveTo(Journey &journey, const QByteArray &model) const;
    void reprice(RecordedCall &call, const Price &price) const;
    void repriceAsProposed(RecordedCall &call, const QByteArray &model) const;
    [[nodiscard]] Passage admit(const RecordedCall &call, const Attribution &attribution);
    [[nodiscard]] QByteArray cheaperModel(const Passage &passage, const Journey &journey);
    [[nodiscard]] QByteArray cheaperPastMark(const Journey &journey);
    void endUntil(Time now);

    const WhatIfQuestion &m_question;
    std::optional<PolicyReplay> m_policy;
    BudgetEngine m_engine;
    std::priority_queue<Ending, std::vector<Ending>, std::greater<>> m_running;
    Tally m_tally;
};

} // namespace core
