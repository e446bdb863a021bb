// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/api/modelsapi.h"

#include "proxy/pipeline/pricing.h"
#include "proxy/pipeline/routing.h"
#include "proxy/upstream/upstreams.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

namespace proxy {

using namespace Qt::StringLiterals;

namespace {
/// Shown, never counted with: a double is exact enough for a rate of at most nine digits.
double dollars(qint64 nanosPerMillion)
{
    return static_cast<double>(nanosPerMillion) / core::Money::NanosPerDollar;
}

QJsonValue pricing(const std::optional<core::Price> &price)
{
    if (!price) {
        return QJsonValue::Null;
    }
    return QJsonObject{{u"input"_s, dollars(price->rates.input)},
                       {u"cached_input"_s, dollars(price->rates.cachedInput)},
                       {u"output"_s, dollars(price->rates.output)}};
}

QJsonObject ownCard(const QByteArray &name)
{
    return {{u"id"_s, QString::fromUtf8(name)},
            {u"object"_s, u"model"_s},
            {u"created"_s, 0},
            {u"owned_by"_s, u"capstan"_s},
            {u"pricing"_s, QJsonValue::Null}};
}

QJsonObject logicalCard(const WorkerContext &worker, const core::Model &model)
{
    QJsonObject card = ownCard(model.name);
    const std::vector<Target> targets = targetsOf(worker, model.name);
    if (!targets.empty()) {
        const Target &target = targets.front();
        card.insert("root"_L1, QString::fromUtf8(target.model->id));
        card.insert("pricing"_L1, pricing(priceOf(worker, target)));
        if (target.model->contextLength > 0) {
            card.insert("max_model_len"_L1, target.model->contextLength);
        }
    }
    return card;
}

void addListed(const WorkerContext &worker, QSet<QByteArray> &names, QJsonArray &cards)
{
    for (const auto &upstream : worker.upstreams.all()) {
        for (const ServedModel &model : *upstream->provider.models.models()) {
            if (names.contains(model.id)) {
                continue;
            }
            names.insert(model.id);
            QJsonObject card = QJsonDocument::fromJson(model.card).object();
            card.insert("pricing"_L1, pricing(priceOf(worker, model)));
            cards.append(card);
        }
    }
}
} // namespace

QByteArray modelList(const WorkerContext &worker)
{
    QSet<QByteArray> names;
    QJsonArray cards;
    if (worker.settings.routing.isOn) {
        names.insert(AutomaticModel.toByteArray());
        cards.append(ownCard(AutomaticModel.toByteArray()));
    }
    for (const core::Model &model : worker.settings.models) {
        names.insert(model.name);
        cards.append(logicalCard(worker, model));
    }
    addListed(worker, names, cards);
    return QJsonDocument(QJsonObject{{u"object"_s, u"list"_s}, {u"data"_s, cards}})
        .toJson(QJsonDocument::Compact);
}

QByteArray onlyAllowed(const QByteArray &list, const core::VirtualKey *key)
{
    if (key == nullptr) {
        return list;
    }
    QJsonObject object = QJsonDocument::fromJson(list).object();
    QJsonArray allowed;
    for (const QJsonValue card : object.value(QLatin1String("data")).toArray()) {
        if (key->facts.allows(card.toObject().value(QLatin1String("id")).toString().toUtf8())) {
            allowed.append(card);
        }
    }
    object.insert(QLatin1String("data"), allowed);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace proxy
