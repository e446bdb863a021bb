// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/requeststory.h"

#include "core/base/jsontext.h"
#include "core/budget/bucketkey.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace core {
using namespace Qt::StringLiterals;

namespace {
constexpr std::array<QByteArrayView, 15> Names{"running",
                                               "allowed",
                                               "warned",
                                               "downgraded",
                                               "clamped",
                                               "queued",
                                               "fallback",
                                               "refused",
                                               "error",
                                               "cut",
                                               "stopped",
                                               "client_gone",
                                               "upstream_error",
                                               "recovered",
                                               "released"};

/// From the text itself, because QJsonValue would make a double of it.
std::optional<qint64> amountOf(QByteArrayView json, const QByteArray &name, Unit unit)
{
    const std::optional<JsonMember> member = findMember(json, name);
    if (!member) {
        return std::nullopt;
    }
    const QByteArrayView text = member->value(json);
    if (unit != Unit::Usd) {
        return jsonInteger(text);
    }
    const Result<Money> money = Money::parse(text);
    return money ? std::optional(money->nanos()) : std::nullopt;
}

std::optional<BudgetArithmetic> arithmeticFrom(QByteArrayView json)
{
    using Suffix = std::pair<QByteArrayView, Unit>;
    static constexpr std::array<Suffix, 3> Suffixes{
        Suffix{"_usd", Unit::Usd}, {"_tokens", Unit::Tokens}, {"_requests", Unit::Requests}};
    const QJsonObject object = QJsonDocument::fromJson(json.toByteArray()).object();
    for (const auto &[suffix, unit] : Suffixes) {
        const auto amount = [json, ending = suffix.toByteArray(), kind = unit](const char *name) {
            return amountOf(json, name + ending, kind);
        };
        if (const std::optional<qint64> limit = amount("limit")) {
            return BudgetArithmetic{object.value("budget"_L1).toString().toUtf8(),
                                    object.value("scope"_L1).toString().toUtf8(),
                                    unit,
                                    *limit,
                                    amount("spent").value_or(0),
                                    amount("held").value_or(0),
                                    amount("requested").value_or(0)};
        }
    }
    return std::nullopt;
}

/// The elements of a JSON array, as they are written.
std::vector<QByteArrayView> elementsOf(QByteArrayView array)
{
    std::vector<QByteArrayView> elements;
    const char *const end = array.data() + array.size();
    const char *at = jsonscan::skipSpace(array.data() + 1, end);
    while (at < end && *at != ']') {
        const char *const after = jsonscan::skipValue(at, end);
        if (after == nullptr) {
            break;
        }
        elements.emplace_back(at, after - at);
        at = jsonscan::skipSpace(after, end);
        at = at < end && *at == ',' ? jsonscan::skipSpace(at + 1, end) : at;
    }
    return elements;
}

std::optional<QByteArrayView> member(QByteArrayView json, QByteArrayView name)
{
    const std::optional<JsonMember> found = findMember(json, name);
    return found ? std::optional(found->value(json)) : std::nullopt;
}

QByteArray text(QByteArrayView json, QByteArrayView name)
{
    const auto value = member(json, name);
    return value ? jsonString(*value).value_or(QByteArray()) : QByteArray();
}

void readVerdict(QByteArrayView verdict, DecisionReason &reason)
{
    reason.policy = text(verdict, "policy_id");
    reason.primitive = text(verdict, "primitive");
    reason.policyReason = text(verdict, "policy_reason");
    reason.policyVersion = text(verdict, "policy_version");
    reason.requestedTier = text(verdict, "requested_model_tier");
    reason.effectiveTier = text(verdict, "effective_model_tier");
    for (const QByteArrayView alert : elementsOf(member(verdict, "alerts").value_or("[]"))) {
        reason.alerts.push_back(jsonString(alert).value_or(QByteArray()));
    }
}

/// Of the rule that is a budget: "policy:<namespace>:<rule>" (core/policy/policybudgets).
bool isBudgetOfRule(const QByteArray &budgetId, const QByteArray &rule)
{
    return budgetId.startsWith("policy:") && budgetId.endsWith(':' + rule);
}

std::optional<qint64> integer(QByteArrayView json, QByteArrayView name)
{
    const auto value = member(json, name);
    return value ? jsonInteger(*value) : std::nullopt;
}
} // namespace

QByteArrayView outcomeName(CallOutcome outcome)
{
    return Names.at(static_cast<std::size_t>(outcome));
}

