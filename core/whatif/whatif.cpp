// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// 1. The traffic is read from the beginning of the windows that `from` stands in.
// 2. Lifetime budgets begin with what was spent before that.
// 3. Each recorded call asks the engine again; calls end, in the order of time, as they did.
#include "core/whatif/whatif.h"

#include "core/pricing/modelname.h"
#include "core/reports/costsums.h"
#include "core/whatif/traffic.h"

#include <queue>

#include <algorithm>
#include <map>

namespace core {
using namespace Qt::StringLiterals;

namespace {
/// Calls between two words about the progress: some milliseconds.
constexpr std::size_t CallsPerStep = 20'000;

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

class Replay
{
public:
    Replay(Connection &connection, const WhatIfQuestion &question)
        : m_question(question)
        , m_traffic(connection)
        , m_sums(connection)
        , m_attributions(connection)
        , m_connection(connection)
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
        const auto calls = m_traffic.in({begin, m_question.to});
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
            if (!ask((*calls)[i])) {
                return m_connection.error();
            }
        }
        return finish();
    }

private:
    struct Ending
    {
        Time at{};
        HoldId hold = HoldId::None;
        Amounts actual;
        friend bool operator>(const Ending &a, const Ending &b) { return a.at > b.at; }
    };

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
        return m_engine.upsert(budget, begin, openings);
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

    /// A proposed price changes what the call costs, and its bound in the same proportion.
    void reprice(RecordedCall &call, const Attribution &attribution) const
    {
        const auto &price = m_question.price;
        if (!price ||
            !matchesGlob(price->model, QString::fromUtf8(attribution.of(Dimension::Model)))) {
            return;
        }
        const Money before = call.actual.cost;
        const Result<Money> cost = charge(*price, call.usage);
        if (!cost || !call.wasAdmitted) {
            return;
        }
        call.actual.cost = *cost;
        const auto bound = before.isZero() ? static_cast<__int128>(cost->nanos())
                                           : static_cast<__int128>(call.bound.cost.nanos()) *
                                                 cost->nanos() / before.nanos();
        call.bound.cost = Money::fromNanos(
            static_cast<qint64>(std::min<__int128>(bound, Money::maximum().nanos())));
        call.bound.cost = std::max(call.bound.cost, *cost);
    }

    [[nodiscard]] bool ask(RecordedCall call)
    {
        endUntil(call.at);
        const Attribution *attribution = m_traffic.attributionOf(call);
        if (attribution == nullptr) {
            return false;
        }
        const Money before = call.actual.cost;
        reprice(call, *attribution);
        Replayed would = Replayed::Admitted;
        Admission admission = m_engine.admit(*attribution, call.bound, call.at);
        if (call.wasAdmitted && std::holds_alternative<Refusal>(admission) &&
            m_engine.headroom(*attribution, call.at).mayClamp) {
            // Its answer is known: a smaller max_tokens would have let it through.
            Admission again = m_engine.admit(*attribution, call.actual, call.at);
            if (std::holds_alternative<Admitted>(again)) {
                would = Replayed::Clamped;
                admission = std::move(again);
            }
        }
        if (const auto *passed = std::get_if<Admitted>(&admission)) {
            const Amounts actual = call.wasAdmitted ? call.actual : call.bound;
            m_running.push({call.endedAt, passed->hold, actual});
            count(call, before, {would, actual.cost, passed->warning.has_value(), nullptr});
        } else {
            const Refusal &refusal = std::get<Refusal>(admission);
            count(call, before, {Replayed::Refused, {}, false, &refusal.shortfalls.front()});
        }
        return true;
    }

    void endUntil(Time now)
    {
        while (!m_running.empty() && m_running.top().at <= now) {
            const Ending ending = m_running.top();
            m_running.pop();
            (void)m_engine.settle(ending.hold, ending.actual, ending.at);
            (void)m_engine.takeCrossings();
        }
    }

    struct Verdict
    {
        Replayed would = Replayed::Admitted;
        Money costs;
        bool warned = false;
        const Shortfall *shortfall = nullptr; ///< of a refusal
    };
    /// `cost`: what the call did cost.
    void count(const RecordedCall &call, Money cost, const Verdict &verdict)
    {
        if (call.at < m_question.from) {
            return; // only warms the windows up
        }
        WhatIfAnswer &answer = m_answer;
        ++answer.calls;
        answer.spent += cost;
        answer.wouldSpend += verdict.costs;
        answer.wasRefused += call.wasAdmitted ? 0 : 1;
        answer.wouldClamp += verdict.would == Replayed::Clamped ? 1 : 0;
        answer.pastSoftMark += verdict.warned ? 1 : 0;
        answer.newlyAdmitted += !call.wasAdmitted && verdict.shortfall == nullptr ? 1 : 0;
        if (verdict.shortfall != nullptr) {
            ++answer.wouldRefuse;
            hit(call, cost, *verdict.shortfall);
        }
        if (m_question.wantsDecisions) {
            answer.decisions.push_back(
                {call.id, call.attempt, call.at, call.wasAdmitted, verdict.would});
        }
    }

    void hit(const RecordedCall &call, Money cost, const Shortfall &shortfall)
    {
        if (call.wasAdmitted) {
            ++m_answer.newlyRefused;
            m_answer.firstRefusal = m_answer.firstRefusal.value_or(call.at);
        }
        const BucketState &state = shortfall.state;
        auto &hit = m_hits[{state.budgetId, state.label}];
        if (hit.refused == 0) {
            hit = {state.budgetId, state.label, 0, {}, call.at, call.at};
        }
        ++hit.refused;
        hit.saved += cost;
        hit.last = call.at;
    }

    [[nodiscard]] WhatIfAnswer finish()
    {
        for (const auto &[who, hit] : m_hits) {
            m_answer.hits.push_back(hit);
        }
        std::stable_sort(m_answer.hits.begin(),
                         m_answer.hits.end(),
                         [](const auto &a, const auto &b) { return a.refused > b.refused; });
        return std::move(m_answer);
    }

    const WhatIfQuestion &m_question;
    Traffic m_traffic;
    CostSums m_sums;
    Attributions m_attributions;
    Connection &m_connection;
    BudgetEngine m_engine;
    std::priority_queue<Ending, std::vector<Ending>, std::greater<>> m_running;
    std::map<std::pair<QByteArray, QByteArray>, WhatIfAnswer::Hit> m_hits;
    WhatIfAnswer m_answer;
};
} // namespace

Result<WhatIfAnswer>
replay(const QString &ledgerFile, const WhatIfQuestion &question, const WhatIfProgress &progress)
{
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
