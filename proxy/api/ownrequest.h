// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "proxy/api/routes.h"
#include "proxy/server/exchange.h"

#include <QJsonObject>
#include <QStringList>

#include <utility>
#include <vector>

namespace proxy {

/// Whether a body calls itself JSON. Not a formality: a form on any web page can send other types
/// to a proxy on its visitor's machine, but not this one.
[[nodiscard]] bool isJson(const HttpRequest &request);
[[nodiscard]] core::Error notJson();
[[nodiscard]] core::Error noForm();

/// What is wrong with a request to one of Capstan's own routes before its body is read: a body that
/// is not called JSON, a query parameter that the route does not know, that stands twice or is no
/// UTF-8, or is missing where it says what to change; a body where the route takes none. A slip of
/// the pen must not be read as a smaller wish. Done for probes (health, models).
[[nodiscard]] core::Outcome checkOwnRequest(OwnRoute route, const HttpRequest &request);

/// InvalidInput naming the first member that is none of the known ones.
[[nodiscard]] core::Outcome
onlyMembers(const QJsonObject &json, const QStringList &known, const QString &remedy);

/// All of them, decoded, in the order given.
[[nodiscard]] std::vector<std::pair<QByteArray, QByteArray>>
queryParameters(const HttpRequest &request);
/// The value of a query parameter of a checked request; empty when it is absent.
[[nodiscard]] QByteArray queryParameter(const HttpRequest &request, QByteArrayView name);

} // namespace proxy
