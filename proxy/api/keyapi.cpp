// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/api/keyapi.h"

#include "core/base/jsonwriter.h"
#include "core/budget/selector.h"
#include "proxy/accounts.h"
#include "proxy/api/adminapi.h"
#include "proxy/api/answerlater.h"
#include "proxy/api/ownrequest.h"
#include "proxy/apierror.h"
#include "proxy/mailbox.h"
#include "proxy/pipeline/authenticate.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace proxy {
using namespace Qt::StringLiterals;

namespace {

QByteArray factsJson(const core::KeyFacts &facts, core::Time now)
{
    QJsonObject json = facts.toJson();
    json.insert(u"state"_s, QString::fromLatin1(core::keyStateName(facts.stateAt(now))));
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

core::Result<core::KeyFacts> keyWithId(const WorkerContext &worker, const QByteArray &id)
{
    const core::KeyRing::Key key = worker.accounts.keyRing()->withId(id);
    if (!key) {
        return core::Error{core::ErrorCode::NotFound,
                           u"There is no key %1."_s.arg(QString::fromUtf8(id)),
                           u"Ask for /api/admin/keys?id=k-…; GET lists them."_s};
    }
    return key->facts;
}

void listKeys(const WorkerContext &worker, const std::shared_ptr<ClientStream> &client)
{
    QByteArray list;
    for (const core::KeyFacts &facts : worker.accounts.keys()) {
        list += (list.isEmpty() ? "" : ",") + factsJson(facts, worker.clock.now());
    }
    respondJson(*client, 200, core::JsonWriter().raw("keys", '[' + list + ']').toJson());
}

void createKey(const WorkerContext &worker,
               const HttpRequest &request,
               const std::shared_ptr<ClientStream> &client)
{
    const auto wish = objectFrom(request.body);
    const auto facts =
        wish.ok() ? core::KeyFacts().changedBy(*wish) : core::Result<core::KeyFacts>(wish.error());
    if (!facts.ok()) {
        respondError(*client, ApiError::from(facts.error()));
        return;
    }
    worker.accounts.createKey(
        *facts,
        [&mailbox = worker.mailbox, client, now = worker.clock.now()](
            const core::Result<core::NewKey> &made) {
            mailbox.post([client, made, now] {
                if (!made.ok()) {
                    respondError(*client, ApiError::from(made.error()));
                    return;
                }
                QByteArray json = factsJson(made->key.facts, now);
                json.insert(1, R"("key":")" + made->text.expose() + "\",");
                respondJson(*client, 201, json, {{"cache-control", "no-store"}});
            });
        });
}

void changeKey(const WorkerContext &worker,
               const HttpRequest &request,
               const std::shared_ptr<ClientStream> &client)
{
    const auto wish = objectFrom(request.body);
    const auto key = keyWithId(worker, queryParameter(request, "id"));
    const core::Error *error = !wish.ok() ? &wish.error() : !key.ok() ? &key.error() : nullptr;
    if (error != nullptr) {
        respondError(*client, ApiError::from(*error));
        return;
    }
    const auto changed = key->changedBy(*wish);
    if (!changed.ok()) {
        respondError(*client, ApiError::from(changed.error()));
        return;
    }
    worker.accounts.changeKey(
        *changed,
        answerLater(worker.mailbox, client, 200, factsJson(*changed, worker.clock.now())));
}

void revokeKey(const WorkerContext &worker,
               const HttpRequest &request,
               const std::shared_ptr<ClientStream> &client)
{
    const QByteArray id = queryParameter(request, "id");
    worker.accounts.revokeKey(
        id,
        answerLater(worker.mailbox, client, 200, core::JsonWriter().text("revoked", id).toJson()));
}

} // namespace

void answerKeyRoute(const WorkerContext &worker,
                    OwnRoute route,
                    const HttpRequest &request,
                    const std::shared_ptr<ClientStream> &client)
{
    switch (route) {
    case OwnRoute::AdminKeys:
        listKeys(worker, client);
        return;
    case OwnRoute::AdminCreateKey:
        createKey(worker, request, client);
        return;
    case OwnRoute::AdminChangeKey:
        changeKey(worker, request, client);
        return;
    case OwnRoute::AdminRevokeKey:
        revokeKey(worker, request, client);
        return;
    default:
        Q_UNREACHABLE(); // the dispatcher answers everything else itself
    }
}

bool maySeeBudget(const WorkerContext &worker, const HttpRequest &request, ClientStream &client)
{
    if (!worker.settings.requireKeys) {
        return true;
    }
    const Caller caller = authenticate(worker, request);
    if (!caller.key) {
        return mayAdminister(worker, request, client);
    }
    if (caller.refusal) {
        respondError(client, *caller.refusal);
        return false;
    }
    const auto scope = core::Selector::fromScope(queryParameter(request, "scope"));
    core::Selector::Term own;
    own.dimension = core::Dimension::Tenant;
    own.value = caller.key->facts.tenant;
    if (scope.ok() && *scope == core::Selector({own})) {
        return true;
    }
    ApiError error;
    error.status = 403;
    error.code = "scope_not_allowed";
    error.type = "permission_error";
    error.message =
        "This key may see the budget of its own tenant: ?scope=tenant:" + own.value + '.';
    respondError(client, error);
    return false;
}

} // namespace proxy
