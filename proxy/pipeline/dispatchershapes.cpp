// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/jsontext.h"
#include "core/routing/tierroute.h"
#include "proxy/api/chatapi.h"
#include "proxy/api/inferapi.h"
#include "proxy/api/internalapi.h"
#include "proxy/api/ownrequest.h"
#include "proxy/apierror.h"
#include "proxy/pipeline/dispatcher.h"
#include "proxy/policygate.h"

#include <utility>

// Other shapes of a chat completion, which go the same way.

namespace proxy {

namespace {
/// A route that sets no limit answers with at most this many tokens (S3-06).
constexpr qint64 InferOutputTokens = 500;
} // namespace

void Dispatcher::startScopedChat(RequestContext context)
{
    if (!isJson(context.request)) {
        respondError(*context.client, ApiError::from(notJson()));
        return;
    }
    auto chat = readScopedChat(context.request.body, m_worker.settings.defaultModel);
    if (!chat.ok()) {
        respondError(*context.client, ApiError::from(chat.error()));
        return;
    }
    context.scope = std::move(chat->scope);
    context.request.body = std::move(chat->body);
    context.upstreamPath = "/v1/chat/completions";
    startMetered(std::move(context), openai::Endpoint::Chat);
}

/// S3-01: a tier of a route instead of a model.
void Dispatcher::startInfer(RequestContext context)
{
    const auto infer = readInferRequest(context.request.body);
    if (!infer.ok()) {
        respondDetail(*context.client, 422, infer.error().message.toUtf8());
        return;
    }
    const auto target = core::tierRoute(m_worker.settings.routes, infer->routeName, infer->tier);
    if (!target.ok()) {
        const int status = ApiError::from(target.error()).status;
        const QString sentence = target.error().message + u' ' + target.error().remedy;
        respondDetail(*context.client, status, core::quotedJson(sentence.toUtf8()));
        return;
    }
    context.client = std::make_shared<InferAnswer>(
        std::move(context.client), infer->tier, m_worker.policy.policy());
    context.routeName = infer->routeName;
    context.tier = infer->tier;
    context.request.body =
        chatOf(*infer, target->model, target->maxOutputTokens.value_or(InferOutputTokens));
    const HeaderList who = attributionOf(*infer);
    context.request.headers.insert(context.request.headers.end(), who.begin(), who.end());
    context.upstreamPath = "/v1/chat/completions";
    startMetered(std::move(context), openai::Endpoint::Chat);
}

/// S4-01: the same as chat completions, in other words.
void Dispatcher::startInternal(RequestContext context)
{
    if (!mayUseInternal(m_worker, context.request, *context.client)) {
        return;
    }
    auto internal = readInternalRequest(context.request);
    if (!internal.ok()) {
        respondDetail(*context.client, 422, internal.error().message.toUtf8());
        return;
    }
    context.client = std::make_shared<InternalAnswer>(std::move(context.client));
    context.request.body = std::move(internal->body);
    context.request.headers.insert(
        context.request.headers.end(), internal->who.begin(), internal->who.end());
    context.upstreamPath = "/v1/chat/completions";
    startMetered(std::move(context), openai::Endpoint::Chat);
}

} // namespace proxy
