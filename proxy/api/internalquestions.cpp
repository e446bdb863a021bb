// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/jsonwriter.h"
#include "core/reports/reportformat.h"
#include "core/reports/reportquery.h"
#include "proxy/accounts.h"
#include "proxy/api/internalapi.h"
#include "proxy/api/ownrequest.h"
#include "proxy/apierror.h"
#include "proxy/mailbox.h"
#include "proxy/pipeline/pricing.h"
#include "proxy/pipeline/routing.h"
#include "proxy/reportdesk.h"
#include "proxy/upstream/upstreams.h"

#include <array>

namespace proxy {

namespace {

core::JsonWriter card(const QByteArray &name, const QByteArray &provider, const QByteArray &model)
{
    core::JsonWriter json;
    json.text("name", name).text("provider", provider).text("physical_name", model);
    return json;
}

QByteArray perMillion(qint64 nanos)
{
    return core::Money::fromNanos(nanos).toDecimal();
}

void addPrice(const std::optional<core::Price> &price, core::JsonWriter &json)
{
    if (price) {
        json.raw("pricing",
                 core::JsonWriter()
                     .raw("input", perMillion(price->rates.input))
                     .raw("output", perMillion(price->rates.output))
                     .toJson());
    } else {
        json.null("pricing");
    }
}

/// S4-04: the seed's four fields, and whether it can be had and for how much.
QByteArray modelCard(const WorkerContext &worker, const core::Model &model)
{
    const std::vector<Target> targets = targetsOf(worker, model.name);
    const core::ModelTarget &first = model.targets.front();
    core::JsonWriter json = card(model.name, first.provider, first.physicalName);
    if (model.maxTokens) {
        json.number("max_tokens", *model.maxTokens);
    } else {
        json.null("max_tokens");
    }
    json.boolean("available", !targets.empty());
    if (targets.empty()) {
        json.null("pricing");
    } else {
        addPrice(priceOf(worker, targets.front()), json);
    }
    return json.toJson();
}

void answerModels(const WorkerContext &worker, ClientStream &client)
{
    QByteArrayList cards;
    for (const core::Model &model : worker.settings.models) {
        cards.append(modelCard(worker, model));
    }
    for (const auto &upstream : worker.upstreams.all()) {
        const auto served = upstream->provider.models.models();
        for (const ServedModel &model : *served) {
            if (worker.upstreams.logical(model.id) == nullptr) {
                core::JsonWriter json = card(model.id, upstream->settings().id, model.id);
                json.null("max_tokens").boolean("available", upstream->isAvailable());
                addPrice(priceOf(worker, model), json);
                cards.append(json.toJson());
            }
        }
    }
    respondJson(
        client, 200, core::JsonWriter().raw("models", '[' + cards.join(',') + ']').toJson());
}

/// The report's one row as one object (S4-05): the same members whether there were calls or not.
void respondUsage(ClientStream &client, const core::Result<core::Report> &report)
{
    if (!report.ok()) {
        respondError(client, ApiError::from(report.error()));
        return;
    }
    QByteArray row = core::toText(*report, core::ReportFormat::Json).trimmed();
    row = row.sliced(row.indexOf('{'), row.lastIndexOf('}') - row.indexOf('{') + 1);
    respondJson(client, 200, row);
}

void answerUsage(const WorkerContext &worker,
                 const HttpRequest &request,
                 const std::shared_ptr<ClientStream> &client)
{
    constexpr std::array<std::pair<QByteArrayView, QByteArrayView>, 5> Names{
        {{"agent_id", "agent"},
         {"microdao_id", "tenant"},
         {"model", "model"},
         {"from", "from"},
         {"to", "to"}}};
    std::vector<core::QueryParameter> parameters;
    for (const auto &[asked, name] : Names) {
        if (const QByteArray value = queryParameter(request, asked); !value.isEmpty()) {
            parameters.emplace_back(name.toByteArray(), value);
        }
    }
    auto query = core::reportQueryFrom("usage", std::move(parameters), worker.clock.now());
    if (!query.ok()) {
        respondError(*client, ApiError::from(query.error()));
        return;
    }
    const auto answer = [&mailbox = worker.mailbox,
                         client](const core::Result<core::Report> &report) {
        mailbox.post([client, report] { respondUsage(*client, report); });
    };
    worker.accounts.whenWritten(
        [&desk = worker.reports, asked = *std::move(query), answer] { desk.ask(asked, answer); });
}

} // namespace

void answerInternal(const WorkerContext &worker,
                    OwnRoute route,
                    const HttpRequest &request,
                    const std::shared_ptr<ClientStream> &client)
{
    if (!mayUseInternal(worker, request, *client)) {
        return;
    }
    if (route == OwnRoute::InternalUsage) {
        answerUsage(worker, request, client);
    } else {
        worker.upstreams.refresh([&worker, client] { answerModels(worker, *client); });
    }
}

} // namespace proxy
