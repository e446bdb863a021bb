// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "proxy/api/adminapi.h"

#include "core/base/jsontext.h"
#include "core/base/jsonwriter.h"
#include "core/budget/budgetorigin.h"
#include "proxy/accounts.h"
#include "proxy/api/answerlater.h"
#include "proxy/api/ownrequest.h"
#include "proxy/apierror.h"
#include "proxy/mailbox.h"
#include "proxy/pipeline/attribute.h"
#include "proxy/pipeline/refusals.h"

#include <QHostAddress>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>
#include <QUtf8StringView>

namespace proxy {

using namespace Qt::StringLiterals;

namespace {
core::Error invalid(const QString &message, const QString &remedy)
{
    return {core::ErrorCode::InvalidInput, message, remedy};
}
} // namespace

core::Result<QJsonObject> objectFrom(const QByteArray &body)
{
    if (const auto members = core::membersOf(body); !members.ok()) {
        return members.error();
    }
    QJsonParseError parse;
    const QJsonDocument document = QJsonDocument::fromJson(body, &parse);
    if (!document.isObject()) {
        const bool isText = QUtf8StringView(body).isValidUtf8();
        return invalid(QStringLiteral("The body cannot be read: %1 at byte %2.")
                           .arg(isText ? parse.errorString() : QStringLiteral("it is not UTF-8"))
                           .arg(parse.offset),
                       QStringLiteral("Send one JSON object in UTF-8."));
    }
    return document.object();
}

namespace {
core::Outcome checkSelector(const core::Selector &selector)
{
    for (const core::Selector::Term &term : selector.terms()) {
        for (const QByteArray &name : {term.tagName, term.value}) {
            if (core::Outcome sound = checkName(name, "A name in selector"); !sound.ok()) {
                return sound;
            }
        }
    }
    return core::Done{};
}

core::Result<core::Budget> budgetFrom(const QByteArray &body)
{
    auto json = objectFrom(body);
    if (!json.ok()) {
        return json.error();
    }
    if (!json->contains(QLatin1String("id"))) {
        json->insert(QLatin1String("id"), QString::fromLatin1(core::newBudgetId()));
    }
    auto budget = core::Budget::fromJson(*json);
    if (budget.ok()) {
        if (const core::Outcome sound = checkSelector(budget->selector); !sound.ok()) {
            return sound.error();
        }
    }
    return budget;
}

/// Leaving `tenant` out pauses everybody, so nothing else may be taken for that.
core::Outcome checkPause(const QJsonObject &json)
{
    const QString remedy = QStringLiteral(
        "Send {\"tenant\":\"research\",\"paused\":true}; leave tenant out for everybody.");
    if (!json.value(QLatin1String("paused")).isBool()) {
        return invalid(QStringLiteral("paused must be true or false."), remedy);
    }
    for (auto it = json.begin(); it != json.end(); ++it) {
        const bool isTenant = it.key() == QLatin1String("tenant");
        const bool isSwitch =
            it.key() == QLatin1String("paused") || it.key() == QLatin1String("cut");
        if (!isTenant && !isSwitch) {
            return invalid(QStringLiteral("The member %1 is unknown.").arg(it.key()), remedy);
        }
        if (isSwitch && !it.value().isBool()) {
            return invalid(QStringLiteral("%1 must be true or false.").arg(it.key()), remedy);
        }
        if (isTenant && it.value().toString().trimmed().isEmpty()) {
            return invalid(QStringLiteral("tenant must be a text that is not empty."), remedy);
        }
    }
    return checkName(json.value(QLatin1String("tenant")).toString().toUtf8(), "tenant");
}

QByteArray budgetJson(const core::Budget &budget)
{
    return QJsonDocument(budget.toJson()).toJson(QJsonDocument::Compact);
}
/// An address, localhost or another name of this network, which has no dot: a page can have a name
/// of its own point at this machine ("DNS rebinding").
bool namesNoOther(const QByteArray &host)
{
    const QUrl url(u"http://"_s + QString::fromLatin1(host));
    const QString name = url.host();
    return (!name.isEmpty() && !name.contains(u'.')) || name.endsWith(u".localhost"_s) ||
           !QHostAddress(name).isNull();
}

ApiError askedUnderAnotherName()
{
    ApiError error;
    error.status = 403;
    error.type = "permission_error";
    error.code = "admin_host_not_local";
    error.message = "Without an admin token Capstan is administered as localhost or by its IP "
                    "address only, so that no web page can do it under a name of its own. Ask "
                    "for 127.0.0.1, or set CAPSTAN_ADMIN_TOKEN and restart Capstan.";
    return error;
}
} // namespace

bool mayAdminister(const WorkerContext &worker, const HttpRequest &request, ClientStream &client)
{
    const core::Secret token = worker.settings.adminToken.present();
    const bool isMissing = worker.settings.adminToken.isMissing();
    if (!token.isSet() && !isMissing && request.peer.isLoopback()) {
        const bool isOurs = namesNoOther(headerValue(request.headers, "host"));
        if (!isOurs) {
            respondError(client, askedUnderAnotherName());
        }
        return isOurs;
    }
    if (token.isSet() && core::equalInConstantTime("Bearer " + token.expose(),
                                                   headerValue(request.headers, "authorization"))) {
        return true;
    }
    ApiError error;
    error.type = "authentication_error";
    if (isMissing) {
        error.status = 503;
        error.code = "admin_token_unavailable";
        error.message = "The admin token is kept in a keychain that does not give it now. Unlock "
                        "it, or start Capstan with CAPSTAN_ADMIN_TOKEN set.";
        respondError(client, error);
        return false;
    }
    error.status = token.isSet() ? 401 : 403;
    error.code = "admin_token_required";
    error.message = token.isSet() ? "This needs the admin token as Authorization: Bearer …."
                                  : "From another machine this needs an admin token; set "
                                    "CAPSTAN_ADMIN_TOKEN and restart Capstan.";
    respondError(client, error);
    return false;
}

void adminBudgets(const WorkerContext &worker, const std::shared_ptr<ClientStream> &client)
{
    QByteArray list;
    for (const core::Budget &budget : worker.accounts.budgets()) {
        list += (list.isEmpty() ? "" : ",") + budgetJson(budget);
    }
    respondJson(*client, 200, core::JsonWriter().raw("budgets", '[' + list + ']').toJson());
}

void adminSetBudget(const WorkerContext &worker,
                    const HttpRequest &request,
                    const std::shared_ptr<ClientStream> &client)
{
    const auto budget = budgetFrom(request.body);
    if (!budget.ok()) {
        respondError(*client, ApiError::from(budget.error()));
        return;
    }
    if (const core::Outcome ours = core::checkChangeable(budget->id); !ours.ok()) {
        respondError(*client, ApiError::from(ours.error()));
        return;
    }
    worker.accounts.setBudget(*budget,
                              answerLater(worker.mailbox, client, 201, budgetJson(*budget)));
}

void adminDeleteBudget(const WorkerContext &worker,
                       const HttpRequest &request,
                       const std::shared_ptr<ClientStream> &client)
{
    const QByteArray id = queryParameter(request, "id");
    if (id.isEmpty()) {
        respondError(*client,
                     ApiError::from(invalid(QStringLiteral("The query parameter id is missing."),
                                            QStringLiteral("Ask for /api/admin/budgets?id=b-…; "
                                                           "GET lists them."))));
        return;
    }
    worker.accounts.removeBudget(
        id,
        answerLater(worker.mailbox, client, 200, core::JsonWriter().text("removed", id).toJson()));
}

void adminResetBudget(const WorkerContext &worker,
                      const HttpRequest &request,
                      const std::shared_ptr<ClientStream> &client)
{
    const auto json = objectFrom(request.body);
    if (!json.ok()) {
        respondError(*client, ApiError::from(json.error()));
        return;
    }
    const core::Outcome known =
        onlyMembers(*json,
                    {QStringLiteral("id"), QStringLiteral("label")},
                    QStringLiteral("Send {\"id\":\"b-…\"}, with the label of one counter."));
    if (!known.ok()) {
        respondError(*client, ApiError::from(known.error()));
        return;
    }
    const QByteArray id = json->value(QLatin1String("id")).toString().toUtf8();
    const QByteArray label = json->value(QLatin1String("label")).toString().toUtf8();
    const bool hasLabel = json->contains(QLatin1String("label"));
    // Leaving the label out resets all, so nothing else may be taken for that.
    if (id.isEmpty() || json->size() != (hasLabel ? 2 : 1) || hasLabel == label.isEmpty()) {
        const core::Error error =
            invalid(QStringLiteral("The body is not {\"id\":…} or {\"id\":…,\"label\":…}."),
                    QStringLiteral("Send the budget's id, and the label of one of its counters or "
                                   "none for all."));
        respondError(*client, ApiError::from(error));
        return;
    }
    worker.accounts.resetBudget(
        id,
        label,
        answerLater(worker.mailbox, client, 200, core::JsonWriter().text("reset", id).toJson()));
}

void adminInFlight(const WorkerContext &worker, const std::shared_ptr<ClientStream> &client)
{
    QByteArray list;
    const auto snapshot = worker.accounts.snapshot(0);
    for (const core::RunningCall &call :
         snapshot ? snapshot->running : std::vector<core::RunningCall>{}) {
        list += (list.isEmpty() ? "" : ",") + core::JsonWriter()
                                                  .text("id", call.id.toText())
                                                  .text("tenant", call.tenant)
                                                  .textOrNull("agent", call.agent)
                                                  .text("model", call.model)
                                                  .text("started_at", timeText(call.startedAt))
                                                  .boolean("stream", call.stream)
                                                  .number("output_tokens", call.outputTokens)
                                                  .money("cost_usd", call.cost)
                                                  .money("held_usd", call.bound - call.cost)
                                                  .toJson();
    }
    respondJson(*client,
                200,
                core::JsonWriter()
                    .number("count", snapshot ? snapshot->runningCount : 0)
                    .raw("in_flight", '[' + list + ']')
                    .toJson());
}

void adminPause(const WorkerContext &worker,
                const HttpRequest &request,
                const std::shared_ptr<ClientStream> &client)
{
    const auto json = objectFrom(request.body);
    const core::Outcome sound = json.ok() ? checkPause(*json) : core::Outcome(json.error());
    if (!sound.ok()) {
        respondError(*client, ApiError::from(sound.error()));
        return;
    }
    const QByteArray tenant = json->value(QLatin1String("tenant")).toString().toUtf8();
    const bool paused = json->value(QLatin1String("paused")).toBool();
    worker.accounts.setPaused(
        tenant,
        paused,
        answerLater(
            worker.mailbox,
            client,
            200,
            core::JsonWriter().textOrNull("tenant", tenant).boolean("paused", paused).toJson()));
    if (paused && json->value(QLatin1String("cut")).toBool()) {
        worker.accounts.endCalls(tenant, EndReason::Person);
    }
}

} // namespace proxy
