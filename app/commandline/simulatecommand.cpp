// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/commands.h"
#include "core/base/clock.h"
#include "core/base/filecontent.h"
#include "core/base/jsonwriter.h"
#include "core/pricing/pricerecord.h"
#include "core/reports/reportquery.h"
#include "core/whatif/proposedpolicy.h"
#include "core/whatif/whatifjson.h"

#include <algorithm>

namespace app {

using namespace Qt::StringLiterals;

namespace {

/// The budget that is meant: one that there is, or a new one for a scope.
core::Result<core::Budget> proposed(const CommandCall &call,
                                    const std::vector<core::Budget> &stored)
{
    const auto limit = core::Money::parse(call.option("limit").value_or(QByteArray()));
    if (!limit) {
        return core::Error{core::ErrorCode::InvalidInput,
                           u"--limit is no amount in dollars."_s,
                           u"Write --limit 5.00."_s};
    }
    core::Budget budget;
    budget.id = call.option("budget").value_or(core::newBudgetId());
    const auto known = std::find_if(
        stored.begin(), stored.end(), [&](const core::Budget &one) { return one.id == budget.id; });
    if (known != stored.end()) {
        budget = *known;
    } else if (call.option("budget")) {
        return core::Error{core::ErrorCode::NotFound,
                           u"There is no budget %1."_s.arg(QString::fromUtf8(budget.id)),
                           u"GET /api/admin/budgets lists them; or give --scope."_s};
    }
    budget.limit = limit->nanos();
    if (const auto scope = call.option("scope")) {
        const auto selector = core::Selector::fromScope(*scope);
        if (!selector) {
            return selector.error();
        }
        budget.selector = *selector;
    }
    if (const auto text = call.option("window")) {
        const auto window = core::Window::parse(*text);
        if (!window) {
            return window.error();
        }
        budget.window = *window;
    }
    return budget;
}

/// "MODEL:INPUT:OUTPUT", dollars per million tokens; a model's name may hold colons.
core::Result<core::Price> priceIn(const QByteArray &text)
{
    const QByteArrayList parts = text.split(':');
    if (parts.size() < 3) {
        return core::Error{core::ErrorCode::InvalidInput,
                           u"--price names no model and two prices."_s,
                           u"Write --price llama-8b:0.10:0.30."_s};
    }
    return core::priceFromJson(core::JsonWriter()
                                   .text("model", parts.mid(0, parts.size() - 2).join(':'))
                                   .text("input", parts[parts.size() - 2])
                                   .text("output", parts.last())
                                   .toJson());
}

core::Result<core::ProposedPolicy> policyIn(const CommandCall &call, const QByteArray &path)
{
    const QString file = QString::fromUtf8(path);
    const auto text = core::fileContent(file, core::MostTextBytes);
    return text ? core::proposedPolicy(*text, file, call.ledgerFile, call.configuration)
                : text.error();
}

/// Everything that is proposed, among the budgets that there are.
core::Result<core::WhatIfQuestion> questionOf(const CommandCall &call)
{
    const auto stored = core::storedBudgets(call.ledgerFile);
    if (!stored) {
        return stored.error();
    }
    core::WhatIfQuestion question;
    question.budgets = *stored;
    const auto price = call.option("price");
    const auto policy = call.option("policy");
    if (price) {
        const auto read = priceIn(*price);
        if (!read) {
            return read.error();
        }
        question.price = *read;
    }
    if (policy) {
        const auto read = policyIn(call, *policy);
        if (!read) {
            return read.error();
        }
        question.policy = *read;
    }
    if (call.option("limit") || (!price && !policy)) {
        const auto budget = proposed(call, *stored);
        if (!budget) {
            return budget.error();
        }
        question.budgets = core::withBudget(*stored, *budget);
    }
    return question;
}

} // namespace

CommandResult simulateCommand(const CommandCall &call)
{
    std::vector<core::QueryParameter> range;
    std::copy_if(call.options.begin(),
                 call.options.end(),
                 std::back_inserter(range),
                 [](const auto &option) { return option.first == "from" || option.first == "to"; });
    const auto query = core::reportQueryFrom("simulate", range, core::SystemClock().now());
    auto question = questionOf(call);
    if (!query || !question) {
        return query ? question.error() : query.error();
    }
    question->from = query->from;
    question->to = query->to;
    const auto answer = core::replay(call.ledgerFile, *question);
    return answer ? CommandResult(core::toJson(*answer) + '\n') : answer.error();
}

} // namespace app