std::optional<CallOutcome> outcomeFromName(QByteArrayView name)
{
    const auto *const found = std::find(Names.begin(), Names.end(), name);
    return found == Names.end() ? std::nullopt
                                : std::optional(static_cast<CallOutcome>(found - Names.begin()));
}

CallOutcome outcomeOf(Decision decision)
{
    static constexpr std::array<CallOutcome, 8> Outcomes{CallOutcome::Allowed,
                                                         CallOutcome::Warned,
                                                         CallOutcome::Downgraded,
                                                         CallOutcome::Clamped,
                                                         CallOutcome::Queued,
                                                         CallOutcome::Fallback,
                                                         CallOutcome::Refused,
                                                         CallOutcome::Failed};
    return Outcomes.at(static_cast<std::size_t>(decision));
}

CallOutcome outcomeOf(Decision decision, Ending ending)
{
    static constexpr std::array<CallOutcome, 6> Outcomes{CallOutcome::Allowed,
                                                         CallOutcome::Cut,
                                                         CallOutcome::Stopped,
                                                         CallOutcome::ClientGone,
                                                         CallOutcome::UpstreamError,
                                                         CallOutcome::Recovered};
    return ending == Ending::Complete ? outcomeOf(decision)
                                      : Outcomes.at(static_cast<std::size_t>(ending));
}

std::optional<BudgetArithmetic> arithmeticOf(const BudgetStanding &standing, const Amounts &asked)
{
    const std::optional<BucketAddress> address = BucketAddress::fromKey(standing.key);
    const std::optional<BudgetDefinition> definition =
        address ? definitionFrom(address->definition) : std::nullopt;
    if (!definition) {
        return std::nullopt;
    }
    return BudgetArithmetic{definition->budgetId,
                            definition->selector.labelWith(address->values),
                            definition->unit,
                            standing.cap,
                            standing.settled,
                            standing.held,
                            asked.in(definition->unit),
                            definition->window};
}

std::vector<BudgetArithmetic> arithmeticOf(const std::vector<BudgetStanding> &standings,
                                           const Amounts &asked)
{
    std::vector<BudgetArithmetic> budgets;
    for (const BudgetStanding &standing : standings) {
        if (auto budget = arithmeticOf(standing, asked)) {
            budgets.push_back(*std::move(budget));
        }
    }
    return budgets;
}

DecisionReason reasonFrom(const QByteArray &json)
{
    DecisionReason reason;
    reason.json = json;
    const QByteArrayView whole(json);
    const QByteArrayView facts = member(whole, "error").value_or(whole);
    reason.message = text(facts, "message");
    reason.code = text(facts, "code");
    readVerdict(member(facts, "policy").value_or(facts), reason);
    if (const auto budget = arithmeticFrom(facts)) {
        reason.budgets.push_back(*budget);
    }
    for (const QByteArrayView object : elementsOf(member(facts, "budgets").value_or("[]"))) {
        if (const auto budget = arithmeticFrom(object)) {
            reason.budgets.push_back(*budget);
        }
    }
    reason.clampedTo = integer(facts, "clamped_to");
    reason.maxTokensThatFit = integer(facts, "max_tokens_that_fits");
    return reason;
}

DecisionReason reasonFrom(const QByteArray &json, const QByteArray &findings)
{
    DecisionReason reason = reasonFrom(json);
    if (!findings.isEmpty()) {
        for (const QByteArrayView finding : elementsOf(findings)) {
            reason.findings.push_back({text(finding, "policy_id"), text(finding, "reason")});
        }
    }
    return reason;
}

bool isDecidedBy(const DecisionReason &reason, const QByteArray &rule, const QByteArray &budget)
{
    const auto &budgets = reason.budgets;
    const bool isRule = rule.isEmpty() || reason.policy == rule || reason.code == rule ||
                        std::any_of(budgets.begin(),
                                    budgets.end(),
                                    [&rule](const BudgetArithmetic &one) {
                                        return isBudgetOfRule(one.budgetId, rule);
                                    }) ||
                        std::any_of(reason.findings.begin(),
                                    reason.findings.end(),
                                    [&rule](const auto &one) { return one.policy == rule; });
    return isRule &&
           (budget.isEmpty() ||
            std::any_of(budgets.begin(), budgets.end(), [&budget](const BudgetArithmetic &one) {
                return one.budgetId == budget || one.scope == budget;
            }));
}

} // namespace core
