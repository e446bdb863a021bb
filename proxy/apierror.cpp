// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "proxy/apierror.h"

#include "core/base/jsonwriter.h"

#include <utility>

namespace proxy {

namespace {
struct Kind
{
    int status;
    const char *type;
    const char *code;
};

Kind kindOf(core::ErrorCode code)
{
    switch (code) {
    case core::ErrorCode::InvalidInput:
        return {400, "invalid_request_error", "invalid_request"};
    case core::ErrorCode::NotFound:
        return {404, "invalid_request_error", "not_found"};
    case core::ErrorCode::Conflict:
        return {409, "invalid_request_error", "conflict"};
    case core::ErrorCode::Unavailable:
        return {503, "server_error", "unavailable"};
    case core::ErrorCode::Internal:
        break;
    }
    return {500, "server_error", "internal_error"};
}
} // namespace

QByteArray ApiError::toJson() const
{
    core::JsonWriter error;
    error.text("message", message).text("type", type).textOrNull("param", param).text("code", code);
    QByteArray object = error.toJson();
    if (!facts.isEmpty()) {
        object.insert(object.size() - 1, ',' + facts);
    }
    return core::JsonWriter().raw("error", object).toJson();
}

ApiError ApiError::from(const core::Error &error, QByteArray code)
{
    const Kind kind = kindOf(error.code);
    ApiError api;
    api.status = kind.status;
    api.type = kind.type;
    api.code = code.isEmpty() ? QByteArray(kind.code) : std::move(code);
    api.message = error.message.toUtf8();
    if (!error.remedy.isEmpty()) {
        api.message += ' ' + error.remedy.toUtf8();
    }
    return api;
}

void respondError(ClientStream &client, const ApiError &error)
{
    respondJson(client, error.status, error.toJson(), error.headers);
}

void respondJson(ClientStream &client, int status, const QByteArray &json, HeaderList headers)
{
    headers.emplace_back("content-type", "application/json");
    client.respond(status, headers, json);
}

} // namespace proxy
