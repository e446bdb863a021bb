// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "proxy/api/budgetapi.h"

#include "core/base/jsontext.h"
#include "core/base/jsonwriter.h"
#include "core/budget/seedscope.h"
#include "core/budget/selector.h"
#include "proxy/accounts.h"
#include "proxy/api/answerlater.h"
#include "proxy/api/ownrequest.h"
#include "proxy/apierror.h"
#include "proxy/mailbox.h"
#include "proxy/pipeline/attribute.h"

#include <array>
#include <utility>

namespace proxy {

namespace {
/// The scopes of seed S1 (an org is a tenant) and agents: each has the default limit for itself.
constexpr std::array<QByteArrayView, 5> DefaultScopes{"tenant", "agent", "user", "task", "session"};

core::Error invalid(const QString &message, const QString &remedy)
{
    return {core::ErrorCode::InvalidInput, message, remedy};
}

core::Result<core::Selector> scopeFromQuery(const HttpRequest &request)
{
    const QByteArray scope = queryParameter(request, "scope");
    if (scope.isEmpty()) {
        return invalid(QStringLiteral("The query parameter scope is missing."),
                       QStringLiteral("Ask for /api/budget?scope=tenant-1."));
    }
    return core::Selector::fromScope(scope);
}

struct ScopeAndLimit
{
    core::Selector scope;
    core::Money limit;
};

core::Result<core::Selector> readScope(QByteArrayView value)
{
    const auto scope = core::Selector::fromScope(core::jsonString(value).value_or(QByteArray()));
    if (!scope.ok()) {
        return scope.error();
    }
    for (const core::Selector::Term &term : scope->terms()) {
        if (core::Outcome sound = checkName(term.value, "scope"); !sound.ok()) {
            return sound.error();
        }
    }
    return *scope;
}

core::Result<ScopeAndLimit> readBody(const QByteArray &body)
{
    const auto members = core::membersOf(body);
    if (!members.ok()) {
        return members.error();
    }
    ScopeAndLimit result;
    bool hasScope = false;
    bool hasLimit = false;
    for (const core::JsonMember &member : *members) {
        const QByteArrayView value =
            QByteArrayView(body).sliced(member.valueBegin, member.valueEnd - member.valueBegin);
        if (member.name == "scope") {
            const auto scope = readScope(value);
            if (!scope.ok()) {
                return scope.error();
            }
            result.scope = *scope;
            hasScope = true;
        } else if (member.name == "limit") {
            const auto limit = core::Money::parse(value);
            if (!limit.ok() || *limit <= core::Money()) {
                return invalid(
                    QStringLiteral("limit must be a number of dollars above zero, not %1.")
                        .arg(QString::fromUtf8(value)),
                    QStringLiteral("Send for example {\"scope\":\"tenant-1\",\"limit\":50.0}."));
            }
            result.limit = *limit;
            hasLimit = true;
        } else {
            return invalid(
                QStringLiteral("The member %1 is unknown.").arg(QString::fromUtf8(member.name)),
                QStringLiteral("Send scope and limit only."));
        }
    }
    if (!hasScope || !hasLimit) {
        return invalid(QStringLiteral("%1 is missing.")
                           .arg(hasScope ? QStringLiteral("limit") : QStringLiteral("scope")),
                       QStringLiteral("Send for example {\"scope\":\"tenant-1\",\"limit\":50.0}."));
    }
    return result;
}

QByteArray
stateJson(const QByteArray &scope, const core::Budget &budget, const core::BucketState &state)
{
    const auto dollars = [](qint64 nanos) {
        return core::Money::fromNanos(nanos);
    };
    // The counter's own limit is the one in force while a raise lasts.
    const qint64 limit = state.limit > 0 ? state.limit : budget.limit;
    const qint64 remaining = std::max<qint64>(limit - state.settled, 0);
    const int softMark = budget.softMarks.empty() ? budget.hardMark : budget.softMarks.front();
    const qint64 softAmount = core::Budget::markAmountOf(limit, softMark);
    return core::JsonWriter()
        .text("scope", scope)
        .money("limit", dollars(limit))
        .money("spent", dollars(state.settled))
        .money("remaining", dollars(remaining))
        .boolean("softCapReached", state.settled >= softAmount)
        .boolean("hardCapReached", state.settled >= core::Budget::capOf(limit, budget.hardMark))
        .money("reserved", dollars(state.held))
        .toJson();
}

QByteArray defaultBudgetId(QByteArrayView scopeType)
{
    return "default:" + scopeType.toByteArray();
}

/// The id of the default that counts for a scope; empty when there is none, as for the global one.
QByteArray defaultBudgetOf(const core::Selector &scope)
{
    for (const QByteArrayView type : DefaultScopes) {
        core::Selector::Term term = *core::scopeTerm(type);
        term.value = scope.isGlobal() ? QByteArray() : scope.terms().front().value;
        if (scope == core::Selector({std::move(term)})) {
            return defaultBudgetId(type);
        }
    }
    return {};
}
} // namespace

QByteArray scopeBudgetId(const QByteArray &selectorText)
{
    return "scope:" + selectorText;
}

std::vector<core::Budget> defaultBudgets(const DefaultBudget &settings)
{
    std::vector<core::Budget> budgets;
    for (const QByteArrayView scope : DefaultScopes) {
        core::Budget budget;
        budget.id = defaultBudgetId(scope);
        budget.name = QStringLiteral("Default for each %1").arg(QLatin1StringView(scope));
        budget.selector = core::Selector({*core::scopeTerm(scope)});
        budget.limit = settings.limit.nanos();
        budget.softMarks = {settings.softMark};
        budget.hardMark = settings.hardMark;
        budget.yieldsToExact = true;
        budgets.push_back(std::move(budget));
    }
    return budgets;
}

void getBudget(const WorkerContext &worker,
               const HttpRequest &request,
               const std::shared_ptr<ClientStream> &client)
{
    const auto scope = scopeFromQuery(request);
    if (!scope.ok()) {
        respondError(*client, ApiError::from(scope.error()));
        return;
    }
    const QByteArray text = scope->toText();
    const QByteArray shown = queryParameter(request, "scope");
    for (const QByteArray &id : {scopeBudgetId(text), defaultBudgetOf(*scope)}) {
        for (const core::Budget &budget : worker.accounts.budgets()) {
            if (budget.id == id) {
                const auto state = worker.accounts.bucket(id, text);
                respondJson(
                    *client, 200, stateJson(shown, budget, state.value_or(core::BucketState{})));
                return;
            }
        }
    }
    respondError(
        *client,
        ApiError::from({core::ErrorCode::NotFound,
                        QStringLiteral("%1 has no budget, and BUDGET_DEFAULT_LIMIT is not set.")
                            .arg(QString::fromUtf8(shown)),
                        QStringLiteral("Set one with POST /api/budget.")}));
}

void setBudget(const WorkerContext &worker,
               const HttpRequest &request,
               const std::shared_ptr<ClientStream> &client)
{
    const auto wish = readBody(request.body);
    if (!wish.ok()) {
        respondError(*client, ApiError::from(wish.error()));
        return;
    }
    core::Budget budget;
    budget.id = scopeBudgetId(wish->scope.toText());
    budget.selector = wish->scope;
    budget.limit = wish->limit.nanos();
    budget.softMarks = {worker.settings.defaultSoftMark};
    budget.hardMark = worker.settings.defaultHardMark;
    const QByteArray json =
        core::JsonWriter().text("scope", wish->scope.toText()).money("limit", wish->limit).toJson();
    worker.accounts.setBudget(budget, answerLater(worker.mailbox, client, 201, json));
}

void deleteBudget(const WorkerContext &worker,
                  const HttpRequest &request,
                  const std::shared_ptr<ClientStream> &client)
{
    const auto scope = scopeFromQuery(request);
    if (!scope.ok()) {
        respondError(*client, ApiError::from(scope.error()));
        return;
    }
    const auto answer = answerLater(worker.mailbox, client, 204, {});
    worker.accounts.removeBudget(
        scopeBudgetId(scope->toText()), [answer](const core::Outcome &outcome) {
            const bool gone = !outcome.ok() && outcome.error().code == core::ErrorCode::NotFound;
            answer(gone ? core::Outcome(core::Done{}) : outcome);
        });
}

} // namespace proxy
