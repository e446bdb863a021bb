// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "proxy/api/modelsapi.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace proxy {

namespace {
/// Shown, never counted with: a double is exact enough for a rate of at most nine digits.
double dollars(qint64 nanosPerMillion)
{
    return static_cast<double>(nanosPerMillion) / core::Money::NanosPerDollar;
}

QJsonValue pricing(const QJsonObject &card, const core::PriceBook &prices, core::Time now)
{
    for (const auto *name : {"id", "root", "parent"}) {
        const core::Price *price = prices.find(card.value(QLatin1String(name)).toString(), now);
        if (price != nullptr) {
            return QJsonObject{{QStringLiteral("input"), dollars(price->rates.input)},
                               {QStringLiteral("cached_input"), dollars(price->rates.cachedInput)},
                               {QStringLiteral("output"), dollars(price->rates.output)}};
        }
    }
    return QJsonValue::Null;
}
} // namespace

QByteArray withPrices(const QByteArray &list, const core::PriceBook &prices, core::Time now)
{
    QJsonObject object = QJsonDocument::fromJson(list).object();
    if (!object.value(QLatin1String("data")).isArray()) {
        return list;
    }
    QJsonArray cards;
    for (const QJsonValue value : object.value(QLatin1String("data")).toArray()) {
        QJsonObject card = value.toObject();
        card.insert(QLatin1String("pricing"), pricing(card, prices, now));
        cards.append(card);
    }
    object.insert(QLatin1String("data"), cards);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QByteArray onlyAllowed(const QByteArray &list, const core::KeyFacts &key)
{
    QJsonObject object = QJsonDocument::fromJson(list).object();
    QJsonArray allowed;
    for (const QJsonValue card : object.value(QLatin1String("data")).toArray()) {
        if (key.allows(card.toObject().value(QLatin1String("id")).toString().toUtf8())) {
            allowed.append(card);
        }
    }
    object.insert(QLatin1String("data"), allowed);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace proxy
