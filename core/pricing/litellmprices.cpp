// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pricing/litellmprices.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace core {
namespace {

/// Dollars per token to nano-dollars per million. Fifteen digits give back any decimal that was
/// typed, without what the file's own arithmetic left behind (3.0000000000000004e-08).
std::optional<qint64> perMillion(double dollarsPerToken)
{
    constexpr int DigitsOfDouble = 15;
    constexpr int Million = 6; // as a power of ten: the point moves, nothing is multiplied
    const QByteArray text = QByteArray::number(dollarsPerToken, 'e', DigitsOfDouble - 1);
    const auto exponent = text.indexOf('e');
    if (exponent < 0) {
        return std::nullopt; // not finite
    }
    const int moved = text.sliced(exponent + 1).toInt() + Million;
    const auto money = Money::parse(text.first(exponent) + 'e' + QByteArray::number(moved));
    return money ? std::optional(money->nanos()) : std::nullopt;
}

/// The rates of one model, or of one tier of it where the keys carry a suffix.
class RateReader
{
public:
    RateReader(const QJsonObject &model, QString suffix)
        : m_model(model)
        , m_suffix(std::move(suffix))
    {}

    [[nodiscard]] std::optional<Rates> rates(std::optional<qint64> outputOtherwise) const
    {
        const auto input = rate("input_cost_per_token"_L1, std::nullopt);
        const auto output = rate("output_cost_per_token"_L1, outputOtherwise);
        const auto cached = rate("cache_read_input_token_cost"_L1, input);
        const auto written = rate("cache_creation_input_token_cost"_L1, input);
        if (!input || !output || !cached || !written) {
            return std::nullopt;
        }
        return Rates{*input, *cached, *written, *output};
    }

private:
    [[nodiscard]] std::optional<qint64> rate(QLatin1StringView key,
                                             std::optional<qint64> otherwise) const
    {
        const QJsonValue value = m_model.value(key + m_suffix);
        if (value.isUndefined() || value.isNull()) {
            return otherwise;
        }
        return value.isDouble() ? perMillion(value.toDouble()) : std::nullopt;
    }

    const QJsonObject &m_model;
    QString m_suffix;
};

/// "input_cost_per_token_above_200k_tokens" holds for prompts of 200,001 tokens and more.
std::optional<qint64> tierOf(QStringView key)
{
    constexpr auto Before = "input_cost_per_token_above_"_L1;
    constexpr auto After = "k_tokens"_L1;
    if (!key.startsWith(Before) || !key.endsWith(After)) {
        return std::nullopt;
    }
    const auto digits = key.sliced(Before.size()).chopped(After.size());
    bool isNumber = false;
    const int thousands = digits.toInt(&isNumber);
    return isNumber ? std::optional<qint64>(thousands * 1'000LL + 1) : std::nullopt;
}

/// False when a tier is there that cannot be read: a price without it would be too low.
bool readTiers(const QJsonObject &model, Price &price)
{
    for (auto it = model.begin(); it != model.end(); ++it) {
        const auto from = tierOf(it.key());
        if (!from) {
            continue;
        }
        const QString suffix = it.key().sliced("input_cost_per_token"_L1.size());
        const auto rates = RateReader(model, suffix).rates(price.rates.output);
        if (!rates) {
            return false;
        }
        price.tiers.push_back({*from, *rates});
    }
    std::sort(price.tiers.begin(), price.tiers.end(), [](const Tier &a, const Tier &b) {
        return a.fromPromptTokens < b.fromPromptTokens;
    });
    return true;
}

std::optional<Price> priceOf(const QString &name, const QJsonObject &model)
{
    const QString mode = model.value("mode"_L1).toString();
    const bool generatesNothing = mode == "embedding"_L1 || mode == "rerank"_L1;
    const auto rates =
        RateReader(model, {}).rates(generatesNothing ? std::optional<qint64>(0) : std::nullopt);
    if (!rates || *rates == Rates() || name.contains(u'*')) {
        return std::nullopt;
    }
    Price price;
    price.model = name;
    price.rates = *rates;
    price.source = PriceSource::Imported;
    return readTiers(model, price) && check(price) ? std::optional(price) : std::nullopt;
}

Error unusable(const QString &where, const QString &what)
{
    return {ErrorCode::InvalidInput,
            u"%1: %2."_s.arg(where, what),
            u"Give a file in the format of LiteLLM's model_prices_and_context_window.json."_s};
}

} // namespace

Result<ImportedPrices>
parseLiteLlmPrices(const QByteArray &json, const QString &where, const QString &date)
{
    QJsonParseError syntax;
    const auto document = QJsonDocument::fromJson(json, &syntax);
    if (!document.isObject()) {
        return unusable(where,
                        document.isNull()
                            ? u"byte %1: %2"_s.arg(syntax.offset).arg(syntax.errorString())
                            : u"it is not an object of models"_s);
    }
    ImportedPrices imported;
    const QJsonObject models = document.object();
    for (auto it = models.begin(); it != models.end(); ++it) {
        auto price = priceOf(it.key(), it.value().toObject());
        if (!price) {
            ++imported.skipped;
            continue;
        }
        price->sourceText = where;
        price->sourceDate = date;
        imported.prices.push_back(std::move(*price));
    }
    if (imported.prices.empty()) {
        return unusable(where, u"no model in it has a price per token"_s);
    }
    return imported;
}

} // namespace core
