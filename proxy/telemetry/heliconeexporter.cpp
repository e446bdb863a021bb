// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/telemetry/heliconeexporter.h"

#include "core/base/jsonscan.h"
#include "core/base/jsonwriter.h"
#include "proxy/telemetry/eventwords.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QUuid>

#include <algorithm>

namespace proxy {
using namespace Qt::StringLiterals;

using core::CallEvent;
using core::Dimension;
using core::JsonWriter;

namespace helicone {

namespace {

/// Keeps the shape that Helicone reads, without a word that was said.
constexpr QByteArrayView NoMessages = R"([{"role":"user","content":"[not recorded]"}])";
constexpr QByteArrayView NoAnswer = R"({"role":"assistant","content":"[not recorded]"})";

/// A list of messages as it is, anything else as what the user said.
QByteArray messagesOf(const core::CallContent &content)
{
    if (content.prompt.isEmpty()) {
        return NoMessages.toByteArray();
    }
    if (content.prompt.startsWith("[{")) {
        return content.prompt;
    }
    JsonWriter message;
    message.text("role", "user");
    if (content.prompt.startsWith('"')) {
        message.raw("content", content.prompt);
    } else {
        message.text("content", content.prompt);
    }
    return '[' + message.toJson() + ']';
}

QByteArray answerOf(const core::CallContent &content)
{
    core::JsonElements messages(content.answer);
    QByteArrayView first;
    return content.answer.isEmpty() || !messages.next(first) ? NoAnswer.toByteArray()
                                                             : first.toByteArray();
}

QByteArray metaJson(const CallEvent &event)
{
    JsonWriter meta;
    const auto add = [&meta](QByteArrayView name, const QByteArray &value) {
        if (!value.isEmpty()) {
            meta.text(name, value);
        }
    };
    meta.text("Helicone-Request-Id", requestId(event));
    add("Helicone-User-Id", event.attribution.of(Dimension::User));
    add("Helicone-Session-Id", event.details.session);
    add("Helicone-Property-Tenant", event.attribution.of(Dimension::Tenant));
    add("Helicone-Property-Agent", event.attribution.of(Dimension::Agent));
    add("Helicone-Property-Feature", event.attribution.of(Dimension::Feature));
    add("Helicone-Property-Experiment", event.attribution.of(Dimension::Experiment));
    add("Helicone-Property-Decision", core::decisionName(event.decision).toByteArray());
    add("Helicone-Property-Capstan-Request-Id", event.id.toText());
    // Helicone prices by its own list; the ledger's figure travels beside it.
    return meta.text("Helicone-Property-Cost-Usd", event.cost.toDecimal()).toJson();
}

QByteArray requestJson(const CallEvent &event, const core::CallContent &content)
{
    JsonWriter json;
    json.text("model", modelOf(event));
    if (event.details.maxTokens) {
        json.number("max_tokens", *event.details.maxTokens);
    }
    // No `stream`: the answer below is one object, and Helicone would look for events in it.
    return json.raw("messages", messagesOf(content)).toJson();
}

/// As the provider counts: inclusive, Helicone takes the parts out itself.
QByteArray usageJson(const core::TokenUsage &usage)
{
    return JsonWriter()
        .number("prompt_tokens", usage.prompt())
        .number("completion_tokens", usage.output)
        .number("total_tokens", usage.total())
        .raw("prompt_tokens_details",
             JsonWriter().number("cached_tokens", usage.cachedInput).toJson())
        .raw("completion_tokens_details",
             JsonWriter().number("reasoning_tokens", usage.reasoning).toJson())
        .toJson();
}

QByteArray answerJson(const CallEvent &event, const core::CallContent &content)
{
    if (!event.succeeded()) {
        const QByteArray type = event.errorType();
        const QByteArray error =
            JsonWriter().text("message", type).text("type", type).text("code", type).toJson();
        return JsonWriter().raw("error", error).raw("usage", usageJson(event.usage)).toJson();
    }
    const QByteArray &finish = event.details.finishReason;
    const QByteArray choice = JsonWriter()
                                  .number("index", 0)
                                  .raw("message", answerOf(content))
                                  .text("finish_reason", finish.isEmpty() ? "stop" : finish)
                                  .toJson();
    return JsonWriter()
        .text("id", event.details.responseId)
        .text("object", "chat.completion")
        .number("created",
                std::chrono::floor<std::chrono::seconds>(event.endedAt.time_since_epoch()).count())
        .text("model", modelOf(event))
        .raw("choices", '[' + choice + ']')
        .raw("usage", usageJson(event.usage))
        .toJson();
}

QByteArray timeJson(core::Time time)
{
    const auto milliseconds =
        std::chrono::floor<std::chrono::milliseconds>(time.time_since_epoch()).count();
    return JsonWriter()
        .number("seconds", milliseconds / 1'000)
        .number("milliseconds", milliseconds % 1'000)
        .toJson();
}

int statusOf(const CallEvent &event)
{
    constexpr int Refused = 402;
    constexpr int Cancelled = -3; // Helicone's own sign for it
    if (event.kind == CallEvent::Kind::Refusal) {
        return Refused;
    }
    if (event.succeeded()) {
        return event.httpStatus == 0 ? 200 : event.httpStatus;
    }
    return event.ending == core::Ending::UpstreamError ? std::max(event.httpStatus, 500)
                                                       : Cancelled;
}

} // namespace

QByteArray requestId(const CallEvent &event)
{
    // Any fixed name space: the id must only be the same each time.
    static const QUuid space(u"{1d0f0a7e-5f3c-5d0a-9a43-6d1f8f1f2c55}"_s);
    const QByteArray name = event.id.toText() + '-' + QByteArray::number(event.attempt);
    return QUuid::createUuidV5(space, name).toByteArray(QUuid::WithoutBraces);
}

QByteArray logBody(const CallEvent &event, bool isCustom, const core::CallContent &content)
{
    const QByteArray url = isCustom ? QByteArray("custom-model-nopath")
                                    : event.details.server + event.attribution.of(Dimension::Route);
    const QByteArray request = JsonWriter()
                                   .text("url", url)
                                   .raw("json", requestJson(event, content))
                                   .raw("meta", metaJson(event))
                                   .toJson();
    const QByteArray response =
        JsonWriter()
            .number("status", statusOf(event))
            .raw("headers", JsonWriter().text("content-type", "application/json").toJson())
            .raw("json", answerJson(event, content))
            .money("cost", event.cost)
            .toJson();
    JsonWriter timing;
    timing.raw("startTime", timeJson(event.startedAt)).raw("endTime", timeJson(event.endedAt));
    if (event.toFirstByte > core::Duration{0}) {
        timing.number("timeToFirstToken", event.toFirstByte.count() / 1'000);
    }
    return JsonWriter()
        .raw("providerRequest", request)
        .raw("providerResponse", response)
        .raw("timing", timing.toJson())
        .toJson();
}

} // namespace helicone

void HeliconeExporter::deliver(const Events &events, Done done)
{
    const core::Secret key = secret(destination().key);
    if (!key.isSet()) {
        Delivery delivery;
        delivery.kind = Delivery::Kind::Blocked;
        delivery.message = u"Its API key is not there. Set it."_s;
        done(delivery);
        return;
    }
    const bool isCustom = destination().url.contains("/custom/");
    post(destination().url,
         {{"authorization", "Bearer " + key.expose()}},
         helicone::logBody(events.front().event, isCustom, events.front().content),
         [this, done = std::move(done)](const FetchResult &result) { done(read(result)); });
}

Delivery HeliconeExporter::read(const FetchResult &result) const
{
    if (auto failure = commonFailure(result)) {
        return *failure;
    }
    Delivery delivery;
    const QJsonObject json = QJsonDocument::fromJson(result.body).object();
    const bool isGood = result.status >= 200 && result.status < 300;
    const bool isInvalid = json.contains("isValid"_L1) && !json["isValid"_L1].toBool();
    if (!isGood || isInvalid) {
        delivery.kind = Delivery::Kind::Smaller; // it stands alone, so it is given up
        delivery.message =
            u"It refuses the data (%1: %2)."_s.arg(result.status).arg(wordsOf(result.body));
    } else if (json.contains("error"_L1)) {
        delivery.kind = Delivery::Kind::Later;
        delivery.message = u"It could not store the call: %1."_s.arg(wordsOf(result.body));
    }
    return delivery;
}

} // namespace proxy
