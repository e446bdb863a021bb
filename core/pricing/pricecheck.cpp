// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pricing/price.h"

#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace core {
namespace {

/// The dearest rate known is $600 per million (o1-pro's output), the cheapest $0.0028
/// (deepseek-v4-flash's cached input). Prices per token or per thousand, typed into a field per
/// million or the other way round, fall far outside of these.
constexpr Money DearestRate = Money::fromDollars(5'000);
constexpr Money CheapestRate = Money::fromNanos(10'000); // $0.00001 per million
constexpr Money DearestRequest = Money::fromDollars(1'000);

Error refused(const Price &price, QLatin1StringView key, const QString &why)
{
    return {ErrorCode::InvalidInput,
            u"The price of \"%1\", key \"%2\", %3."_s.arg(price.model, key, why),
            u"Prices are US dollars per million tokens, for example 0.15; zero is a price too."_s};
}

std::optional<QString> objection(qint64 rate)
{
    const Money money = Money::fromNanos(rate);
    if (money < Money()) {
        return u"is below zero"_s;
    }
    if (money > DearestRate) {
        return u"is above $5000 per million tokens (was it a price per token?)"_s;
    }
    if (!money.isZero() && money < CheapestRate) {
        return u"is below $0.00001 per million tokens (is it a price per token?)"_s;
    }
    return std::nullopt;
}

Outcome checkRates(const Price &price, const Rates &rates)
{
    struct Named
    {
        QLatin1StringView key;
        qint64 rate;
    };
    const std::array all{Named{"input"_L1, rates.input},
                         Named{"cached_input"_L1, rates.cachedInput},
                         Named{"cache_write"_L1, rates.cacheWrite},
                         Named{"output"_L1, rates.output}};
    for (const Named &named : all) {
        if (const auto why = objection(named.rate)) {
            return refused(price, named.key, *why);
        }
    }
    return Done{};
}

Outcome checkTiers(const Price &price)
{
    qint64 previous = 0;
    for (const Tier &tier : price.tiers) {
        if (tier.fromPromptTokens <= previous) {
            return refused(price, "from_prompt_tokens"_L1, u"does not ascend from above zero"_s);
        }
        previous = tier.fromPromptTokens;
        if (auto checked = checkRates(price, tier.rates); !checked) {
            return checked;
        }
    }
    return Done{};
}

} // namespace

Outcome check(const Price &price)
{
    if (price.model.trimmed().isEmpty()) {
        return refused(price, "models"_L1, u"is empty"_s);
    }
    if (price.perRequest < Money() || price.perRequest > DearestRequest) {
        return refused(price, "per_request"_L1, u"is below zero or above $1000"_s);
    }
    const Money minute = price.perAudioMinute.value_or(Money());
    if (minute < Money() || minute > DearestRequest) {
        return refused(price, "per_audio_minute"_L1, u"is below zero or above $1000"_s);
    }
    if (auto checked = checkRates(price, price.rates); !checked) {
        return checked;
    }
    return checkTiers(price);
}

} // namespace core
