// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/budget/attribution.h"
#include "core/budget/budget.h"
#include "core/policy/costhistory.h"
#include "core/policy/policy.h"

#include <map>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace core {

/// What a policy decided about one request (S3-15), before money is asked.
struct PolicyVerdict
{
    enum class Decision : quint8 { Allow, Downgrade, Deny };

    Decision decision = Decision::Allow;
    QByteArray reason; ///< empty on a plain allow
    QByteArray tier;   ///< the effective one
    QByteArray requestedTier;
    QByteArray version;                       ///< of the policy that judged
    QByteArray policyId;                      ///< of the rule that decided, or alerted
    std::optional<PolicyPrimitive> primitive; ///< nothing: "none"
    std::vector<QByteArray> alerts;           ///< each anomaly's sentence; none hides another rule

    /// For the decision log; empty when no rule had anything to say.
    [[nodiscard]] QByteArray toJson() const;
};

/// What a rule says of a request that has run.
struct PolicyFinding
{
    QByteArray policyId;
    QByteArray reason; ///< a sentence

    friend bool operator==(const PolicyFinding &, const PolicyFinding &) = default;
};
/// For the ledger: [{"policy_id", "reason"}, ...]; empty when there are none.
[[nodiscard]] QByteArray toJson(const std::vector<PolicyFinding> &findings);

/// Judges requests by one policy. Rules of a namespace are read in the file's order; the first
/// that denies or downgrades decides. Alerts are collected on the way and end nothing, unlike in
/// the seed (S3-10). Spend is not summed up here: budget_threshold is a budget of the one engine,
/// see policyBudgets(), and so holds under concurrency. O(rules of the namespace), whatever was
/// spent before. Not thread-safe.
class PolicyEngine
{
public:
    explicit PolicyEngine(std::shared_ptr<const Policy> policy);

    struct Question
    {
        const Attribution &attribution; ///< its namespace as namespaceFor() gives it
        QByteArrayView route;
        QByteArrayView model; ///< as asked for
        QByteArrayView tier;  ///< as asked for; empty when the request knows no tiers
        Money bound;          ///< what it may cost at most
    };
    [[nodiscard]] PolicyVerdict evaluate(const Question &question, Time now);

    /// A request that ran (S3-35): what each rule says when it cost far more than its feature does
    /// on average; then it is part of that average.
    [[nodiscard]] std::vector<PolicyFinding>
    settled(const Attribution &attribution, Money bound, Money cost, Time now);

    [[nodiscard]] const Policy &policy() const { return *m_policy; }

private:
    /// Bounds are compared with bounds and costs with costs: a bound is many times a cost.
    struct Histories
    {
        CostHistory bounds;
        CostHistory costs;
    };
    void judge(const PolicyRule &rule, const Question &question, Time now, PolicyVerdict &verdict);
    [[nodiscard]] std::optional<QByteArray> anomaly(const PolicyRule &rule,
                                                    CostHistory &history,
                                                    Money cost,
                                                    Time now,
                                                    const QByteArray &feature);

    std::shared_ptr<const Policy> m_policy;
    std::map<std::chrono::hours, Histories> m_histories; ///< by length of the baseline
};

} // namespace core
