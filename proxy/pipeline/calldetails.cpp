// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/pipeline/calldetails.h"

#include "proxy/upstream/origin.h"
#include "proxy/upstream/upstreams.h"

namespace proxy {

namespace {

bool isAnybodyTold(const WorkerContext &worker)
{
    const core::TelemetrySettings &settings = worker.settings.telemetry;
    return !settings.destinations.empty() || settings.artefacts.areWanted();
}

/// gen_ai.operation.name of OpenTelemetry's conventions.
QByteArray operationOf(openai::Endpoint endpoint)
{
    switch (endpoint) {
    case openai::Endpoint::Completions:
        return "text_completion";
    case openai::Endpoint::Embeddings:
        return "embeddings";
    case openai::Endpoint::Rerank:
        return "rerank";
    case openai::Endpoint::Score:
        return "score";
    case openai::Endpoint::Pooling:
        return "pooling";
    case openai::Endpoint::Classify:
        return "classify";
    case openai::Endpoint::Transcription:
        return "transcription";
    default:
        return "chat";
    }
}

void addPolicy(const WorkerContext &worker,
               const RequestContext &context,
               core::CallDetails &details)
{
    const core::PolicyVerdict &verdict = context.verdict;
    details.requestedTier = context.tier;
    details.effectiveTier = verdict.tier.isEmpty() ? context.tier : verdict.tier;
    details.policyId = verdict.policyId;
    if (verdict.primitive) {
        details.primitive = core::primitiveName(*verdict.primitive).toByteArray();
    }
    if (worker.settings.policy) {
        details.policyVersion = worker.settings.policy->version;
    }
}

} // namespace

core::CallDetailsPointer
detailsOf(const WorkerContext &worker, const RequestContext &context, const RelayEnd &end)
{
    if (!isAnybodyTold(worker)) {
        return nullptr;
    }
    auto details = std::make_shared<core::CallDetails>();
    details->traceId = context.trace.traceId;
    details->parentSpanId = context.trace.parentId;
    details->traceState = context.trace.state;
    details->sampled = context.trace.sampled;
    details->operation = operationOf(context.facts.endpoint);
    details->requestModel = context.facts.model;
    details->responseModel = end.answer.model;
    details->responseId = end.answer.id;
    details->finishReason = end.answer.finishReason;
    details->contents = end.contents;
    details->stream = context.facts.stream;
    details->maxTokens = context.clampedTo ? context.clampedTo : context.facts.maxTokens;
    details->session = headerValue(context.request.headers, "x-session-id");
    details->decision = context.decision;
    if (context.upstream != nullptr) {
        details->server = originOf(context.upstream->settings().baseUrl);
    }
    addPolicy(worker, context, *details);
    return details;
}

openai::AnswerFacts answerFacts(const WorkerContext &worker,
                                const Dialect &dialect,
                                const StreamMeter &stream,
                                QByteArrayView body)
{
    if (!isAnybodyTold(worker)) {
        return {};
    }
    return body.isEmpty() ? stream.answerFacts() : dialect.answerFacts(body);
}

} // namespace proxy
