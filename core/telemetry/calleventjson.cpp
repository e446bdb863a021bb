// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/jsonwriter.h"
#include "core/telemetry/callevent.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <array>

namespace core {
using namespace Qt::StringLiterals;

namespace {

/// The texts of the details, by the names they have in the outbox.
struct TextMember
{
    const char *name;
    QByteArray CallDetails::*text;
};
constexpr std::array DetailTexts{
    TextMember{"parent", &CallDetails::parentSpanId},
    TextMember{"state", &CallDetails::traceState},
    TextMember{"operation", &CallDetails::operation},
    TextMember{"asked", &CallDetails::requestModel},
    TextMember{"served", &CallDetails::responseModel},
    TextMember{"answer", &CallDetails::responseId},
    TextMember{"finish", &CallDetails::finishReason},
    TextMember{"session", &CallDetails::session},
    TextMember{"server", &CallDetails::server},
    TextMember{"wanted_tier", &CallDetails::requestedTier},
    TextMember{"tier", &CallDetails::effectiveTier},
    TextMember{"primitive", &CallDetails::primitive},
    TextMember{"policy", &CallDetails::policyId},
    TextMember{"policy_version", &CallDetails::policyVersion},
};

void addText(JsonWriter &json, QByteArrayView name, QByteArrayView text)
{
    if (!text.isEmpty()) {
        json.text(name, text);
    }
}

QByteArray attributionJson(const Attribution &attribution)
{
    JsonWriter json;
    for (std::size_t i = 0; i < DimensionCount; ++i) {
        addText(json, dimensionName(static_cast<Dimension>(i)), attribution.values.at(i));
    }
    JsonWriter tags;
    for (const auto &[name, value] : attribution.tags) {
        tags.text(name, value);
    }
    return json.raw("tags", tags.toJson()).toJson();
}

Attribution attributionFrom(const QJsonObject &json)
{
    Attribution attribution;
    for (std::size_t i = 0; i < DimensionCount; ++i) {
        const QByteArrayView name = dimensionName(static_cast<Dimension>(i));
        attribution.values.at(i) = json[QLatin1StringView(name)].toString().toUtf8();
    }
    const QJsonObject tags = json["tags"_L1].toObject();
    for (auto it = tags.begin(); it != tags.end(); ++it) {
        attribution.tags.emplace_back(it.key().toUtf8(), it.value().toString().toUtf8());
    }
    return attribution;
}

void writeDetails(JsonWriter &json, const CallDetails &details)
{
    for (const TextMember &member : DetailTexts) {
        addText(json, member.name, details.*member.text);
    }
    json.boolean("sampled", details.sampled).boolean("stream", details.stream);
    if (details.maxTokens) {
        json.number("max_tokens", *details.maxTokens);
    }
}

CallDetails detailsFrom(const QJsonObject &json)
{
    CallDetails details;
    for (const TextMember &member : DetailTexts) {
        details.*member.text = json[QLatin1StringView(member.name)].toString().toUtf8();
    }
    details.sampled = json["sampled"_L1].toBool(true);
    details.stream = json["stream"_L1].toBool();
    if (json.contains("max_tokens"_L1)) {
        details.maxTokens = json["max_tokens"_L1].toInteger();
    }
    return details;
}

void writeCall(JsonWriter &json, const CallEvent &event)
{
    const TokenUsage &usage = event.usage;
    json.number("input", usage.input)
        .number("cached", usage.cachedInput)
        .number("cache_write", usage.cacheWrite)
        .number("output", usage.output)
        .number("reasoning", usage.reasoning)
        .number("quality", static_cast<qint64>(usage.quality))
        .number("cost", event.cost.nanos())
        .number("ending", static_cast<qint64>(event.ending))
        .number("status", event.httpStatus)
        .number("first_byte", event.toFirstByte.count());
    addText(json, "price", event.priceSource);
}

void readCall(const QJsonObject &json, CallEvent &event)
{
    const auto integer = [&json](QLatin1StringView name) {
        return json[name].toInteger();
    };
    event.usage = {integer("input"_L1),
                   integer("cached"_L1),
                   integer("cache_write"_L1),
                   integer("output"_L1),
                   integer("reasoning"_L1),
                   static_cast<CountQuality>(integer("quality"_L1))};
    event.cost = Money::fromNanos(integer("cost"_L1));
    event.ending = static_cast<Ending>(integer("ending"_L1));
    event.httpStatus = static_cast<int>(integer("status"_L1));
    event.toFirstByte = Duration(integer("first_byte"_L1));
    event.priceSource = json["price"_L1].toString().toUtf8();
}

/// Ids are hex: 64 bits without a sign do not fit into a JSON integer everywhere.
quint64 hexNumber(const QJsonValue &value)
{
    return value.toString().toULongLong(nullptr, 16);
}

} // namespace

QByteArray CallEvent::toJson() const
{
    JsonWriter json;
    json.number("kind", static_cast<qint64>(kind))
        .text("high", QByteArray::number(id.high, 16))
        .text("low", QByteArray::number(id.low, 16))
        .number("attempt", attempt)
        .text("trace", traceId)
        .text("span", spanId)
        .number("started", startedAt.time_since_epoch().count())
        .number("ended", endedAt.time_since_epoch().count())
        .number("decision", static_cast<qint64>(decision))
        .raw("who", attributionJson(attribution));
    writeDetails(json, details);
    if (kind == Kind::Call) {
        writeCall(json, *this);
    } else {
        json.text("code", code).text("reason", reason);
    }
    return json.toJson();
}

Result<CallEvent> CallEvent::fromJson(QByteArrayView text)
{
    QJsonParseError problem{};
    const QJsonObject json = QJsonDocument::fromJson(text.toByteArray(), &problem).object();
    if (json.isEmpty() || !json.contains("span"_L1)) {
        return Error{ErrorCode::Internal,
                     u"An event of the outbox cannot be read: %1."_s.arg(problem.errorString()),
                     u"It is left out; the ledger holds the call. Please report this."_s};
    }
    CallEvent event;
    event.kind = static_cast<Kind>(json["kind"_L1].toInt());
    event.id = {hexNumber(json["high"_L1]), hexNumber(json["low"_L1])};
    event.attempt = json["attempt"_L1].toInt();
    event.traceId = json["trace"_L1].toString().toLatin1();
    event.spanId = json["span"_L1].toString().toLatin1();
    event.startedAt = Time(Duration(json["started"_L1].toInteger()));
    event.endedAt = Time(Duration(json["ended"_L1].toInteger()));
    event.decision = static_cast<Decision>(json["decision"_L1].toInt());
    event.attribution = attributionFrom(json["who"_L1].toObject());
    event.details = detailsFrom(json);
    readCall(json, event);
    event.code = json["code"_L1].toString().toUtf8();
    event.reason = json["reason"_L1].toString().toUtf8();
    return event;
}

} // namespace core
