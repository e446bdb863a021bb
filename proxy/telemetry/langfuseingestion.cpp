// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/telemetry/langfuseingestion.h"

#include "core/base/jsontext.h"
#include "core/base/jsonwriter.h"
#include "proxy/telemetry/eventwords.h"
#include "proxy/telemetry/httpexporter.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace proxy::langfuse {
using namespace Qt::StringLiterals;

using core::CallEvent;
using core::Dimension;
using core::JsonWriter;

namespace {

/// Per request and attempt, so that a repetition is recognised (events are told apart by it).
QByteArray eventId(const CallEvent &event, QByteArrayView part)
{
    return event.id.toText() + '-' + QByteArray::number(event.attempt) + '-' + part.toByteArray();
}

QByteArray envelope(const CallEvent &event, QByteArrayView type, const QByteArray &body)
{
    return JsonWriter()
        .text("id", eventId(event, type))
        .text("type", type)
        .text("timestamp", isoTime(event.endedAt))
        .raw("body", body)
        .toJson();
}

void addText(JsonWriter &json, QByteArrayView name, const QByteArray &text)
{
    if (!text.isEmpty()) {
        json.text(name, text);
    }
}

QByteArray metadataJson(const CallEvent &event)
{
    JsonWriter json;
    for (const auto &[name, value] : metadata(event)) {
        json.text(name, value);
    }
    return json.toJson();
}

QByteArray traceBody(const CallEvent &event, const QByteArray &environment)
{
    QByteArray tagList;
    for (const QByteArray &tag : tags(event)) {
        tagList += (tagList.isEmpty() ? "" : ",") + core::quotedJson(tag);
    }
    JsonWriter json;
    json.text("id", event.traceId)
        .text("timestamp", isoTime(event.startedAt))
        .text("name", spanName(event));
    addText(json, "userId", shortId(event.attribution.of(Dimension::User)));
    addText(json, "sessionId", shortId(event.details.session));
    addText(json, "environment", environment);
    return json.raw("tags", '[' + tagList + ']').raw("metadata", metadataJson(event)).toJson();
}

QByteArray observationBody(const core::OutboxEvent &one, const QByteArray &environment)
{
    const CallEvent &event = one.event;
    JsonWriter json;
    json.text("id", event.spanId)
        .text("traceId", event.traceId)
        .text("name", spanName(event))
        .text("startTime", isoTime(event.startedAt))
        .text("endTime", isoTime(event.endedAt))
        .text("level", level(event))
        .raw("metadata", metadataJson(event));
    addText(json, "statusMessage", event.errorType());
    addText(json, "environment", environment);
    if (event.kind == CallEvent::Kind::Refusal) {
        return json.toJson();
    }
    addText(json, "model", modelOf(event));
    if (event.toFirstByte > core::Duration{0}) {
        json.text("completionStartTime", isoTime(event.startedAt + event.toFirstByte));
    }
    if (!one.content.prompt.isEmpty()) {
        json.raw("input", one.content.prompt);
    }
    if (!one.content.answer.isEmpty()) {
        json.raw("output", one.content.answer);
    }
    JsonWriter parameters;
    if (event.details.maxTokens) {
        parameters.number("max_tokens", *event.details.maxTokens);
    }
    return json.raw("modelParameters", parameters.boolean("stream", event.details.stream).toJson())
        .raw("usageDetails", usageDetails(event.usage))
        .raw("costDetails", costDetails(event.cost))
        .toJson();
}

constexpr QByteArrayView TraceType = "trace-create";

QByteArrayView observationType(const CallEvent &event)
{
    return event.kind == CallEvent::Kind::Call ? "generation-create" : "span-create";
}

/// What became of one call, the worse the later.
enum class Fate : quint8 { Taken, Again, Refused };

struct Reading
{
    QHash<QByteArray, Fate> fates; ///< by envelope id; what is not there was taken
    int unknown = 0;               ///< errors without a usable id
    bool isBlocked = false;
    bool wantsOtlp = false;
    QString words;
};

Reading readErrors(const QJsonArray &errors)
{
    Reading reading;
    for (const QJsonValue value : errors) {
        const QJsonObject error = value.toObject();
        const int status = error["status"_L1].toInt();
        const QString message = error["message"_L1].toString();
        const bool wantsOtlp = message == "Event type not accepted"_L1;
        reading.wantsOtlp = reading.wantsOtlp || wantsOtlp;
        reading.isBlocked = reading.isBlocked || status == 401 || status == 403;
        reading.words = message.simplified().left(200);
        const bool isAgain = wantsOtlp || status == 429 || status >= 500;
        const QByteArray id = error["id"_L1].toString().toUtf8();
        reading.unknown += id == "unknown" && !isAgain ? 1 : 0;
        reading.fates.insert(id, isAgain ? Fate::Again : Fate::Refused);
    }
    return reading;
}

} // namespace

QByteArray ingestionBody(const Events &events, const QByteArray &environment)
{
    QByteArray batch;
    for (const core::OutboxEvent &one : events) {
        const CallEvent &event = one.event;
        batch += (batch.isEmpty() ? "" : ",") +
                 envelope(event, TraceType, traceBody(event, environment)) + ',' +
                 envelope(event, observationType(event), observationBody(one, environment));
    }
    const QByteArray metadata = JsonWriter().text("sdk_name", "capstan").toJson();
    return JsonWriter().raw("batch", '[' + batch + ']').raw("metadata", metadata).toJson();
}

IngestionAnswer readIngestion(const FetchResult &result, const Events &events)
{
    IngestionAnswer answer;
    Delivery &delivery = answer.delivery;
    if (result.status < 200 || result.status >= 300) {
        delivery.kind = Delivery::Kind::Smaller;
        delivery.message =
            u"It refuses the data (%1: %2)."_s.arg(result.status).arg(wordsOf(result.body));
        return answer;
    }
    const Reading reading =
        readErrors(QJsonDocument::fromJson(result.body).object()["errors"_L1].toArray());
    answer.wantsOtlp = reading.wantsOtlp;
    if (reading.isBlocked) {
        delivery.kind = Delivery::Kind::Blocked;
        delivery.message = u"It refuses the credential: %1."_s.arg(reading.words);
        return answer;
    }
    for (std::size_t i = 0; i < events.size(); ++i) {
        const CallEvent &event = events[i].event;
        const Fate fate = std::max(reading.fates.value(eventId(event, TraceType)),
                                   reading.fates.value(eventId(event, observationType(event))));
        if (fate == Fate::Again) {
            delivery.again.push_back(i);
        }
        delivery.rejected += fate == Fate::Refused ? 1 : 0;
    }
    const auto taken = static_cast<int>(events.size() - delivery.again.size());
    delivery.rejected = std::min(delivery.rejected + reading.unknown, taken);
    delivery.message = reading.words.isEmpty()
                           ? QString()
                           : u"It did not take everything: %1."_s.arg(reading.words);
    return answer;
}

} // namespace proxy::langfuse
