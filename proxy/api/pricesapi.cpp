// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "proxy/api/pricesapi.h"

#include "core/base/jsontext.h"
#include "core/base/jsonwriter.h"
#include "core/pricing/litellmprices.h"
#include "core/pricing/pricerecord.h"
#include "proxy/api/answerlater.h"
#include "proxy/api/ownrequest.h"
#include "proxy/apierror.h"
#include "proxy/pipeline/pricing.h"
#include "proxy/prices.h"
#include "proxy/upstream/upstreams.h"

#include <QDateTime>

namespace proxy {

namespace {
QByteArray listOf(const std::vector<QByteArray> &elements)
{
    return '[' + QByteArrayList(elements.begin(), elements.end()).join(',') + ']';
}

QByteArray doubtsJson(const core::Price &price, const WorkerContext &worker)
{
    std::vector<QByteArray> list;
    for (const core::PriceDoubt &doubt :
         core::doubtsAbout(price, *worker.prices.withoutOwn(), worker.clock.now())) {
        list.push_back(core::quotedJson(doubt.sentence().toUtf8()));
    }
    return listOf(list);
}

QByteArray priceOrNull(const core::Price *price)
{
    return price == nullptr ? QByteArray("null") : core::priceJson(*price);
}

QByteArray servedJson(const WorkerContext &worker)
{
    std::vector<QByteArray> list;
    for (const auto &upstream : worker.upstreams.all()) {
        for (const ServedModel &model : *upstream->provider.models.models()) {
            const auto price = priceOf(worker, model);
            list.push_back(core::JsonWriter()
                               .text("model", model.id)
                               .text("provider", upstream->settings().id)
                               .raw("price", priceOrNull(price ? &*price : nullptr))
                               .toJson());
        }
    }
    return listOf(list);
}

core::Error modelMissing()
{
    return {core::ErrorCode::InvalidInput,
            QStringLiteral("The query parameter model is missing."),
            QStringLiteral("Ask for /api/admin/prices?model=NAME.")};
}
} // namespace

void adminPrices(const WorkerContext &worker,
                 const HttpRequest &request,
                 const std::shared_ptr<ClientStream> &client)
{
    const auto book = worker.prices.current();
    if (const QByteArray model = queryParameter(request, "model"); !model.isEmpty()) {
        const core::Price *price = book->find(QString::fromUtf8(model), worker.clock.now());
        respondJson(
            *client,
            200,
            core::JsonWriter().text("model", model).raw("price", priceOrNull(price)).toJson());
        return;
    }
    std::vector<QByteArray> list;
    for (const core::Price &price : book->prices()) {
        list.push_back(core::priceJson(price));
    }
    respondJson(
        *client,
        200,
        core::JsonWriter().raw("prices", listOf(list)).raw("models", servedJson(worker)).toJson());
}

void adminSetPrice(const WorkerContext &worker,
                   const HttpRequest &request,
                   const std::shared_ptr<ClientStream> &client)
{
    const auto price = core::priceFromJson(request.body);
    if (!price.ok()) {
        respondError(*client, ApiError::from(price.error()));
        return;
    }
    const QByteArray json = core::JsonWriter()
                                .raw("price", core::priceJson(*price))
                                .raw("doubts", doubtsJson(*price, worker))
                                .toJson();
    worker.prices.set(*price, answerLater(worker.mailbox, client, 201, json));
}

void adminDeletePrice(const WorkerContext &worker,
                      const HttpRequest &request,
                      const std::shared_ptr<ClientStream> &client)
{
    const QByteArray model = queryParameter(request, "model");
    if (model.isEmpty()) {
        respondError(*client, ApiError::from(modelMissing()));
        return;
    }
    worker.prices.remove(
        QString::fromUtf8(model),
        answerLater(
            worker.mailbox, client, 200, core::JsonWriter().text("removed", model).toJson()));
}

void adminImportPrices(const WorkerContext &worker,
                       const HttpRequest &request,
                       const std::shared_ptr<ClientStream> &client)
{
    const QByteArray named = queryParameter(request, "source");
    const QString source = named.isEmpty() ? QStringLiteral("import") : QString::fromUtf8(named);
    const QString date = QDateTime::currentDateTimeUtc().date().toString(Qt::ISODate);
    auto imported = core::parseLiteLlmPrices(request.body, source, date);
    if (!imported.ok()) {
        respondError(*client, ApiError::from(imported.error()));
        return;
    }
    const QByteArray json = core::JsonWriter()
                                .number("imported", std::ssize(imported->prices))
                                .number("skipped", imported->skipped)
                                .toJson();
    worker.prices.import(std::move(imported->prices),
                         answerLater(worker.mailbox, client, 201, json));
}

} // namespace proxy
