// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/api/ownrequest.h"

#include "core/alerts/alertquery.h"
#include "core/reports/decisions.h"
#include "core/reports/reportquery.h"
#include "proxy/api/adminapi.h"

#include <QUtf8StringView>

#include <utility>

namespace proxy {
using namespace Qt::StringLiterals;

std::vector<std::pair<QByteArray, QByteArray>> queryParameters(const HttpRequest &request)
{
    std::vector<std::pair<QByteArray, QByteArray>> parameters;
    for (const QByteArray &part : request.query.split('&')) {
        if (part.isEmpty()) {
            continue;
        }
        const qsizetype equals = part.indexOf('=');
        const QByteArray value = equals < 0 ? QByteArray() : part.mid(equals + 1);
        parameters.emplace_back(QByteArray::fromPercentEncoding(part.left(equals)),
                                QByteArray::fromPercentEncoding(value));
    }
    return parameters;
}

namespace {
constexpr qsizetype LongestShown = 64; ///< of a name in a message

/// The parameters that a route takes.
QByteArrayList parametersOf(OwnRoute route)
{
    switch (route) {
    case OwnRoute::GetBudget:
    case OwnRoute::DeleteBudget:
        return {"scope"};
    case OwnRoute::AdminDeleteBudget:
    case OwnRoute::AdminEndRaise:
    case OwnRoute::AdminChangeKey:
    case OwnRoute::AdminRevokeKey:
        return {"id"};
    case OwnRoute::AdminPrices:
    case OwnRoute::AdminDeletePrice:
        return {"model"};
    case OwnRoute::AdminAlerts:
        return core::alertParameters();
    case OwnRoute::AdminUnmuteAlerts:
        return {"budget"};
    case OwnRoute::AdminInvoices:
        return {"tenant", "period", "zone", "format"};
    case OwnRoute::AdminImportPrices:
        return {"source"};
    case OwnRoute::InternalUsage:
        return {"agent_id", "microdao_id", "model", "from", "to"};
    case OwnRoute::Report: {
        QByteArrayList names{"format"};
        names.append({core::reportParameters().begin(), core::reportParameters().end()});
        return names;
    }
    case OwnRoute::AdminDecisions: {
        QByteArrayList names{"format"};
        names.append({core::decisionParameters().begin(), core::decisionParameters().end()});
        return names;
    }
    default:
        return {};
    }
}

core::Outcome checkQuery(OwnRoute route, const HttpRequest &request)
{
    const QByteArrayList known = parametersOf(route);
    const QString remedy =
        known.isEmpty()
            ? u"Leave the query out."_s
            : u"Give %1 once, and nothing else."_s.arg(QString::fromLatin1(known.join(", ")));
    QByteArrayList given;
    for (const auto &[name, value] : queryParameters(request)) {
        const QString shown = QString::fromUtf8(name.left(LongestShown));
        if (!known.contains(name)) {
            return core::Error{core::ErrorCode::InvalidInput,
                               u"The query parameter %1 is unknown here."_s.arg(shown),
                               remedy};
        }
        if (given.contains(name)) {
            return core::Error{core::ErrorCode::InvalidInput,
                               u"The query parameter %1 is given twice."_s.arg(shown),
                               remedy};
        }
        given += name;
        if (!QUtf8StringView(value).isValidUtf8()) {
            return core::Error{core::ErrorCode::InvalidInput,
                               u"The query parameter %1 is not UTF-8."_s.arg(shown),
                               remedy};
        }
    }
    return core::Done{};
}

/// A route that changes or removes one thing must be told which; an empty name is none.
core::Outcome checkNamed(OwnRoute route, const HttpRequest &request)
{
    const bool takesId = route == OwnRoute::AdminEndRaise || route == OwnRoute::AdminChangeKey ||
                         route == OwnRoute::AdminRevokeKey;
    if (!takesId || !queryParameter(request, "id").isEmpty()) {
        return core::Done{};
    }
    return core::Error{
        core::ErrorCode::InvalidInput,
        u"The query parameter id is missing."_s,
        u"Ask for %1?id=…; the list has the ids."_s.arg(QString::fromUtf8(request.path))};
}

/// These do one thing only; whoever says more means another.
core::Outcome checkBody(OwnRoute route, const HttpRequest &request)
{
    const bool takesNone = route == OwnRoute::PolicyReload || route == OwnRoute::AdminTestWebhook;
    if (!takesNone || request.body.trimmed().isEmpty()) {
        return core::Done{};
    }
    const auto json = objectFrom(request.body);
    return json.ok() ? onlyMembers(*json, {}, u"Send {} or no body."_s)
                     : core::Outcome(json.error());
}

} // namespace

core::Outcome onlyMembers(const QJsonObject &json, const QStringList &known, const QString &remedy)
{
    for (const QString &name : json.keys()) {
        if (!known.contains(name)) {
            return core::Error{core::ErrorCode::InvalidInput,
                               u"The member %1 is unknown."_s.arg(name.left(LongestShown)),
                               remedy};
        }
    }
    return core::Done{};
}

bool isJson(const HttpRequest &request)
{
    return headerValue(request.headers, "content-type").toLower().startsWith("application/json");
}

core::Error notJson()
{
    return {core::ErrorCode::InvalidInput,
            u"The Content-Type must be application/json."_s,
            u"Send a JSON body with that header."_s};
}

core::Error noForm()
{
    return {core::ErrorCode::InvalidInput,
            u"The Content-Type must be multipart/form-data."_s,
            u"Send the file and the model as the parts of a form."_s};
}

core::Outcome checkOwnRequest(OwnRoute route, const HttpRequest &request)
{
    switch (route) {
    case OwnRoute::Health:
    case OwnRoute::Ready:
    case OwnRoute::Models:
    case OwnRoute::Metrics:
        return core::Done{};
    default:
        break;
    }
    if ((request.method == "POST" || request.method == "PATCH") && !isJson(request)) {
        return notJson();
    }
    for (const auto check : {checkQuery, checkNamed, checkBody}) {
        if (core::Outcome sound = check(route, request); !sound.ok()) {
            return sound;
        }
    }
    return core::Done{};
}

QByteArray queryParameter(const HttpRequest &request, QByteArrayView name)
{
    for (const auto &[candidate, value] : queryParameters(request)) {
        if (candidate == name) {
            return value;
        }
    }
    return {};
}

} // namespace proxy
