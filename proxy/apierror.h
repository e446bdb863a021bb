// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "proxy/server/exchange.h"

#include <QByteArray>

namespace proxy {

/// A refusal or failure as the client gets it: OpenAI's error object, on every path. The only
/// place that knows which status a core::Error becomes.
struct ApiError
{
    int status = 500;
    QByteArray code;    ///< "budget_exceeded", "invalid_json", ...
    QByteArray message; ///< for a person: what was wrong and what to do
    QByteArray type = "invalid_request_error";
    QByteArray param; ///< the field, when one is to blame
    QByteArray facts; ///< further members of the error object as JSON text: "\"a\":1,\"b\":2"
    HeaderList headers;

    [[nodiscard]] QByteArray toJson() const;
    /// `code` stands in the answer when given, else one is derived from error.code.
    [[nodiscard]] static ApiError from(const core::Error &error, QByteArray code = {});
};

void respondError(ClientStream &client, const ApiError &error);
void respondJson(ClientStream &client, int status, const QByteArray &json, HeaderList headers = {});

} // namespace proxy
