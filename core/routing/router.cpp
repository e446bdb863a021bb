// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/routing/router.h"

#include <algorithm>
#include <array>

namespace core {

namespace {

constexpr int HighComplexity = 75;
/// How good a model must be to be an adequate cheaper one, by the quality asked for.
constexpr std::array AdequateQuality{0.0, 0.4, 0.6, 0.8};

Quality wanted(const RouteWish &wish)
{
    const int level = static_cast<int>(wish.quality) + (wish.complexity >= HighComplexity ? 1 : 0);
    return static_cast<Quality>(std::min(level, static_cast<int>(Quality::Critical)));
}

/// The working list of one decision.
class Choice
{
public:
    explicit Choice(RouteDecision &decision)
        : m_decision(decision)
    {
        for (std::size_t i = 0; i < decision.considered.size(); ++i) {
            m_left.push_back(i);
        }
    }

    [[nodiscard]] const RouteCandidate &at(std::size_t index) const
    {
        return m_decision.considered[index].candidate;
    }

    void dropUnavailable()
    {
        drop([](const RouteCandidate &one) { return !one.unavailable.isEmpty(); }, "unavailable");
    }

    void drop(auto doesNotServe, const QByteArray &verdict)
    {
        std::erase_if(m_left, [&](std::size_t index) {
            const bool drops = doesNotServe(at(index));
            if (drops) {
                m_decision.considered[index].verdict = verdict;
            }
            return drops;
        });
    }

    /// Only while others remain.
    void preferOthers(auto doesNotServe, const QByteArray &verdict)
    {
        if (!std::ranges::all_of(m_left, [&](std::size_t i) { return doesNotServe(at(i)); })) {
            drop(doesNotServe, verdict);
        }
    }

    void sortBy(auto key) { std::ranges::stable_sort(m_left, {}, key); }

    void score(Quality quality)
    {
        std::vector<ScoredCandidate> scored;
        for (const std::size_t index : m_left) {
            scored.push_back({at(index).quality, at(index).cost, at(index).latency});
        }
        const std::vector<double> values = scores(quality, scored);
        for (std::size_t i = 0; i < m_left.size(); ++i) {
            m_decision.considered[m_left[i]].score = values[i];
        }
        sortByScore();
    }

    /// By what each candidate is worth alone.
    void scoreEach(auto scoreOf)
    {
        for (const std::size_t index : m_left) {
            m_decision.considered[index].score = scoreOf(at(index));
        }
        sortByScore();
    }

    [[nodiscard]] bool isEmpty() const { return m_left.empty(); }

    void decide(RouteReason reason)
    {
        m_decision.order = m_left;
        m_decision.reason =
            m_left.empty() && reason == RouteReason::Rules ? RouteReason::None : reason;
        for (const std::size_t index : m_left) {
            m_decision.considered[index].verdict = index == m_left.front() ? "chosen" : "next";
        }
    }

private:
    void sortByScore()
    {
        sortBy(
            [this](std::size_t index) { return -m_decision.considered[index].score.value_or(0); });
    }

    RouteDecision &m_decision;
    std::vector<std::size_t> m_left;
};

void rank(Choice &choice, RoutingRules::Mode mode, Quality quality)
{
    switch (mode) {
    case RoutingRules::Mode::Score:
        choice.score(quality);
        break;
    case RoutingRules::Mode::Legacy:
        choice.scoreEach([quality](const RouteCandidate &one) {
            const auto milliseconds = static_cast<double>(one.latency.count()) / 1000;
            return legacyScore(quality, one.dollarsPerThousandTokens, milliseconds);
        });
        break;
    case RoutingRules::Mode::Efficiency:
        choice.scoreEach(
            [](const RouteCandidate &one) { return efficiencyScore(one.quality, one.cost); });
        break;
    }
}

} // namespace

const std::vector<QByteArray> &RoutingRules::modelsFor(const QByteArray &taskType) const
{
    const auto it =
        std::ranges::find(taskTypes, taskType, [](const auto &one) { return one.first; });
    return it == taskTypes.end() ? models : it->second;
}

BudgetTier budgetTier(qint64 settled, qint64 limit, const RoutingRules::BudgetMarks &marks)
{
    const auto reached = [settled, limit](int mark) {
        return static_cast<__int128>(settled) * 1'000'000 >= static_cast<__int128>(limit) * mark;
    };
    return reached(marks.exceeded) ? BudgetTier::Exceeded
           : reached(marks.near)   ? BudgetTier::Near
                                   : BudgetTier::Normal;
}

RouteDecision decideRoute(RoutingRules::Mode mode,
                          const RouteWish &wish,
                          BudgetTier tier,
                          std::vector<RouteCandidate> candidates)
{
    RouteDecision decision;
    decision.wish = wish;
    decision.tier = tier;
    decision.mode = mode;
    for (RouteCandidate &one : candidates) {
        decision.considered.push_back({std::move(one), {}, {}});
    }
    Choice choice(decision);
    choice.dropUnavailable();
    if (choice.isEmpty()) {
        choice.decide(RouteReason::None); // 503, not 402: money is not what is missing
        return decision;
    }
    if (wish.taskBudget) {
        choice.drop([&](const RouteCandidate &one) { return one.cost > *wish.taskBudget; },
                    "dearer than what the task has left");
    }
    if (wish.latency) {
        choice.preferOthers([&](const RouteCandidate &one) { return one.latency > *wish.latency; },
                            "slower than allowed");
    }
    const Quality quality = wanted(wish);
    if (tier == BudgetTier::Exceeded) {
        choice.drop([](const RouteCandidate &one) { return !one.isLocal; },
                    "not local, and the budget is nearly spent");
    } else if (tier == BudgetTier::Near) {
        const double adequate = AdequateQuality.at(static_cast<std::size_t>(quality));
        choice.preferOthers([&](const RouteCandidate &one) { return one.quality < adequate; },
                            "not good enough");
    }
    rank(choice, mode, quality);
    if (tier == BudgetTier::Near) {
        choice.sortBy([&](std::size_t index) { return choice.at(index).cost; });
    }
    const bool byBudget = tier != BudgetTier::Normal || choice.isEmpty();
    choice.decide(byBudget ? RouteReason::Budget : RouteReason::Rules);
    return decision;
}

} // namespace core
