// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/api/internalapi.h"

#include "core/base/jsontext.h"
#include "core/base/jsonwriter.h"
#include "proxy/api/faults.h"
#include "proxy/api/ownrequest.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <utility>

namespace proxy {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 MostOutputTokens = 32'000; ///< S4-02

void respondText(ClientStream &client, int status, QByteArrayView detail, QByteArrayView code)
{
    client.respond(status,
                   {{"content-type", "application/json"}},
                   core::JsonWriter().text("detail", detail).text("code", code).toJson());
}

/// A number in [least, most]; absent and null are fine.
void checkNumber(
    const QJsonObject &json, QLatin1StringView name, double least, double most, Faults &faults)
{
    const QJsonValue value = json.value(name);
    if (value.isUndefined() || value.isNull()) {
        return;
    }
    if (!value.isDouble() || value.toDouble() < least || value.toDouble() > most) {
        faults.add(QByteArray(name.data(), name.size()),
                   "must be a number from " + QByteArray::number(least) + " to " +
                       QByteArray::number(most));
    }
}

void checkMessages(const QJsonValue &value, Faults &faults)
{
    if (!value.isArray() || value.toArray().isEmpty()) {
        faults.add("messages", "must be a list of at least one message");
        return;
    }
    for (const QJsonValue message : value.toArray()) {
        const QString role = message["role"_L1].toString();
        if (role != "system"_L1 && role != "user"_L1 && role != "assistant"_L1 &&
            role != "tool"_L1) {
            faults.add("messages", "a role must be system, user, assistant or tool");
            return;
        }
    }
}

void check(const QJsonObject &json, Faults &faults)
{
    if (json.value("model"_L1).toString().isEmpty()) {
        faults.add("model", "is required");
    }
    checkMessages(json.value("messages"_L1), faults);
    checkNumber(json, "max_tokens"_L1, 1, MostOutputTokens, faults);
    checkNumber(json, "temperature"_L1, 0, 2, faults);
    checkNumber(json, "top_p"_L1, 0, 1, faults);
    const QJsonValue metadata = json.value("metadata"_L1);
    if (!metadata.isUndefined() && !metadata.isNull() && !metadata.isObject()) {
        faults.add("metadata", "must be an object");
    }
}

/// The seed's default where the request says nothing.
QByteArray withDefault(const QByteArray &body, QByteArrayView name, QByteArrayView value)
{
    const auto member = core::findMember(body, name);
    return member && member->value(body) != "null" ? body : core::withMember(body, name, value);
}

/// What the seed says of an error; its own 400 for a model that nobody serves.
QByteArray errorBody(const QJsonObject &error)
{
    return core::JsonWriter()
        .text("detail", error.value("message"_L1).toString().toUtf8())
        .text("code", error.value("code"_L1).toString().toUtf8())
        .toJson();
}

QByteArray jsonOf(const QJsonArray &array)
{
    return QJsonDocument(array).toJson(QJsonDocument::Compact);
}

} // namespace

bool mayUseInternal(const WorkerContext &worker, const HttpRequest &request, ClientStream &client)
{
    const core::Secret secret = worker.settings.internalSecret.present();
    if (!secret.isSet()) {
        respondText(client,
                    403,
                    "This API is off. Its owner turns it on by setting LLM_PROXY_SECRET.",
                    "internal_api_off");
        return false;
    }
    const QByteArray given = headerValue(request.headers, "x-internal-secret");
    if (!core::equalInConstantTime(secret.expose(), given)) {
        respondText(
            client, 401, "Invalid or missing X-Internal-Secret header", "internal_secret_required");
        return false;
    }
    return true;
}

core::Result<InternalRequest> readInternalRequest(const HttpRequest &request)
{
    Faults faults;
    if (!isJson(request)) {
        faults.add({}, "must come with Content-Type: application/json");
        return faults.error();
    }
    if (const auto members = core::membersOf(request.body); !members.ok()) {
        faults.add({}, members.error().message.toUtf8());
        return faults.error();
    }
    const QJsonObject json = QJsonDocument::fromJson(request.body).object();
    check(json, faults);
    if (faults.any()) {
        return faults.error();
    }
    InternalRequest internal;
    internal.body = withDefault(request.body, "temperature", "0.7");
    internal.body = withDefault(internal.body, "top_p", "1.0");
    const QByteArray microDao = json.value("metadata"_L1)["microdao_id"_L1].toString().toUtf8();
    if (!microDao.isEmpty() && headerValue(request.headers, "x-tenant-id").isEmpty()) {
        internal.who = {{"x-tenant-id", microDao}};
    }
    return internal;
}

InternalAnswer::InternalAnswer(std::shared_ptr<ClientStream> client)
    : ShapedAnswer(std::move(client))
    , m_begun(std::chrono::steady_clock::now())
{}

void InternalAnswer::respond(int status, const HeaderList &headers, const QByteArray &body)
{
    const QJsonObject answer = QJsonDocument::fromJson(body).object();
    if (status != 200) {
        const QJsonObject error = answer.value("error"_L1).toObject();
        const bool isUnknown = error.value("code"_L1) == "model_not_found"_L1;
        ShapedAnswer::respond(isUnknown ? 400 : status, headers, errorBody(error));
        return;
    }
    const QJsonObject usage = answer.value("usage"_L1).toObject();
    const QJsonValue message = answer.value("choices"_L1)[0]["message"_L1];
    const auto took = std::chrono::steady_clock::now() - m_begun;
    const double milliseconds = std::chrono::duration<double, std::milli>(took).count();
    core::JsonWriter counts;
    for (const char *name : {"prompt_tokens", "completion_tokens", "total_tokens"}) {
        counts.number(name, usage.value(QLatin1StringView(name)).toInteger());
    }
    core::JsonWriter json;
    json.text("content", message["content"_L1].toString().toUtf8())
        .raw("usage", counts.toJson())
        .text("provider", headerValue(headers, "x-capstan-provider"))
        .text("model_resolved", headerValue(headers, "x-capstan-model"))
        .raw("latency_ms", QByteArray::number(milliseconds, 'f', 1))
        .boolean("cached", headerValue(headers, "x-capstan-cache") == "hit");
    if (const QJsonArray tools = message["tool_calls"_L1].toArray(); !tools.isEmpty()) {
        json.raw("tool_calls", jsonOf(tools));
    }
    ShapedAnswer::respond(status, headers, json.toJson());
}

} // namespace proxy
