// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/policyengine.h"

#include "core/base/jsontext.h"
#include "core/base/jsonwriter.h"
#include "core/pricing/modelname.h"

#include <QByteArrayList>

#include <algorithm>

namespace core {

namespace {
using Decision = PolicyVerdict::Decision;

bool matchesAny(const std::vector<QByteArray> &globs, QByteArrayView text)
{
    const QString name = QString::fromUtf8(text);
    return std::ranges::any_of(globs, [&name](const QByteArray &glob) {
        return matchesGlob(QString::fromUtf8(glob), name);
    });
}

bool applies(const PolicyRule &rule, const PolicyEngine::Question &question)
{
    return (rule.routeName.isEmpty() || question.route == rule.routeName) &&
           (rule.featureId.isEmpty() ||
            rule.featureId == question.attribution.of(Dimension::Feature));
}

/// Whether the rule objects; each with the word that the seed's reasons are made of.
QByteArray objection(const PolicyRule &rule, const PolicyEngine::Question &question, Time now)
{
    switch (rule.primitive) {
    case PolicyPrimitive::RoutePreference:
        return "route_prefers_" + rule.tier;
    case PolicyPrimitive::ModelAllow:
        return matchesAny(rule.allowed, question.model) ? QByteArray() : "model_not_allowed";
    case PolicyPrimitive::TimeWindow:
        return rule.hours.contains(now) ? QByteArray() : "outside_time_window";
    case PolicyPrimitive::TagRule:
        return matchesAny(rule.allowed, question.attribution.tag(rule.tag)) ? QByteArray()
                                                                            : "tag_not_allowed";
    case PolicyPrimitive::BudgetThreshold: // the budget engine's
    case PolicyPrimitive::CostAnomaly:
        break;
    }
    return {};
}

/// "0.0300", as the seed prints it: four decimals, half up.
QByteArray fourDecimals(Money money)
{
    constexpr qint64 Unit = Money::NanosPerDollar / 10'000;
    const qint64 rounded = (money.nanos() + (Unit / 2)) / Unit;
    return QByteArray::number(rounded / 10'000) + '.' +
           QByteArray::number(rounded % 10'000).rightJustified(4, '0');
}

QByteArray multiplierText(qint64 multiplier)
{
    // A multiplier has the scale of a millionth, Money that of a billionth.
    const QByteArray text = Money::fromNanos(multiplier * 1'000).toDecimal();
    return text.contains('.') ? text : text + ".0";
}
} // namespace

QByteArray PolicyVerdict::toJson() const
{
    if (!primitive) {
        return {};
    }
    JsonWriter json;
    json.text("policy_id", policyId)
        .text("primitive", primitiveName(*primitive).toByteArray())
        .text("policy_reason", reason)
        .text("policy_version", version)
        .textOrNull("requested_model_tier", requestedTier)
        .textOrNull("effective_model_tier", tier);
    QByteArrayList quoted;
    for (const QByteArray &alert : alerts) {
        quoted.push_back(quotedJson(alert));
    }
    json.raw("alerts", '[' + quoted.join(',') + ']');
    return json.toJson();
}

PolicyEngine::PolicyEngine(std::shared_ptr<const Policy> policy)
    : m_policy(std::move(policy))
{
    for (const PolicyNamespace &space : m_policy->namespaces) {
        for (const PolicyRule &rule : space.rules) {
            if (rule.primitive == PolicyPrimitive::CostAnomaly) {
                m_histories.try_emplace(
                    rule.baseline,
                    Histories{CostHistory(rule.baseline), CostHistory(rule.baseline)});
            }
        }
    }
}

PolicyVerdict PolicyEngine::evaluate(const Question &question, Time now)
{
    PolicyVerdict verdict;
    verdict.tier = question.tier.toByteArray();
    verdict.requestedTier = verdict.tier;
    verdict.version = m_policy->version;
    const PolicyNamespace *space = m_policy->find(question.attribution.of(Dimension::Namespace));
    if (space == nullptr) {
        return verdict;
    }
    for (const PolicyRule &rule : space->rules) {
        if (!applies(rule, question)) {
            continue;
        }
        judge(rule, question, now, verdict);
        if (verdict.decision != Decision::Allow) {
            break;
        }
    }
    return verdict;
}

void PolicyEngine::judge(const PolicyRule &rule,
                         const Question &question,
                         Time now,
                         PolicyVerdict &verdict)
{
    const auto decide = [&](Decision decision, const QByteArray &reason) {
        verdict.decision = decision;
        verdict.reason = reason;
        verdict.policyId = rule.id;
        verdict.primitive = rule.primitive;
    };
    if (rule.primitive == PolicyPrimitive::CostAnomaly) {
        const QByteArray &feature = question.attribution.of(Dimension::Feature);
        CostHistory &history = m_histories.at(rule.baseline).bounds;
        if (auto sentence = anomaly(rule, history, question.bound, now, feature)) {
            verdict.alerts.push_back(*sentence);
            if (verdict.reason.isEmpty()) {
                decide(Decision::Allow, *sentence);
            }
        }
        return;
    }
    const QByteArray word = objection(rule, question, now);
    if (word.isEmpty()) {
        return;
    }
    if (rule.action == PolicyAction::Deny) {
        decide(Decision::Deny, rule.denyReason.isEmpty() ? word : rule.denyReason);
    } else if (rule.action == PolicyAction::Downgrade && !question.tier.isEmpty() &&
               question.tier != rule.tier) {
        // S3-05: who is there already has nothing to come down from; the next rule is asked.
        decide(Decision::Downgrade, word);
        verdict.tier = rule.tier;
    }
}

std::optional<QByteArray> PolicyEngine::anomaly(
    const PolicyRule &rule, CostHistory &history, Money cost, Time now, const QByteArray &feature)
{
    const auto mean = feature.isEmpty() ? std::nullopt : history.mean(feature, now);
    if (!mean || mean->samples < rule.minimumSamples) {
        return std::nullopt;
    }
    const auto threshold =
        static_cast<__int128>(mean->cost.nanos()) * rule.multiplier / PolicyRule::One;
    if (cost.nanos() <= threshold) {
        return std::nullopt;
    }
    return "cost_anomaly_detected: current=" + fourDecimals(cost) +
           " exceeds baseline=" + fourDecimals(mean->cost) + " * " +
           multiplierText(rule.multiplier);
}

std::vector<PolicyFinding>
PolicyEngine::settled(const Attribution &attribution, Money bound, Money cost, Time now)
{
    std::vector<PolicyFinding> findings;
    const QByteArray &feature = attribution.of(Dimension::Feature);
    if (feature.isEmpty() || m_histories.empty()) {
        return findings;
    }
    if (const PolicyNamespace *space = m_policy->find(attribution.of(Dimension::Namespace))) {
        for (const PolicyRule &rule : space->rules) {
            const bool watches = rule.primitive == PolicyPrimitive::CostAnomaly &&
                                 (rule.featureId.isEmpty() || rule.featureId == feature);
            if (!watches) {
                continue;
            }
            CostHistory &history = m_histories.at(rule.baseline).costs;
            if (auto sentence = anomaly(rule, history, cost, now, feature)) {
                findings.push_back({rule.id, *sentence});
            }
        }
    }
    for (auto &[length, history] : m_histories) {
        history.bounds.add(feature, bound, now);
        history.costs.add(feature, cost, now);
    }
    return findings;
}

QByteArray toJson(const std::vector<PolicyFinding> &findings)
{
    QByteArrayList list;
    for (const PolicyFinding &finding : findings) {
        list += JsonWriter()
                    .text("policy_id", finding.policyId)
                    .text("reason", finding.reason)
                    .toJson();
    }
    return list.isEmpty() ? QByteArray() : '[' + list.join(',') + ']';
}

} // namespace core
