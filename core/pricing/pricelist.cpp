// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reads resources/prices.json:
// 1. the document: {"unit": "USD per million tokens", "prices": [entry…]}
// 2. each entry: one rate card, dated and sourced, for one or several names
// 3. each name becomes a Price, checked as any other price is.
#include "core/pricing/jsonentry.h"
#include "core/pricing/pricebook.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

using namespace Qt::StringLiterals;

static void registerPriceList()
{
    // A static library's resources are not registered by themselves; must stand in no namespace.
    Q_INIT_RESOURCE(prices);
}

namespace core {
namespace {

constexpr auto Unit = "USD per million tokens"_L1;

std::vector<Tier> readTiers(JsonEntry &entry)
{
    std::vector<Tier> tiers;
    for (const auto &value : entry.array("tiers"_L1)) {
        JsonEntry tier(value.toObject(), u"%1, tier %2"_s.arg(entry.where()).arg(tiers.size() + 1));
        tier.allowOnly({"from_prompt_tokens"_L1,
                        "input"_L1,
                        "cached_input"_L1,
                        "cache_write"_L1,
                        "output"_L1});
        tiers.push_back({tier.tokens("from_prompt_tokens"_L1), readRates(tier)});
        entry.keep(tier.error());
    }
    return tiers;
}

Price readCard(JsonEntry &entry)
{
    entry.allowOnly({"models"_L1,
                     "input"_L1,
                     "cached_input"_L1,
                     "cache_write"_L1,
                     "output"_L1,
                     "per_request"_L1,
                     "per_audio_minute"_L1,
                     "tiers"_L1,
                     "effective_from"_L1,
                     "source"_L1,
                     "date"_L1});
    Price price;
    price.rates = readRates(entry);
    price.perRequest = Money::fromNanos(entry.dollars("per_request"_L1, 0));
    price.perAudioMinute = readAudioMinute(entry);
    price.sourceText = entry.text("source"_L1);
    price.sourceDate = entry.text("date"_L1);
    (void)entry.day("date"_L1); // kept as text, but it must be one
    if (entry.has("tiers"_L1)) {
        price.tiers = readTiers(entry);
    }
    if (entry.has("effective_from"_L1)) {
        price.effectiveFrom = entry.day("effective_from"_L1);
    }
    return price;
}

/// Appends a Price for each name of the entry.
Outcome readEntry(JsonEntry &entry, std::vector<Price> &prices)
{
    Price price = readCard(entry);
    for (const auto &name : entry.array("models"_L1)) {
        price.model = name.toString().trimmed();
        if (const auto checked = check(price); !checked && !entry.error()) {
            return Error{ErrorCode::InvalidInput,
                         u"%1: %2"_s.arg(entry.where(), checked.error().message),
                         checked.error().remedy};
        }
        prices.push_back(price);
    }
    return entry.error() ? Outcome(*entry.error()) : Outcome(Done{});
}

Result<QJsonArray> entriesOf(const QByteArray &json, const QString &where)
{
    QJsonParseError syntax;
    const auto document = QJsonDocument::fromJson(json, &syntax);
    if (syntax.error != QJsonParseError::NoError) {
        return Error{ErrorCode::InvalidInput,
                     u"%1: byte %2: %3."_s.arg(where).arg(syntax.offset).arg(syntax.errorString()),
                     u"Correct the JSON there."_s};
    }
    JsonEntry reader(document.object(), where);
    reader.allowOnly({"unit"_L1, "prices"_L1});
    if (reader.text("unit"_L1) != Unit) {
        reader.fail(u"unit"_s, u"is not \"%1\""_s.arg(Unit), u"Convert the prices to it."_s);
    }
    const QJsonArray entries = reader.array("prices"_L1);
    return reader.error() ? Result<QJsonArray>(*reader.error()) : Result<QJsonArray>(entries);
}

Outcome refuseDuplicates(const std::vector<Price> &prices, const QString &where)
{
    QSet<std::pair<QString, qint64>> seen;
    for (const Price &price : prices) {
        const auto key =
            std::pair(price.model.toCaseFolded(),
                      static_cast<qint64>(price.effectiveFrom.time_since_epoch().count()));
        if (seen.contains(key)) {
            return Error{
                ErrorCode::InvalidInput,
                u"%1: \"%2\" has two prices from the same moment."_s.arg(where, price.model),
                u"Remove one, or date them with \"effective_from\"."_s};
        }
        seen.insert(key);
    }
    return Done{};
}

} // namespace

Result<std::vector<Price>> PriceBook::parse(const QByteArray &json, const QString &where)
{
    const auto entries = entriesOf(json, where);
    if (!entries) {
        return entries.error();
    }
    std::vector<Price> prices;
    for (qsizetype i = 0; i < entries->size(); ++i) {
        const QJsonObject object = entries->at(i).toObject();
        const QString model = object.value("models"_L1).toArray().first().toString();
        JsonEntry entry(object, u"%1, entry %2 (%3)"_s.arg(where).arg(i + 1).arg(model));
        if (const auto outcome = readEntry(entry, prices); !outcome) {
            return outcome.error();
        }
    }
    if (const auto unique = refuseDuplicates(prices, where); !unique) {
        return unique.error();
    }
    return prices;
}

Result<PriceBook> PriceBook::shipped()
{
    registerPriceList();
    QFile file(u":/capstan/prices.json"_s);
    if (!file.open(QIODevice::ReadOnly)) {
        return Error{ErrorCode::Internal,
                     u"The price list is not in this program."_s,
                     u"Install Capstan again."_s};
    }
    auto prices = parse(file.readAll(), u"prices.json"_s);
    return prices ? Result<PriceBook>(PriceBook(std::move(prices).value())) : prices.error();
}

} // namespace core
