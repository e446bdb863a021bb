// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pricing/chargedrates.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace core {

namespace {
constexpr qsizetype WithoutAudio = 5;
}

ChargedRates ChargedRates::of(const Price &price, const TokenUsage &usage)
{
    return {ratesFor(price, usage.prompt()), price.perRequest, price.perAudioMinute};
}

QByteArray ChargedRates::toJson() const
{
    QJsonArray list{
        rates.input, rates.cachedInput, rates.cacheWrite, rates.output, perRequest.nanos()};
    if (perAudioMinute) {
        list.append(perAudioMinute->nanos());
    }
    return QJsonDocument(list).toJson(QJsonDocument::Compact);
}

std::optional<ChargedRates> ChargedRates::fromJson(const QByteArray &json)
{
    const QJsonArray list = QJsonDocument::fromJson(json).array();
    if (list.size() < WithoutAudio) {
        return std::nullopt;
    }
    const auto nanos = [&list](qsizetype place) {
        return list.at(place).toInteger();
    };
    ChargedRates charged{
        {nanos(0), nanos(1), nanos(2), nanos(3)}, Money::fromNanos(nanos(4)), std::nullopt};
    if (list.size() > WithoutAudio) {
        charged.perAudioMinute = Money::fromNanos(nanos(WithoutAudio));
    }
    return charged;
}

} // namespace core
