// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "proxy/pipeline/dispatcher.h"

#include "core/base/jsonwriter.h"
#include "proxy/accounts.h"
#include "proxy/api/adminapi.h"
#include "proxy/api/budgetapi.h"
#include "proxy/api/chatapi.h"
#include "proxy/api/correctionapi.h"
#include "proxy/api/modelsapi.h"
#include "proxy/api/ownrequest.h"
#include "proxy/apierror.h"
#include "proxy/pipeline/refusals.h"
#include "proxy/upstream/upstreamprobe.h"

#include <utility>

namespace proxy {

namespace {
ApiError noSuchPath(const HttpRequest &request, const QByteArray &allowed)
{
    ApiError error;
    error.status = allowed.isEmpty() ? 404 : 405;
    error.code = allowed.isEmpty() ? "unknown_url" : "method_not_allowed";
    error.message =
        request.method + ' ' + request.path.left(200) + " is not something that Capstan answers.";
    if (!allowed.isEmpty()) {
        error.message += " Allowed there: " + allowed + '.';
        error.headers.emplace_back("allow", allowed);
    }
    return error;
}

ApiError stopping()
{
    ApiError error;
    error.status = 503;
    error.code = "stopping";
    error.type = "server_error";
    error.message = "Capstan is being stopped. Try again in a moment.";
    error.headers = {{"retry-after", "5"}};
    return error;
}

} // namespace

Dispatcher::Dispatcher(const WorkerContext &worker)
    : m_worker(worker)
{}

Dispatcher::~Dispatcher() = default;

void Dispatcher::handle(HttpRequest &&request, std::shared_ptr<ClientStream> client)
{
    const RouteMatch match = findRoute(request.method, request.path);
    if (match.route == nullptr) {
        respondError(*client, noSuchPath(request, match.allowed));
        return;
    }
    if (m_stopping && match.route->own != OwnRoute::Health) {
        respondError(*client, stopping());
        return;
    }
    const Route &route = *match.route;
    if (route.kind == RouteKind::Free) {
        relayFree(std::move(request), client);
    } else if (route.kind == RouteKind::Own && route.own != OwnRoute::Chat) {
        answerOwn(route.own, std::move(request), client);
    } else {
        RequestContext context;
        context.receivedAt = m_worker.clock.now();
        context.request = std::move(request);
        context.client = std::move(client);
        if (route.own == OwnRoute::Chat) {
            startScopedChat(std::move(context));
        } else {
            context.upstreamPath = context.request.path;
            startMetered(std::move(context), route.endpoint);
        }
    }
}

void Dispatcher::startMetered(RequestContext context, openai::Endpoint endpoint)
{
    if (!isJson(context.request)) {
        respondError(*context.client, ApiError::from(notJson()));
        return;
    }
    const quint64 number = m_nextNumber++;
    auto call = std::make_unique<MeteredCall>(
        m_worker, std::move(context), [this, number] { bury(number); });
    MeteredCall &started = *call;
    m_calls.emplace(number, std::move(call));
    started.start(endpoint);
}

void Dispatcher::startScopedChat(RequestContext context)
{
    if (!isJson(context.request)) {
        respondError(*context.client, ApiError::from(notJson()));
        return;
    }
    auto chat = readScopedChat(context.request.body, m_worker.settings.upstream.defaultModel);
    if (!chat.ok()) {
        respondError(*context.client, ApiError::from(chat.error()));
        return;
    }
    context.scope = std::move(chat->scope);
    context.request.body = std::move(chat->body);
    context.upstreamPath = "/v1/chat/completions";
    startMetered(std::move(context), openai::Endpoint::Chat);
}

void Dispatcher::relayFree(HttpRequest &&request, const std::shared_ptr<ClientStream> &client)
{
    fetch(
        m_worker.probe.request(request.method, request.path, std::move(request.body)), client, {});
}

void Dispatcher::answerModels(const std::shared_ptr<ClientStream> &client)
{
    fetch(m_worker.probe.request("GET", "/v1/models"), client, [this](FetchResult &result) {
        result.body = withPrices(result.body, *m_worker.prices, m_worker.clock.now());
    });
}

void Dispatcher::fetch(UpstreamRequest request,
                       const std::shared_ptr<ClientStream> &client,
                       std::function<void(FetchResult &)> edit)
{
    const quint64 number = m_nextNumber++;
    const auto answer = [this, number, client, edit = std::move(edit)](FetchResult result) {
        m_endedFetches.push_back(std::move(m_fetches.at(number)));
        m_fetches.erase(number);
        QMetaObject::invokeMethod(this, &Dispatcher::sweep, Qt::QueuedConnection);
        if (result.error) {
            respondError(*client, upstreamFailure(*result.error));
        } else if (const auto error = upstreamStatus(result.status, result.headers)) {
            respondError(*client, *error);
        } else {
            if (edit && result.succeeded()) {
                edit(result);
            }
            client->respond(result.status,
                            {{"content-type", headerValue(result.headers, "content-type")}},
                            result.body);
        }
    };
    m_fetches.emplace(number,
                      std::make_unique<Fetch>(m_worker.upstream, std::move(request), answer));
}

void Dispatcher::answerOwn(OwnRoute route,
                           HttpRequest &&request,
                           const std::shared_ptr<ClientStream> &client)
{
    if (const core::Outcome sound = checkOwnRequest(route, request); !sound.ok()) {
        respondError(*client, ApiError::from(sound.error()));
        return;
    }
    switch (route) {
    case OwnRoute::GetBudget:
        getBudget(m_worker, request, client);
        return;
    case OwnRoute::Health:
        respondJson(*client, 200, R"({"status":"ok"})");
        return;
    case OwnRoute::Ready:
        answerReady(*client);
        return;
    case OwnRoute::Models:
        answerModels(client);
        return;
    default:
        break;
    }
    if (!mayAdminister(m_worker, request, *client)) {
        return;
    }
    switch (route) {
    case OwnRoute::SetBudget:
        setBudget(m_worker, request, client);
        return;
    case OwnRoute::DeleteBudget:
        deleteBudget(m_worker, request, client);
        return;
    case OwnRoute::AdminBudgets:
        adminBudgets(m_worker, client);
        return;
    case OwnRoute::AdminSetBudget:
        adminSetBudget(m_worker, request, client);
        return;
    case OwnRoute::AdminDeleteBudget:
        adminDeleteBudget(m_worker, request, client);
        return;
    case OwnRoute::AdminInFlight:
        adminInFlight(m_worker, client);
        return;
    case OwnRoute::AdminPause:
        adminPause(m_worker, request, client);
        return;
    case OwnRoute::AdminRecovered:
        adminRecovered(m_worker, client);
        return;
    case OwnRoute::AdminCorrect:
        adminCorrect(m_worker, request, client);
        return;
    default:
        respondError(*client, noSuchPath(request, {}));
    }
}

void Dispatcher::answerReady(ClientStream &client)
{
    const core::UpstreamStatus upstream = m_worker.models.status();
    core::JsonWriter reasons;
    reasons.text("upstream",
                 upstream.reachable ? QByteArray("ok") : "down: " + upstream.lastError.toUtf8());
    const QByteArray ledger = m_worker.accounts.ledgerError().toUtf8();
    reasons.text("ledger", ledger.isEmpty() ? QByteArray("ok") : ledger);
    const bool ready = upstream.reachable && ledger.isEmpty();
    respondJson(client,
                ready ? 200 : 503,
                core::JsonWriter()
                    .text("status", ready ? "ready" : "not ready")
                    .raw("reasons", reasons.toJson())
                    .toJson());
}

void Dispatcher::endAll(EndReason reason)
{
    std::vector<MeteredCall *> running;
    for (const auto &[number, call] : m_calls) {
        running.push_back(call.get());
    }
    for (MeteredCall *call : running) {
        call->end(reason);
    }
}

/// A call ends in the middle of its own code, so it is put aside and destroyed a turn later.
void Dispatcher::bury(quint64 number)
{
    const auto it = m_calls.find(number);
    if (it == m_calls.end()) {
        return;
    }
    m_ended.push_back(std::move(it->second));
    m_calls.erase(it);
    if (m_ended.size() == 1) {
        QMetaObject::invokeMethod(this, &Dispatcher::sweep, Qt::QueuedConnection);
    }
}

void Dispatcher::sweep()
{
    m_ended.clear();
    m_endedFetches.clear();
    if (isIdle()) {
        Q_EMIT becameIdle();
    }
}

} // namespace proxy
