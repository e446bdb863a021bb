// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "proxy/pipeline/dispatcher.h"

#include "core/base/jsonwriter.h"
#include "proxy/accounts.h"
#include "proxy/api/adminapi.h"
#include "proxy/api/budgetapi.h"
#include "proxy/api/internalapi.h"
#include "proxy/api/keyapi.h"
#include "proxy/api/messagesapi.h"
#include "proxy/api/modelsapi.h"
#include "proxy/api/ownerapi.h"
#include "proxy/api/ownrequest.h"
#include "proxy/apierror.h"
#include "proxy/metrics/metricspage.h"
#include "proxy/pipeline/authenticate.h"
#include "proxy/pipeline/crossorigin.h"
#include "proxy/pipeline/freecall.h"
#include "proxy/pipeline/refusals.h"
#include "proxy/upstream/upstreams.h"

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

/// Other shapes of a chat completion, which go the same way.
bool isMetered(OwnRoute route)
{
    return route == OwnRoute::Chat || route == OwnRoute::Infer || route == OwnRoute::InternalProxy;
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
    if (answerOrigin(m_worker.settings, request, client)) {
        return;
    }
    if (isOfMessages(request.path)) {
        client = std::make_shared<MessagesAnswer>(std::move(client));
    }
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
    const Caller caller = route.asksForKey() ? authenticate(m_worker, request) : Caller();
    if (caller.refusal) {
        respondError(*client, *caller.refusal);
        return;
    }
    if (route.kind == RouteKind::Free) {
        relayFree(std::move(request), client);
    } else if (route.kind == RouteKind::Own && !isMetered(route.own)) {
        answerOwn(route.own, std::move(request), client, caller);
    } else {
        RequestContext context;
        context.key = caller.key;
        context.receivedAt = m_worker.clock.now();
        context.request = std::move(request);
        context.client = std::move(client);
        context.trace = readTraceContext(context.request.headers);
        start(route, std::move(context));
    }
}

void Dispatcher::start(const Route &route, RequestContext context)
{
    if (route.own == OwnRoute::Chat) {
        startScopedChat(std::move(context));
    } else if (route.own == OwnRoute::Infer) {
        startInfer(std::move(context));
    } else if (route.own == OwnRoute::InternalProxy) {
        startInternal(std::move(context));
    } else {
        context.upstreamPath = context.request.path;
        startMetered(std::move(context), route.endpoint);
    }
}

void Dispatcher::startMetered(RequestContext context, openai::Endpoint endpoint)
{
    const bool wantsForm = endpoint == openai::Endpoint::Transcription;
    if (wantsForm ? context.request.form == nullptr : !isJson(context.request)) {
        respondError(*context.client, ApiError::from(wantsForm ? noForm() : notJson()));
        return;
    }
    const quint64 number = m_nextNumber++;
    auto call = std::make_unique<MeteredCall>(
        m_worker, std::move(context), [this, number] { bury(number); });
    MeteredCall &started = *call;
    m_calls.emplace(number, std::move(call));
    started.start(endpoint);
}

void Dispatcher::relayFree(HttpRequest &&request, const std::shared_ptr<ClientStream> &client)
{
    const FreeCall call = freeCall(m_worker, std::move(request.body));
    if (!servesFree(call.upstream, request.path)) {
        respondError(*client, notServed(call.upstream, request.path));
        return;
    }
    fetch(call.upstream.probe.request(request.method, request.path, call.body), client, {});
}

void Dispatcher::answerModels(const std::shared_ptr<ClientStream> &client, const Caller &caller)
{
    m_worker.upstreams.refresh([this, client, key = caller.key] {
        if (m_worker.upstreams.isAnyReachable()) {
            respondJson(*client, 200, onlyAllowed(modelList(m_worker), key.get()));
        } else {
            respondError(*client, upstreamFailure({UpstreamFailure::Connect, {}, false}));
        }
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
                           const std::shared_ptr<ClientStream> &client,
                           const Caller &caller)
{
    if (const core::Outcome sound = checkOwnRequest(route, request); !sound.ok()) {
        respondError(*client, ApiError::from(sound.error()));
        return;
    }
    switch (route) {
    case OwnRoute::GetBudget:
        if (maySeeBudget(m_worker, request, *client)) {
            getBudget(m_worker, request, client);
        }
        return;
    case OwnRoute::Health:
        respondJson(*client, 200, R"({"status":"ok"})");
        return;
    case OwnRoute::Ready:
        answerReady(*client);
        return;
    case OwnRoute::Models:
        answerModels(client, caller);
        return;
    case OwnRoute::InternalModels:
    case OwnRoute::InternalUsage:
        answerInternal(m_worker, route, request, client);
        return;
    case OwnRoute::Metrics:
        answerMetrics(m_worker, request, *client);
        return;
    default:
        break;
    }
    if (mayAdminister(m_worker, request, *client)) {
        answerOwner(m_worker, route, request, client);
    }
}

void Dispatcher::answerReady(ClientStream &client)
{
    const bool isUp = m_worker.upstreams.isAnyReachable();
    const core::UpstreamStatus first = m_worker.upstreams.first().provider.models.status();
    core::JsonWriter reasons;
    reasons.text("upstream", isUp ? QByteArray("ok") : "down: " + first.lastError.toUtf8());
    const QByteArray ledger = m_worker.accounts.ledgerError().toUtf8();
    reasons.text("ledger", ledger.isEmpty() ? QByteArray("ok") : ledger);
    const bool ready = isUp && ledger.isEmpty();
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
