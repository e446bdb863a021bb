// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/telemetry/otlpspan.h"

#include "core/base/jsonwriter.h"
#include "proxy/telemetry/contentmessages.h"
#include "proxy/telemetry/eventwords.h"
#include "proxy/telemetry/otlpjson.h"

#include <QUrl>

namespace proxy::otlp {

using core::CallEvent;
using core::Dimension;

namespace {

// opentelemetry/proto/trace/v1/trace.proto: SpanKind, StatusCode, SpanFlags.
constexpr qint64 Internal = 1;
constexpr qint64 Client = 3;
constexpr qint64 StatusOk = 1;
constexpr qint64 StatusError = 2;
constexpr qint64 Sampled = 0x001;
constexpr qint64 KnowsRemote = 0x100;
constexpr qint64 ParentIsRemote = 0x200;

bool isCall(const CallEvent &event)
{
    return event.kind == CallEvent::Kind::Call;
}

void addServer(Attributes &list, const QByteArray &origin)
{
    const QUrl url(QString::fromUtf8(origin));
    if (url.host().isEmpty()) {
        return;
    }
    list.text("server.address", url.host().toUtf8());
    list.integer("server.port", url.port(url.scheme() == QStringLiteral("https") ? 443 : 80));
}

void addRequest(Attributes &list, const CallEvent &event, const SpanStyle &style)
{
    const core::CallDetails &details = event.details;
    const bool latest = style.conventions == core::Conventions::Latest;
    const QByteArray &provider = event.attribution.of(Dimension::Provider);
    list.text("gen_ai.operation.name",
              details.operation.isEmpty() ? QByteArray("chat") : details.operation);
    list.text(latest ? "gen_ai.provider.name" : "gen_ai.system",
              provider.isEmpty() ? QByteArray("_OTHER") : provider.toLower());
    list.textIf("gen_ai.request.model", details.requestModel);
    if (details.maxTokens) {
        list.integer("gen_ai.request.max_tokens", *details.maxTokens);
    }
    if (details.stream && latest) {
        list.boolean("gen_ai.request.stream", true);
    }
    list.textIf("gen_ai.conversation.id", details.session);
}

void addUsage(Attributes &list, const CallEvent &event, const SpanStyle &style)
{
    const core::TokenUsage &usage = event.usage;
    if (usage.quality == core::CountQuality::Unknown) {
        return;
    }
    if (style.conventions == core::Conventions::Legacy) {
        list.integer("gen_ai.usage.prompt_tokens", usage.prompt());
        list.integer("gen_ai.usage.completion_tokens", usage.output);
        return;
    }
    list.integer("gen_ai.usage.input_tokens", usage.prompt());
    list.integer("gen_ai.usage.output_tokens", usage.output);
    const auto add = [&list](QByteArrayView key, qint64 tokens) {
        if (tokens > 0) {
            list.integer(key, tokens);
        }
    };
    add("gen_ai.usage.cache_read.input_tokens", usage.cachedInput);
    add("gen_ai.usage.cache_creation.input_tokens", usage.cacheWrite);
    add("gen_ai.usage.reasoning.output_tokens", usage.reasoning);
}

void addAnswer(Attributes &list, const CallEvent &event, const SpanStyle &style)
{
    const core::CallDetails &details = event.details;
    list.textIf("gen_ai.response.model", modelOf(event));
    list.textIf("gen_ai.response.id", details.responseId);
    if (!details.finishReason.isEmpty()) {
        list.texts("gen_ai.response.finish_reasons", {details.finishReason});
    }
    if (details.stream && event.toFirstByte > core::Duration{0}) {
        list.seconds("gen_ai.response.time_to_first_chunk", event.toFirstByte);
    }
    addUsage(list, event, style);
    list.money("gen_ai.usage.cost", event.cost);
    addServer(list, details.server);
}

void addOwn(Attributes &list, const CallEvent &event)
{
    list.text("capstan.request.id", event.id.toText());
    list.text("capstan.decision", core::decisionName(event.decision));
    for (const Dimension dimension : {Dimension::Tenant,
                                      Dimension::Agent,
                                      Dimension::Key,
                                      Dimension::Feature,
                                      Dimension::Experiment,
                                      Dimension::Namespace,
                                      Dimension::Team,
                                      Dimension::Route}) {
        list.textIf(QByteArray("capstan.").append(core::dimensionName(dimension)),
                    event.attribution.of(dimension));
    }
    for (const auto &[name, value] : event.attribution.tags) {
        list.text("capstan.tag." + name, value);
    }
    if (isCall(event)) {
        list.text("capstan.ending", core::endingName(event.ending));
        list.textIf("capstan.price.source", event.priceSource);
    }
    list.textIf("user.id", shortId(event.attribution.of(Dimension::User)));
    list.textIf("session.id", shortId(event.details.session));
}

void addLangfuse(Attributes &list, const CallEvent &event, const SpanStyle &style)
{
    list.text("langfuse.observation.type", isCall(event) ? "generation" : "span");
    list.textIf("langfuse.observation.model.name", modelOf(event));
    core::JsonWriter parameters;
    if (event.details.maxTokens) {
        parameters.number("max_tokens", *event.details.maxTokens);
    }
    parameters.text("stream", event.details.stream ? "true" : "false");
    list.text("langfuse.observation.model.parameters", parameters.toJson());
    list.text("langfuse.observation.usage_details", langfuse::usageDetails(event.usage));
    list.text("langfuse.observation.cost_details", langfuse::costDetails(event.cost));
    if (event.toFirstByte > core::Duration{0}) {
        list.text("langfuse.observation.completion_start_time",
                  isoTime(event.startedAt + event.toFirstByte));
    }
    list.text("langfuse.observation.level", langfuse::level(event));
    list.textIf("langfuse.observation.status_message", event.errorType());
    for (const auto &[name, value] : langfuse::metadata(event)) {
        list.text("langfuse.observation.metadata." + name, value);
    }
    list.text("langfuse.trace.name", spanName(event));
    list.texts("langfuse.trace.tags", langfuse::tags(event));
    list.textIf("langfuse.environment", langfuse::environment(style.environment));
}

/// Langfuse shows messages as OpenAI writes them.
void addContent(Attributes &list, const core::CallContent &content, const SpanStyle &style)
{
    if (style.langfuse) {
        list.textIf("langfuse.observation.input", content.prompt);
        list.textIf("langfuse.observation.output", content.answer);
    } else {
        list.textIf("gen_ai.input.messages", messagesWithParts(content.prompt));
        list.textIf("gen_ai.output.messages", messagesWithParts(content.answer));
    }
}

QByteArray statusJson(const CallEvent &event)
{
    const QByteArray error = event.errorType();
    const bool isFault = !isCall(event) || event.ending == core::Ending::UpstreamError;
    core::JsonWriter status;
    if (event.succeeded()) {
        status.number("code", StatusOk);
    } else if (isFault) {
        status.number("code", StatusError).text("message", error);
    }
    return status.toJson(); // left unset for a client that went away
}

} // namespace

QByteArray
spanJson(const CallEvent &event, const SpanStyle &style, const core::CallContent &content)
{
    Attributes attributes;
    addRequest(attributes, event, style);
    if (isCall(event)) {
        addAnswer(attributes, event, style);
    }
    attributes.textIf("error.type", event.errorType());
    addOwn(attributes, event);
    if (style.langfuse) {
        addLangfuse(attributes, event, style);
    }
    addContent(attributes, content, style);
    const QByteArray &parent = event.details.parentSpanId;
    const bool hasParent = !parent.isEmpty() && style.linked;
    core::JsonWriter span;
    span.text("traceId", event.traceId).text("spanId", event.spanId);
    if (hasParent) {
        span.text("parentSpanId", parent);
    }
    if (!event.details.traceState.isEmpty()) {
        span.text("traceState", event.details.traceState);
    }
    return span
        .number("flags",
                (event.details.sampled ? Sampled : 0) | KnowsRemote |
                    (hasParent ? ParentIsRemote : 0))
        .text("name", spanName(event))
        .number("kind", isCall(event) ? Client : Internal)
        .raw("startTimeUnixNano", nanoseconds(event.startedAt))
        .raw("endTimeUnixNano", nanoseconds(event.endedAt))
        .raw("attributes", attributes.toJson())
        .raw("status", statusJson(event))
        .toJson();
}

} // namespace proxy::otlp
