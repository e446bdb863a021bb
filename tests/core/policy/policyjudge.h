// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/budget/budgetengine.h"
#include "core/configuration/configuration.h"
#include "core/policy/policybudgets.h"
#include "core/policy/policyengine.h"

#include <QTest>

/// Rules and budgets asked together, as the pipeline does it.
namespace policyjudge {

using namespace core;
using namespace std::chrono_literals;

/// Thursday, 19 November 2026, 12:00 UTC.
constexpr Time Noon{std::chrono::seconds(1'795'089'600)};

/// What happened before, and what is asked now; dollars as texts.
struct Ask
{
    QByteArray space = "default";
    QByteArray feature = {};
    QByteArray route = "/answer-routed";
    QByteArray tier = "expensive";
    const char *cost = "0.01"; ///< its bound
    const char *spent = "0";   ///< in `spender`, so long ago
    std::chrono::minutes ago{1};
    QByteArray spender = "default";
    const char *usual = "0"; ///< five calls of the feature "f" at that cost, as long ago; 0: none
};

struct Verdict
{
    QByteArray decision; ///< "allow", "downgrade", "deny"
    QByteArray reason = {};
    QByteArray tier = "expensive";
    QByteArray rule = {};
    int alerts = 0;

    friend bool operator==(const Verdict &, const Verdict &) = default;
};

/// The rules and the budgets that they mean, as the pipeline asks both.
class Judge
{
public:
    explicit Judge(const Policy &policy)
        : m_policy(policy)
        , m_rules(std::make_shared<const Policy>(policy))
    {
        const std::vector<Route> routes{
            {"/answer-routed", {{"cheap", "small"}, {"expensive", "large"}}, 500}};
        for (const Budget &budget : policyBudgets(policy, routes)) {
            if (!m_budgets.upsert(budget, Noon - 48h).ok()) {
                qFatal("a budget of the policy is not valid");
            }
        }
    }
    [[nodiscard]] Verdict verdictOn(const Ask &ask)
    {
        remember(ask);
        const Attribution who = from(ask.space, ask.feature);
        const Money bound = dollars(ask.cost);
        const PolicyVerdict said =
            m_rules.evaluate({who, ask.route, "large", ask.tier, bound}, Noon);
        Verdict verdict{"allow", said.reason, said.tier, said.policyId};
        verdict.alerts = static_cast<int>(said.alerts.size());
        if (said.decision == PolicyVerdict::Decision::Deny) {
            verdict.decision = "deny";
            return verdict;
        }
        if (said.decision == PolicyVerdict::Decision::Downgrade) {
            verdict.decision = "downgrade";
        }
        askTheBudgets(who, bound, verdict);
        return verdict;
    }

private:
    static Money dollars(const char *text) { return *Money::parse(text); }
    [[nodiscard]] Attribution from(const QByteArray &space, const QByteArray &feature) const
    {
        Attribution who;
        who.of(Dimension::Namespace) = m_policy.namespaceFor(space);
        who.of(Dimension::Feature) = feature;
        return who;
    }
    void remember(const Ask &ask)
    {
        const Time then = Noon - ask.ago;
        const Amounts tiny{Money::fromNanos(1), 0, 1};
        const auto earlier = m_budgets.admit(from(ask.spender, {}), tiny, then);
        const HoldId hold = std::get<Admitted>(earlier).hold;
        // A settlement above its bound is charged in full.
        static_cast<void>(m_budgets.settle(hold, {dollars(ask.spent), 0, 1}, then));
        for (int i = 0; i < PolicyRule().minimumSamples && !dollars(ask.usual).isZero(); ++i) {
            static_cast<void>(m_rules.settled(
                from(ask.space, "f"), dollars(ask.usual), dollars(ask.usual), then));
        }
    }
    void askTheBudgets(const Attribution &who, Money bound, Verdict &verdict)
    {
        const Admission admission = m_budgets.admit(who, {bound, 0, 1}, Noon);
        const auto *refusal = std::get_if<Refusal>(&admission);
        const auto *admitted = std::get_if<Admitted>(&admission);
        const QByteArray budget = refusal != nullptr  ? refusal->shortfalls.front().state.budgetId
                                  : admitted->warning ? admitted->warning->budgetId
                                                      : QByteArray();
        const PolicyRule *rule = policyRule(m_policy, budget);
        const bool isWarned = rule != nullptr && refusal == nullptr;
        if (rule == nullptr ||
            (isWarned && (rule->action != PolicyAction::Downgrade || verdict.tier == rule->tier))) {
            return;
        }
        verdict.rule = rule->id;
        verdict.reason = rule->denyReason.isEmpty() ? "budget_exceeded" : rule->denyReason;
        verdict.decision = refusal != nullptr ? "deny" : "downgrade";
        verdict.tier = refusal != nullptr ? verdict.tier : rule->tier;
    }

    Policy m_policy;
    PolicyEngine m_rules;
    BudgetEngine m_budgets;
};

} // namespace policyjudge
