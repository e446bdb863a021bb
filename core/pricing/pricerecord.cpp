// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pricing/pricerecord.h"

#include "core/base/jsonwriter.h"
#include "core/pricing/jsonentry.h"

#include <QDate>
#include <QDateTime>
#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace core {
using namespace Qt::StringLiterals;

namespace {
constexpr QByteArrayView Prefix = "price:";
constexpr std::array<QByteArrayView, 4> Sources{"shipped", "imported", "configuration", "user"};
/// Prices of one model differ by this much between sellers, hardly by more; a price per thousand
/// in a field per million, by a thousand.
constexpr qint64 DoubtfulFactor = 5;

void writeRates(JsonWriter &json, const Rates &rates)
{
    json.money("input", Money::fromNanos(rates.input))
        .money("cached_input", Money::fromNanos(rates.cachedInput))
        .money("cache_write", Money::fromNanos(rates.cacheWrite))
        .money("output", Money::fromNanos(rates.output));
}

QByteArray tiersJson(const std::vector<Tier> &tiers)
{
    QByteArray list;
    for (const Tier &tier : tiers) {
        JsonWriter json;
        json.number("from_prompt_tokens", tier.fromPromptTokens);
        writeRates(json, tier.rates);
        list += (list.isEmpty() ? "" : ",") + json.toJson();
    }
    return '[' + list + ']';
}

QByteArray day(Time time)
{
    const auto milliseconds =
        std::chrono::floor<std::chrono::milliseconds>(time.time_since_epoch());
    return QDateTime::fromMSecsSinceEpoch(milliseconds.count(), Qt::UTC)
        .date()
        .toString(Qt::ISODate)
        .toLatin1();
}

void readTiers(JsonEntry &entry, Price &price)
{
    for (const auto &value : entry.array("tiers"_L1)) {
        JsonEntry tier(value.toObject(),
                       u"%1, tier %2"_s.arg(entry.where()).arg(price.tiers.size() + 1));
        price.tiers.push_back({tier.tokens("from_prompt_tokens"_L1), readRates(tier)});
        entry.keep(tier.error());
    }
}

Result<QJsonObject> objectFrom(const QByteArray &json, const QString &where)
{
    QJsonParseError syntax;
    const auto document = QJsonDocument::fromJson(json, &syntax);
    if (document.isObject()) {
        return document.object();
    }
    return Error{ErrorCode::InvalidInput,
                 syntax.error == QJsonParseError::NoError
                     ? u"%1 is no JSON object."_s.arg(where)
                     : u"%1 is no JSON object: %2."_s.arg(where, syntax.errorString()),
                 u"Send {\"model\":\"llama-8b\",\"input\":0.10,\"output\":0.30}."_s};
}

Result<Price> readPrice(const QByteArray &json, const QString &where)
{
    const Result<QJsonObject> object = objectFrom(json, where);
    if (!object.ok()) {
        return object.error();
    }
    JsonEntry entry(*object, where);
    entry.allowOnly({"model"_L1,
                     "input"_L1,
                     "cached_input"_L1,
                     "cache_write"_L1,
                     "output"_L1,
                     "per_request"_L1,
                     "per_audio_minute"_L1,
                     "tiers"_L1,
                     "effective_from"_L1,
                     "source"_L1,
                     "date"_L1,
                     "from"_L1});
    Price price;
    price.source = PriceSource::User;
    price.model = entry.text("model"_L1);
    price.rates = readRates(entry);
    price.perRequest = Money::fromNanos(entry.dollars("per_request"_L1, 0));
    price.perAudioMinute = readAudioMinute(entry);
    if (!object->value("tiers"_L1).toArray().isEmpty()) {
        readTiers(entry, price);
    }
    if (entry.has("effective_from"_L1)) {
        price.effectiveFrom = entry.day("effective_from"_L1);
    }
    price.sourceText = object->value("source"_L1).toString();
    price.sourceDate = object->value("date"_L1).toString();
    if (entry.error()) {
        return *entry.error();
    }
    const Outcome sound = check(price);
    return sound ? Result<Price>(std::move(price)) : sound.error();
}

QByteArray settingName(const Price &price)
{
    return Prefix.toByteArray() + Sources.at(static_cast<std::size_t>(price.source)).toByteArray() +
           ':' + price.model.toCaseFolded().toUtf8() + '@' + day(price.effectiveFrom);
}

QString dollars(qint64 nanos)
{
    QByteArray text = Money::fromNanos(nanos).toDecimal();
    text += text.contains('.') ? "" : ".";
    while (text.size() - text.indexOf('.') < 3) { // "$0.3" looks like a slip
        text += '0';
    }
    return u'$' + QString::fromLatin1(text);
}

bool isFar(qint64 rate, qint64 usual)
{
    return rate != 0 && usual != 0 &&
           (rate / DoubtfulFactor >= usual || usual / DoubtfulFactor >= rate);
}

void addDoubts(std::vector<PriceDoubt> &doubts, const Tier &tier, const Price &found)
{
    const Rates &usualRates = ratesFor(found, tier.fromPromptTokens);
    for (const auto rate : {&Rates::input, &Rates::cachedInput, &Rates::output}) {
        const qint64 typed = tier.rates.*rate;
        const qint64 usual = usualRates.*rate;
        if (isFar(typed, usual)) {
            const bool isAbove = typed > usual;
            const qint64 times = isAbove ? typed / usual : usual / typed;
            doubts.push_back({rate, isAbove, times, usual, found.source, tier.fromPromptTokens});
        }
    }
}
} // namespace

