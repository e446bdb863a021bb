// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/telemetry/artefactlines.h"

#include "core/base/jsontext.h"
#include "core/base/jsonwriter.h"
#include "core/reports/reportprices.h"
#include "proxy/telemetry/eventwords.h"

namespace proxy::artefacts {

using core::CallEvent;
using core::Decision;
using core::Dimension;
using core::JsonWriter;

namespace {

QByteArray orDefault(const QByteArray &name)
{
    return name.isEmpty() ? QByteArray("default") : name;
}

void addText(JsonWriter &json, QByteArrayView name, const QByteArray &text)
{
    if (!text.isEmpty()) {
        json.text(name, text);
    }
}

void addMilliseconds(JsonWriter &json, QByteArrayView name, core::Duration duration)
{
    // Microseconds as nano-dollars of a millionth: an exact decimal of milliseconds.
    json.raw(name, core::Money::fromNanos(duration.count() * 1'000'000).toDecimal());
}

/// S3-31's words.
QByteArray errorKind(const CallEvent &event)
{
    const int status = event.httpStatus;
    if (event.ending != core::Ending::UpstreamError) {
        return "unknown";
    }
    if (status == 401 || status == 403) {
        return "auth_error";
    }
    if (status == 429) {
        return "rate_limit";
    }
    if (status == 408 || status == 504) {
        return "timeout";
    }
    return status >= 400 && status < 500 ? "invalid_request" : "transient_error";
}

/// S3 knows three; what it cannot say stands in `outcome`.
QByteArray seedDecision(Decision decision)
{
    switch (decision) {
    case Decision::Downgrade:
        return "downgrade";
    case Decision::Refuse:
        return "deny";
    case Decision::Error:
        return "error";
    default:
        return "allow";
    }
}

/// A member of the error object in a refusal's reason, as the text that stands there.
QByteArray fact(const CallEvent &event, QByteArrayView name)
{
    const auto error = core::findMember(event.reason, "error");
    const QByteArrayView object = error ? error->value(event.reason) : QByteArrayView("{}");
    const auto member = core::findMember(object, name);
    return member ? member->value(object).toByteArray() : QByteArray();
}

void addWho(JsonWriter &json, const CallEvent &event)
{
    const core::Attribution &who = event.attribution;
    json.text("tenant_id", orDefault(who.of(Dimension::Tenant)));
    addText(json, "caller_id", who.of(Dimension::Agent));
    addText(json, "feature_id", who.of(Dimension::Feature));
    addText(json, "experiment_id", who.of(Dimension::Experiment));
    json.text("budget_namespace", orDefault(who.of(Dimension::Namespace)));
    addText(json, "route_name", who.of(Dimension::Route));
}

QByteArray auditTags(const CallEvent &event)
{
    const core::Attribution &who = event.attribution;
    JsonWriter tags;
    addText(tags, "feature_id", who.of(Dimension::Feature));
    addText(tags, "experiment_id", who.of(Dimension::Experiment));
    return tags.text("budget_namespace", orDefault(who.of(Dimension::Namespace))).toJson();
}

void addModel(JsonWriter &json, const CallEvent &event)
{
    const QByteArray &provider = event.attribution.of(Dimension::Provider);
    json.text("provider", provider)
        .text("provider_selected", provider)
        .text("model", modelOf(event))
        .text("model_selected", event.attribution.of(Dimension::Model))
        .text("selected_model", event.attribution.of(Dimension::Model));
    addText(json, "model_requested", event.details.requestModel);
    addText(json, "model_tier", event.details.effectiveTier);
}

bool isFromCache(const CallEvent &event)
{
    return event.attribution.of(Dimension::Provider) == core::CacheProvider;
}

/// Seed S3's words for where a cost comes from (requirements 3.4).
QByteArrayView costSource(const CallEvent &event)
{
    return isFromCache(event)                                   ? "cached_zero"
           : event.usage.quality == core::CountQuality::Unknown ? "degraded_unknown"
                                                                : "estimated_local_snapshot";
}

void addCost(JsonWriter &json, const CallEvent &event)
{
    json.number("tokens_in", event.usage.prompt())
        .number("tokens_out", event.usage.output)
        .number("tokens_total", event.usage.total())
        .number("tokens_cached", event.usage.cachedInput)
        .number("tokens_reasoning", event.usage.reasoning)
        .money("estimated_cost_usd", event.cost)
        .text("cost_source", costSource(event));
    addText(json, "price_source", event.priceSource);
}

} // namespace

QByteArray identity(const CallEvent &event)
{
    return R"("request_id":")" + event.id.toText() + R"(","attempt":)" +
           QByteArray::number(event.attempt) + ',';
}

QByteArray telemetryLine(const CallEvent &event)
{
    if (event.kind != CallEvent::Kind::Call) {
        return {};
    }
    const bool isFallback = event.decision == Decision::Fallback || event.attempt > 1;
    JsonWriter json;
    json.text("schema_version", "0.1.0")
        .text("timestamp", isoTime(event.endedAt))
        .text("request_id", event.id.toText())
        .number("attempt", event.attempt)
        .text("trace_id", event.traceId)
        .text("span_id", event.spanId);
    addWho(json, event);
    addText(json, "route", event.attribution.of(Dimension::Route));
    addText(json, "use_case", event.attribution.of(Dimension::Feature));
    addModel(json, event);
    addCost(json, event);
    addMilliseconds(json, "latency_ms", event.endedAt - event.startedAt);
    addMilliseconds(json, "time_to_first_byte_ms", event.toFirstByte);
    json.text("status", event.succeeded() ? "success" : "error");
    if (!event.succeeded()) {
        json.text("error_type", errorKind(event));
    }
    addText(json, "finish_reason", event.details.finishReason);
    return json.text("ending", core::endingName(event.ending))
        .boolean("stream", event.details.stream)
        .boolean("is_fallback", isFallback)
        .boolean("fallback_triggered", isFallback)
        .number("retry_count", event.attempt - 1)
        .text("policy_decision", seedDecision(event.decision))
        .boolean("cache_hit", isFromCache(event))
        .raw("eval_hooks", "[]")
        .raw("audit_tags", auditTags(event))
        .boolean("schema_valid", true)
        .toJson();
}

QByteArray decisionLine(const CallEvent &event)
{
    const bool isCall = event.kind == CallEvent::Kind::Call;
    const core::CallDetails &details = event.details;
    JsonWriter json;
    json.text("timestamp", isoTime(isCall ? event.startedAt : event.endedAt))
        .text("request_id", event.id.toText())
        .number("attempt", event.attempt)
        .text("trace_id", event.traceId);
    addWho(json, event);
    addText(json, "requested_model_tier", details.requestedTier);
    addText(json, "effective_model_tier", details.effectiveTier);
    addText(json, "requested_model", details.requestModel);
    addText(json, "effective_model", event.attribution.of(Dimension::Model));
    const QByteArray spent = fact(event, "spent_usd");
    const QByteArray limit = fact(event, "limit_usd");
    const QByteArray budget = core::jsonString(fact(event, "budget")).value_or(QByteArray());
    json.text("primitive",
              !details.primitive.isEmpty() ? details.primitive
              : spent.isEmpty()            ? QByteArray("none")
                                           : QByteArray("budget_threshold"));
    json.text("decision", seedDecision(event.decision))
        .text("outcome", core::decisionName(event.decision));
    addText(json, "reason", event.code);
    addText(json, "policy_id", details.policyId.isEmpty() ? budget : details.policyId);
    if (isCall) {
        json.money("estimated_cost_usd", event.cost);
        addMilliseconds(json, "latency_ms", event.endedAt - event.startedAt);
        json.text("status", event.succeeded() ? "success" : "error");
    }
    if (!spent.isEmpty() && !limit.isEmpty()) {
        json.raw("window_cost_usd", spent).raw("window_limit_usd", limit);
    }
    addText(json, "policy_version", details.policyVersion);
    return json.toJson();
}

} // namespace proxy::artefacts
