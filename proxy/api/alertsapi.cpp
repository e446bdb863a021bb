// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/api/alertsapi.h"

#include "core/alerts/alertquery.h"
#include "core/base/jsonwriter.h"
#include "proxy/alerts/alerts.h"
#include "proxy/api/adminapi.h"
#include "proxy/api/answerlater.h"
#include "proxy/api/ownrequest.h"
#include "proxy/apierror.h"
#include "proxy/reportdesk.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace proxy {
using namespace Qt::StringLiterals;

namespace {

core::Error wrongBody(const QString &expected)
{
    return {core::ErrorCode::InvalidInput, u"The body is not %1."_s.arg(expected), u"Send that."_s};
}

QByteArray mutesJson(const std::vector<core::AlertMute> &mutes)
{
    QByteArrayList list;
    for (const core::AlertMute &mute : mutes) {
        const bool ends = mute.until != core::Time::max();
        list += core::JsonWriter()
                    .textOrNull("budget", mute.budgetId)
                    .textOrNull("until", ends ? core::isoTimeText(mute.until) : QByteArray())
                    .toJson();
    }
    return '[' + list.join(',') + ']';
}

core::Result<core::AlertPage> readPage(const QString &ledgerFile, const core::AlertQuery &query)
{
    const auto history = core::AlertHistory::open(ledgerFile);
    if (!history.ok()) {
        return history.error();
    }
    return (*history)->page(query.filter, query.before, query.limit);
}

/// Numbers only, at most as many as a page has.
core::Result<std::vector<qint64>> idsFrom(const QJsonValue &value)
{
    constexpr qsizetype Most = 1'000;
    const QJsonArray array = value.toArray();
    const bool areNumbers = std::all_of(array.begin(), array.end(), [](const QJsonValue &one) {
        return one.isDouble() && one.toInteger(-1) > 0;
    });
    if (array.isEmpty() || array.size() > Most || !areNumbers) {
        return wrongBody(u"{\"ids\":[1,2]} with at most 1,000 numbers, or {\"all\":true}"_s);
    }
    std::vector<qint64> ids;
    for (const auto &one : array) {
        ids.push_back(one.toInteger());
    }
    return ids;
}

constexpr QStringView MuteRemedy =
    u"Send {\"until\":\"2026-11-21T18:00:00Z\"}, with \"budget\":\"b-…\" for one.";

/// When it ends; the end of time when the body does not say.
core::Result<core::Time> muteEnd(const QJsonObject &json)
{
    const auto known = onlyMembers(json, {u"budget"_s, u"until"_s}, MuteRemedy.toString());
    if (!known.ok()) {
        return known.error();
    }
    const auto until = core::isoTimeFrom(json["until"_L1].toString());
    const bool saysWhen = json.contains("until"_L1);
    const bool namesOne = !json.contains("budget"_L1) || !json["budget"_L1].toString().isEmpty();
    if ((saysWhen && !until) || !namesOne) {
        return core::Error{core::ErrorCode::InvalidInput,
                           namesOne ? u"until is no time."_s
                                    : u"budget must be a text that is not empty."_s,
                           MuteRemedy.toString()};
    }
    return until.value_or(core::Time::max());
}

} // namespace

void adminAlerts(const WorkerContext &worker,
                 const HttpRequest &request,
                 const std::shared_ptr<ClientStream> &client)
{
    const auto query = core::alertQueryFrom(queryParameters(request));
    if (!query.ok()) {
        respondError(*client, ApiError::from(query.error()));
        return;
    }
    const auto answer = [&mailbox = worker.mailbox,
                         client,
                         asked = *query,
                         muted = mutesJson(worker.alerts.mutes())](const QString &ledgerFile) {
        mailbox.post([client, muted, page = readPage(ledgerFile, asked)] {
            if (!page.ok()) {
                respondError(*client, ApiError::from(page.error()));
                return;
            }
            QByteArray json = core::alertPageJson(*page);
            json.chop(1);
            respondJson(*client, 200, json + ",\"muted\":" + muted + '}');
        });
    };
    worker.accounts.whenWritten([&desk = worker.reports, answer] { desk.run(answer); });
}

void adminAcknowledgeAlerts(const WorkerContext &worker,
                            const HttpRequest &request,
                            const std::shared_ptr<ClientStream> &client)
{
    const auto json = objectFrom(request.body);
    if (!json.ok()) {
        respondError(*client, ApiError::from(json.error()));
        return;
    }
    const auto known =
        onlyMembers(*json, {u"all"_s, u"ids"_s}, u"Send {\"ids\":[1,2]}, or {\"all\":true}."_s);
    if (!known.ok()) {
        respondError(*client, ApiError::from(known.error()));
        return;
    }
    const auto answer = answerLater(
        worker.mailbox, client, 200, core::JsonWriter().boolean("acknowledged", true).toJson());
    if (*json == QJsonObject{{u"all"_s, true}}) {
        worker.alerts.acknowledgeAll(answer);
        return;
    }
    const auto ids = json->size() == 1 ? idsFrom(json->value("ids"_L1)) : idsFrom({});
    if (!ids.ok()) {
        respondError(*client, ApiError::from(ids.error()));
        return;
    }
    worker.alerts.acknowledge(*ids, answer);
}

void adminMuteAlerts(const WorkerContext &worker,
                     const HttpRequest &request,
                     const std::shared_ptr<ClientStream> &client)
{
    const auto json = objectFrom(request.body);
    const auto until = json.ok() ? muteEnd(*json) : core::Result<core::Time>(json.error());
    if (!until.ok()) {
        respondError(*client, ApiError::from(until.error()));
        return;
    }
    const QByteArray budget = json->value("budget"_L1).toString().toUtf8();
    const auto budgets = worker.accounts.budgets();
    if (!budget.isEmpty() &&
        std::ranges::find(budgets, budget, &core::Budget::id) == budgets.end()) {
        respondError(*client,
                     ApiError::from({core::ErrorCode::NotFound,
                                     u"There is no budget %1."_s.arg(QString::fromUtf8(budget)),
                                     u"GET /api/admin/budgets lists them."_s}));
        return;
    }
    worker.alerts.mute(
        budget,
        *until,
        answerLater(worker.mailbox,
                    client,
                    200,
                    core::JsonWriter().raw("muted", mutesJson({{budget, {}, *until}})).toJson()));
}

void adminUnmuteAlerts(const WorkerContext &worker,
                       const HttpRequest &request,
                       const std::shared_ptr<ClientStream> &client)
{
    const QByteArray budget = queryParameter(request, "budget");
    worker.alerts.unmute(budget,
                         answerLater(worker.mailbox,
                                     client,
                                     200,
                                     core::JsonWriter().textOrNull("unmuted", budget).toJson()));
}

void adminTestWebhook(const WorkerContext &worker, const std::shared_ptr<ClientStream> &client)
{
    worker.alerts.testWebhook(answerLater(
        worker.mailbox, client, 200, core::JsonWriter().boolean("sent", true).toJson()));
}

} // namespace proxy
