// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/whatif/whatifjson.h"

#include "core/base/jsontext.h"
#include "core/base/jsonwriter.h"
#include "core/ledger/connection.h"
#include "core/policy/policyreader.h"
#include "core/pricing/pricerecord.h"
#include "core/reports/periods.h"
#include "core/reports/reportquery.h"

#include <QJsonDocument>

#include <algorithm>

namespace core {
using namespace Qt::StringLiterals;

namespace {
Error invalid(const QString &message)
{
    return {
        ErrorCode::InvalidInput,
        message,
        u"Send {\"budget\":{\"selector\":…,\"window\":\"day\",\"unit\":\"usd\",\"limit_nano_usd\":…}}."_s};
}

Result<Budget> budgetFrom(QByteArrayView json)
{
    QJsonObject object = QJsonDocument::fromJson(json.toByteArray()).object();
    if (!object.contains("id"_L1)) {
        object.insert("id"_L1, QString::fromLatin1(newBudgetId()));
    }
    return Budget::fromJson(object);
}

/// Puts one member into the question; nothing when it is fine.
std::optional<Error> read(QByteArrayView name,
                          QByteArrayView value,
                          WhatIfQuestion &question,
                          std::vector<QueryParameter> &range)
{
    if (name == "budget") {
        const Result<Budget> budget = budgetFrom(value);
        if (!budget) {
            return budget.error();
        }
        question.budgets = withBudget(std::move(question.budgets), *budget);
        return std::nullopt;
    }
    if (name == "price") {
        const Result<Price> price = priceFromJson(value.toByteArray());
        if (!price) {
            return price.error();
        }
        question.price = *price;
        return std::nullopt;
    }
    if (name == "policy") {
        const auto policy =
            policyFrom(jsonString(value).value_or(value.toByteArray()), u"policy"_s);
        if (!policy) {
            return policy.error();
        }
        question.policy = ProposedPolicy{std::make_shared<const Policy>(*policy), {}, {}};
        return std::nullopt;
    }
    if (name == "from" || name == "to") {
        range.emplace_back(name.toByteArray(), jsonString(value).value_or(QByteArray()));
        return std::nullopt;
    }
    return invalid(u"The member %1 is unknown."_s.arg(QString::fromUtf8(name.toByteArray())));
}

QByteArray hitJson(const WhatIfAnswer::Hit &hit)
{
    return JsonWriter()
        .text("budget", hit.budgetId)
        .text("scope", hit.label)
        .number("refused", hit.refused)
        .money("saved_usd", hit.saved)
        .text("first", isoText(hit.first))
        .text("last", isoText(hit.last))
        .toJson();
}
} // namespace

Result<std::vector<Budget>> storedBudgets(const QString &ledgerFile)
{
    const Result<std::unique_ptr<Connection>> connection = Connection::openToRead(ledgerFile);
    if (!connection) {
        return connection.error();
    }
    std::vector<Budget> budgets;
    Statement rows(**connection, u"SELECT json FROM budget ORDER BY position"_s);
    if (!rows.run()) {
        return (*connection)->error();
    }
    while (rows.next()) {
        const Result<Budget> budget =
            Budget::fromJson(QJsonDocument::fromJson(rows.bytes(0)).object());
        if (!budget) {
            return budget.error();
        }
        budgets.push_back(*budget);
    }
    return rows.sawAll() ? Result<std::vector<Budget>>(std::move(budgets)) : (*connection)->error();
}

std::vector<Budget> withBudget(std::vector<Budget> budgets, const Budget &proposed)
{
    const auto same = std::find_if(budgets.begin(), budgets.end(), [&](const Budget &budget) {
        return budget.id == proposed.id;
    });
    if (same == budgets.end()) {
        budgets.push_back(proposed);
    } else {
        *same = proposed;
    }
    return budgets;
}

Result<WhatIfQuestion> whatIfFrom(const QByteArray &json,
                                  std::vector<Budget> stored,
                                  Time now,
                                  const ProposedPolicy &around)
{
    const auto members = membersOf(json);
    if (!members) {
        return members.error();
    }
    WhatIfQuestion question;
    question.budgets = std::move(stored);
    std::vector<QueryParameter> range;
    for (const JsonMember &member : *members) {
        if (auto error = read(member.name, member.value(json), question, range)) {
            return *error;
        }
    }
    if (question.policy) {
        question.policy->routes = around.routes;
        question.policy->prices = around.prices;
    }
    const Result<ReportQuery> query = reportQueryFrom("simulate", range, now);
    if (!query) {
        return query.error();
    }
    question.from = query->from;
    question.to = query->to;
    return question;
}

QByteArray toJson(const WhatIfAnswer &answer)
{
    QByteArrayList hits;
    for (const WhatIfAnswer::Hit &hit : answer.hits) {
        hits += hitJson(hit);
    }
    JsonWriter json;
    json.number("calls", answer.calls)
        .number("was_refused", answer.wasRefused)
        .number("would_refuse", answer.wouldRefuse)
        .number("would_clamp", answer.wouldClamp)
        .number("was_downgraded", answer.wasDowngraded)
        .number("would_downgrade", answer.wouldDowngrade)
        .number("newly_refused", answer.newlyRefused)
        .number("newly_admitted", answer.newlyAdmitted)
        .number("past_soft_mark", answer.pastSoftMark)
        .money("spent_usd", answer.spent)
        .money("would_spend_usd", answer.wouldSpend)
        .money("saved_usd", answer.spent - answer.wouldSpend)
        .textOrNull("first_refusal_at",
                    answer.firstRefusal ? isoText(*answer.firstRefusal) : QByteArray())
        .raw("hits", '[' + hits.join(',') + ']');
    return json.toJson();
}

} // namespace core
