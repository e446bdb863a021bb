// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// 1. The traffic is read from the beginning of the windows that `from` stands in.
// 2. Lifetime budgets begin with what was spent before that.
// 3. Each recorded call asks the engine again; calls end, in the order of time, as they did.
#include "core/whatif/whatif.h"

#include "core/policy/policybudgets.h"
#include "core/reports/costsums.h"
#include "core/whatif/callreplay.h"
#include "core/whatif/traffic.h"

#include <algorithm>
#include <map>

namespace core {
using namespace Qt::StringLiterals;

namespace {
/// Calls between two words about the progress: some milliseconds.
constexpr std::size_t CallsPerStep = 20'000;
/// Between two times that the engine forgets windows that are over: it looks through the rest.
constexpr std::size_t CallsPerPruning = 2'000;

Error stopped()
{
    return {ErrorCode::Conflict, u"The simulation was stopped."_s, u"Start it again."_s};
}

/// The earliest moment that still counts for a budget at `from`.
Time beginOf(const Budget &budget, Time from)
{
    switch (budget.window.kind) {
    case WindowKind::Lifetime:
        return from;
    case WindowKind::Rolling:
        return from - budget.window.length - budget.window.slotLength();
    default:
        return budget.window.spanAt(from).begins;
    }
}

/// A policy brings its own budgets along.
WhatIfQuestion withPolicyBudgets(WhatIfQuestion question)
{
    if (question.policy) {
        std::erase_if(question.budgets,
                      [](const Budget &budget) { return isPolicyBudget(budget.id); });
        const std::vector<Budget> more =
            policyBudgets(*question.policy->policy, question.policy->routes);
        question.budgets.insert(question.budgets.end(), more.begin(), more.end());
    }
    return question;
}

class Replay
{
public:
    Replay(Connection &connection, const WhatIfQuestion &question)
        : m_question(question)
        , m_traffic(connection)
        , m_sums(connection)
        , m_attributions(connection)
        , m_connection(connection)
        , m_calls(question)
    {}

    [[nodiscard]] Result<WhatIfAnswer> run(const WhatIfProgress &progress)
    {
        const Result<Span> extent = m_sums.extent();
        if (!extent) {
            return extent.error();
        }
        const Time from = std::max(m_question.from, extent->begins);
        Time begin = from;
        for (const Budget &budget : m_question.budgets) {
            begin = std::min(begin, beginOf(budget, from));
        }
        for (const Budget &budget : m_question.budgets) {
            if (const Outcome added = add(budget, begin); !added) {
                return added.error();
            }
        }
        const auto calls = m_traffic.in({begin, m_question.to},
                                        m_calls.hasPolicy() ? Traffic::PolicyRefusals::With
                                                            : Traffic::PolicyRefusals::Without);
        if (!calls) {
            return calls.error();
        }
        for (std::size_t i = 0; i < calls->size(); ++i) {
            const bool goesOn =
                i % CallsPerStep != 0 || !progress ||
                progress(static_cast<double>(i) / static_cast<double>(calls->size()));
            if (!goesOn) {
                return stopped();
            }
            if (i % CallsPerPruning == 0) {
                m_calls.engine().prune((*calls)[i].at);
            }
            if (!ask((*calls)[i])) {
                return m_connection.error();
            }
        }
        return m_calls.finish();
    }

private:
    /// A lifetime budget starts with what its selector has spent before.
    [[nodiscard]] Outcome add(const Budget &budget, Time begin)
    {
        std::vector<BudgetEngine::Opening> openings;
        if (budget.window.kind == WindowKind::Lifetime) {
            const auto sums = m_sums.in({Time{}, begin}, std::nullopt);
            if (!sums) {
                return sums.error();
            }
            std::map<std::vector<QByteArray>, qint64> amounts;
            for (auto it = sums->cbegin(); it != sums->cend(); ++it) {
                const auto attribution = m_attributions.of(it.key());
                if (!attribution) {
                    return m_connection.error();
                }
                if (budget.selector.matches(*attribution)) {
                    const Amounts spent{it->cost, it->usage.total(), it->calls};
                    amounts[wildcards(budget, *attribution)] += spent.in(budget.unit);
                }
            }
            for (const auto &[values, amount] : amounts) {
                openings.push_back({values, Time{}, amount});
            }
        }
        return m_calls.engine().upsert(budget, begin, openings);
    }

    [[nodiscard]] static std::vector<QByteArray> wildcards(const Budget &budget,
                                                           const Attribution &attribution)
    {
        std::vector<QByteArray> values;
        for (const Selector::Term &term : budget.selector.terms()) {
            if (term.value.isEmpty()) {
                values.push_back(term.tagName.isEmpty() ? attribution.of(term.dimension)
                                                        : attribution.tag(term.tagName));
            }
        }
        return values;
    }

    [[nodiscard]] bool ask(const RecordedCall &call)
    {
        const Attribution *attribution = m_traffic.attributionOf(call);
        if (attribution == nullptr) {
            return false;
        }
        m_calls.ask(call, *attribution, m_traffic.askedModel(call));
        return true;
    }

    const WhatIfQuestion &m_question;
    Traffic m_traffic;
    CostSums m_sums;
    Attributions m_attributions;
    Connection &m_connection;
    CallReplay m_calls;
};
} // namespace

Result<WhatIfAnswer>
replay(const QString &ledgerFile, const WhatIfQuestion &asked, const WhatIfProgress &progress)
{
    const WhatIfQuestion question = withPolicyBudgets(asked);
    for (const Budget &budget : question.budgets) {
        if (const Outcome sound = budget.validate(); !sound) {
            return sound.error();
        }
    }
    const Result<std::unique_ptr<Connection>> connection = Connection::openToRead(ledgerFile);
    if (!connection) {
        return connection.error();
    }
    return Replay(**connection, question).run(progress);
}

} // namespace core
