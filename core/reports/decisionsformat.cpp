// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/jsontext.h"
#include "core/base/jsonwriter.h"
#include "core/reports/decisions.h"

#include <QDateTime>

#include <algorithm>
#include <utility>

namespace core {

namespace {
constexpr std::array<QByteArrayView, 3> Units{"usd", "tokens", "requests"}; // by Unit
constexpr const char *EntryEnd = ",\n ";

/// With milliseconds, which tell decisions of one second apart.
QByteArray timestamp(Time time)
{
    const auto passed = std::chrono::floor<std::chrono::milliseconds>(time.time_since_epoch());
    return QDateTime::fromMSecsSinceEpoch(passed.count(), Qt::UTC)
        .toString(Qt::ISODateWithMs)
        .toLatin1();
}

/// S3 knows three words; what became of the call stands in "outcome".
QByteArray seedDecision(Decision decision)
{
    switch (decision) {
    case Decision::Downgrade:
        return "downgrade";
    case Decision::Refuse:
        return "deny";
    case Decision::Error:
        return "error";
    default:
        return "allow";
    }
}

/// Why, in one word: the code of a refusal, else what the policy's rule said.
QByteArray wordOf(const ActivityRow &row, const DecisionReason &reason)
{
    if (!row.code.isEmpty()) {
        return row.code;
    }
    return reason.policyReason;
}

QByteArray primitiveOf(const DecisionReason &reason)
{
    if (!reason.primitive.isEmpty()) {
        return reason.primitive;
    }
    return reason.budgets.empty() ? "none" : "budget_threshold";
}

bool hasCost(const ActivityRow &row)
{
    return row.outcome != CallOutcome::Running && row.outcome != CallOutcome::Refused &&
           row.outcome != CallOutcome::Failed && row.outcome != CallOutcome::Released;
}

ReportCell amount(const BudgetArithmetic &budget, qint64 number)
{
    return budget.unit == Unit::Usd ? ReportCell(Money::fromNanos(number)) : ReportCell(number);
}

void addText(JsonWriter &json, QByteArrayView name, const QByteArray &text)
{
    if (!text.isEmpty()) {
        json.text(name, text);
    }
}

QByteArray budgetJson(const BudgetArithmetic &budget)
{
    JsonWriter json;
    json.text("budget", budget.budgetId).text("scope", budget.scope);
    const auto add = [&json, &budget](const char *what, qint64 number) {
        const QByteArray name =
            what + Units.at(static_cast<std::size_t>(budget.unit)).toByteArray();
        if (budget.unit == Unit::Usd) {
            json.money(name, Money::fromNanos(number));
        } else {
            json.number(name, number);
        }
    };
    add("limit_", budget.limit);
    add("spent_", budget.settled);
    add("held_", budget.held);
    add("requested_", budget.requested);
    add("over_by_", std::max<qint64>(budget.excess(), 0));
    return json.toJson();
}

QByteArray listOf(const std::vector<QByteArray> &texts)
{
    QByteArrayList quoted;
    std::transform(texts.begin(), texts.end(), std::back_inserter(quoted), [](const auto &text) {
        return quotedJson(text);
    });
    return '[' + quoted.join(',') + ']';
}

void addWho(JsonWriter &json, const ActivityRow &row)
{
    const Attribution &who = row.attribution;
    json.text("timestamp", timestamp(row.place.at))
        .text("request_id", row.place.id.toText())
        .number("attempt", row.place.attempt);
    addText(json, "tenant_id", who.of(Dimension::Tenant));
    addText(json, "caller_id", who.of(Dimension::Agent));
    addText(json, "feature_id", who.of(Dimension::Feature));
    addText(json, "experiment_id", who.of(Dimension::Experiment));
    addText(json, "budget_namespace", who.of(Dimension::Namespace));
    addText(json, "route_name", who.of(Dimension::Route));
    addText(json, "effective_model", who.of(Dimension::Model));
}

void addVerdict(JsonWriter &json, const ActivityRow &row, const DecisionReason &reason)
{
    addText(json, "requested_model_tier", reason.requestedTier);
    addText(json, "effective_model_tier", reason.effectiveTier);
    json.text("primitive", primitiveOf(reason))
        .text("decision", seedDecision(row.decision))
        .text("outcome", outcomeName(row.outcome));
    addText(json, "reason", wordOf(row, reason));
    addText(json, "message", reason.message);
    addText(json, "policy_id", reason.policy);
    addText(json, "policy_version", reason.policyVersion);
    if (!reason.alerts.empty()) {
        json.raw("anomalies", listOf(reason.alerts));
    }
    if (!row.findings.isEmpty()) {
        json.raw("found_afterwards", row.findings);
    }
}

/// Microseconds as nano-dollars of a millionth: an exact decimal of milliseconds.
QByteArray milliseconds(Duration time)
{
    return Money::fromNanos(time.count() * 1'000'000).toDecimal();
}

void addFigures(JsonWriter &json, const ActivityRow &row, const DecisionReason &reason)
{
    json.money("bound_usd", row.bound);
    if (hasCost(row)) {
        json.money("estimated_cost_usd", row.cost);
        json.raw("latency_ms", milliseconds(row.total));
    }
    if (row.queued) {
        json.raw("queue_ms", milliseconds(*row.queued));
    }
    const auto money = std::find_if(reason.budgets.begin(),
                                    reason.budgets.end(),
                                    [](const auto &one) { return one.unit == Unit::Usd; });
    if (money != reason.budgets.end()) {
        json.money("window_cost_usd", Money::fromNanos(money->settled))
            .money("window_limit_usd", Money::fromNanos(money->limit));
    }
    QByteArrayList budgets;
    std::transform(
        reason.budgets.begin(), reason.budgets.end(), std::back_inserter(budgets), budgetJson);
    json.raw("budgets", '[' + budgets.join(',') + ']');
    if (reason.clampedTo) {
        json.number("clamped_to", *reason.clampedTo);
    }
    if (reason.maxTokensThatFit) {
        json.number("max_tokens_that_fits", *reason.maxTokensThatFit);
    }
}

ReportCell cell(const QByteArray &text)
{
    return text.isEmpty() ? ReportCell() : ReportCell(text);
}

void appendArithmetic(std::vector<ReportCell> &line, const DecisionReason &reason)
{
    if (reason.budgets.empty()) {
        line.insert(line.end(), 8, ReportCell());
        return;
    }
    const BudgetArithmetic &budget = reason.budgets.front();
    line.insert(line.end(),
                {cell(budget.budgetId),
                 cell(budget.scope),
                 Units.at(static_cast<std::size_t>(budget.unit)).toByteArray(),
                 amount(budget, budget.limit),
                 amount(budget, budget.settled),
                 amount(budget, budget.held),
                 amount(budget, budget.requested),
                 amount(budget, std::max<qint64>(budget.excess(), 0))});
}

std::vector<ReportCell> lineOf(const ActivityRow &row)
{
    const DecisionReason reason = reasonFrom(row.reason, row.findings);
    const Attribution &who = row.attribution;
    std::vector<ReportCell> line{timestamp(row.place.at),
                                 outcomeName(row.outcome).toByteArray(),
                                 cell(who.of(Dimension::Tenant)),
                                 cell(who.of(Dimension::Agent)),
                                 cell(who.of(Dimension::Model)),
                                 cell(wordOf(row, reason)),
                                 cell(reason.policy),
                                 row.bound,
                                 hasCost(row) ? ReportCell(row.cost) : ReportCell()};
    appendArithmetic(line, reason);
    QByteArrayList alerts(reason.alerts.begin(), reason.alerts.end());
    for (const DecisionReason::Finding &finding : reason.findings) {
        alerts += "afterwards: " + finding.sentence;
    }
    line.insert(line.end(),
                {reason.clampedTo ? ReportCell(*reason.clampedTo) : ReportCell(),
                 cell(alerts.join("; ")),
                 row.place.id.toText(),
                 qint64{row.place.attempt}});
    return line;
}

QByteArray entryOf(const ActivityRow &row)
{
    const DecisionReason reason = reasonFrom(row.reason, row.findings);
    JsonWriter json;
    addWho(json, row);
    addVerdict(json, row, reason);
    addFigures(json, row, reason);
    return json.toJson();
}
} // namespace

Report decisionTable(const ActivityPage &page)
{
    Report table;
    table.name = "decisions";
    table.columns = {"timestamp", "outcome",    "tenant",   "agent",     "model",   "reason",
                     "policy_id", "bound_usd",  "cost_usd", "budget",    "scope",   "unit",
                     "limit",     "spent",      "held",     "requested", "over_by", "clamped_to",
                     "anomalies", "request_id", "attempt"};
    std::transform(page.rows.begin(), page.rows.end(), std::back_inserter(table.rows), lineOf);
    table.total = std::ssize(table.rows);
    return table;
}

QByteArray decisionsJson(const ActivityPage &page)
{
    DecisionsText text(ReportFormat::Json);
    const QByteArray entries = text.add(page);
    return entries + text.end(page.next);
}

QByteArray DecisionsText::add(const ActivityPage &page)
{
    const bool isFirst = !std::exchange(m_hasHead, true);
    if (m_format == ReportFormat::Csv) {
        return isFirst ? toCsv(decisionTable(page)) : toCsvRows(decisionTable(page));
    }
    QByteArrayList list;
    std::transform(page.rows.begin(), page.rows.end(), std::back_inserter(list), entryOf);
    QByteArray head = isFirst ? "{\"decisions\":[" : "";
    if (list.isEmpty()) {
        return head;
    }
    const QByteArray joint = std::exchange(m_hasEntries, true) ? EntryEnd : "";
    return head + joint + list.join(EntryEnd);
}

QByteArray DecisionsText::end(const std::optional<ActivityCursor> &next) const
{
    if (m_format == ReportFormat::Csv) {
        return {};
    }
    return "],\n\"next\":" + (next ? quotedJson(cursorText(next)) : QByteArray("null")) + "}\n";
}

} // namespace core
