// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/api/ownrequest.h"

#include "core/alerts/alertquery.h"
#include "core/reports/decisions.h"
#include "core/reports/reportquery.h"

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
        const QString shown = QString::fromUtf8(name.left(64));
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

} // namespace

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
    return checkQuery(route, request);
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