QByteArray priceJson(const Price &price)
{
    JsonWriter json;
    json.text("model", price.model.toUtf8());
    writeRates(json, price.rates);
    json.money("per_request", price.perRequest);
    if (price.perAudioMinute) {
        json.money("per_audio_minute", *price.perAudioMinute);
    }
    if (!price.tiers.empty()) {
        json.raw("tiers", tiersJson(price.tiers));
    }
    if (price.effectiveFrom != Time{}) {
        json.text("effective_from", day(price.effectiveFrom));
    }
    if (!price.sourceText.isEmpty()) {
        json.text("source", price.sourceText.toUtf8());
    }
    if (!price.sourceDate.isEmpty()) {
        json.text("date", price.sourceDate.toUtf8());
    }
    return json.text("from", Sources.at(static_cast<std::size_t>(price.source))).toJson();
}

Result<Price> priceFromJson(const QByteArray &json)
{
    return readPrice(json, u"The price"_s);
}

QString PriceDoubt::sentence() const
{
    const QString what = rate == &Rates::input         ? u"Input"_s
                         : rate == &Rates::cachedInput ? u"Cached input"_s
                                                       : u"Output"_s;
    const QString from = QString::fromLatin1(Sources.at(static_cast<std::size_t>(source)));
    const QString whole = fromPromptTokens > 0
                              ? u"%1 from %2 prompt tokens on"_s.arg(what).arg(fromPromptTokens)
                              : what;
    return u"%1 is %2 times %3 the %4 %5. Was it meant per 1,000 tokens, or for another model?"_s
        .arg(whole)
        .arg(times)
        .arg(isAbove ? u"above"_s : u"below"_s, from, dollars(usual));
}

std::vector<PriceDoubt> doubtsAbout(const Price &price, const PriceBook &book, Time now)
{
    std::vector<PriceDoubt> doubts;
    const Price *found = book.find(price.model, now);
    if (found == nullptr) {
        return doubts;
    }
    addDoubts(doubts, {0, price.rates}, *found);
    for (const Tier &tier : price.tiers) {
        addDoubts(doubts, tier, *found);
    }
    return doubts;
}

SettingRecord storedPrice(const Price &price)
{
    return {settingName(price), priceJson(price)};
}

SettingRecord removedPrice(const Price &price)
{
    return {settingName(price), {}};
}

Result<std::optional<Price>> priceIn(const SettingRecord &setting)
{
    if (!setting.name.startsWith(Prefix)) {
        return std::optional<Price>();
    }
    Result<Price> price =
        readPrice(setting.value, u"The stored setting %1"_s.arg(QString::fromUtf8(setting.name)));
    if (!price) {
        return price.error();
    }
    if (setting.name.startsWith(Prefix.toByteArray() + Sources[1].toByteArray() + ':')) {
        price->source = PriceSource::Imported;
    }
    return std::optional(*std::move(price));
}

} // namespace core
