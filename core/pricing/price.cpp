// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pricing/price.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {
namespace {

/// Tokens x rate, in millionths of a nano-dollar. Three products of two 63-bit numbers and a fee
/// always fit.
__extension__ using Wide = unsigned __int128;

constexpr quint64 TokensPerRate = 1'000'000;
constexpr quint64 SecondsPerMinute = 60;

Wide product(qint64 tokens, qint64 rate)
{
    return static_cast<Wide>(tokens) * static_cast<Wide>(rate);
}

Wide fee(const Price &price)
{
    return product(price.perRequest.nanos(), TokensPerRate);
}

/// Seconds x dollars a minute, in 60 millionths of a nano-dollar.
Wide audioFee(const Price &price, qint64 seconds)
{
    const qint64 rate = price.perAudioMinute.value_or(Money()).nanos();
    return product(seconds, rate) * TokensPerRate;
}

Money held(Wide nanos)
{
    const auto largest = static_cast<Wide>(Money::maximum().nanos());
    return Money::fromNanos(static_cast<qint64>(std::min(nanos, largest)));
}

Money roundedHalfEven(Wide amount)
{
    const Wide whole = amount / TokensPerRate;
    const auto rest = static_cast<quint64>(amount % TokensPerRate);
    const bool odd = (whole & 1) != 0;
    const bool up = rest * 2 > TokensPerRate || (rest * 2 == TokensPerRate && odd);
    return held(whole + (up ? 1 : 0));
}

Money roundedUp(Wide amount)
{
    return held((amount + (TokensPerRate - 1)) / TokensPerRate);
}

/// The dearest rate of a prompt token and of an output token that a prompt of up to that many
/// tokens can meet. A tier need not be dearer than the one below it.
struct DearestRates
{
    qint64 prompt = 0;
    qint64 output = 0;

    void include(const Rates &rates)
    {
        prompt = std::max({prompt, rates.input, rates.cachedInput, rates.cacheWrite});
        output = std::max(output, rates.output);
    }
};

DearestRates dearestRates(const Price &price, qint64 promptTokens)
{
    DearestRates dearest;
    dearest.include(price.rates);
    for (const Tier &tier : price.tiers) {
        if (tier.fromPromptTokens > promptTokens) {
            break;
        }
        dearest.include(tier.rates);
    }
    return dearest;
}

qint64 promptOf(const TokenUsage &usage)
{
    return Money::saturatingSum(Money::saturatingSum(usage.input, usage.cachedInput),
                                usage.cacheWrite);
}

Error negativeCharge()
{
    return {ErrorCode::InvalidInput,
            u"A call was reported with a negative number of tokens or priced below zero."_s,
            u"Charge its upper bound instead, and look at what the upstream reports as usage."_s};
}

} // namespace

const Rates &ratesFor(const Price &price, qint64 promptTokens)
{
    const Rates *rates = &price.rates;
    for (const Tier &tier : price.tiers) {
        if (tier.fromPromptTokens > promptTokens) {
            break;
        }
        rates = &tier.rates;
    }
    return *rates;
}

Result<Money> charge(const Price &price, const TokenUsage &usage)
{
    const Rates &rates = ratesFor(price, promptOf(usage));
    // One sign bit of all, because this runs for every event of a stream.
    if ((usage.input | usage.cachedInput | usage.cacheWrite | usage.output | rates.input |
         rates.cachedInput | rates.cacheWrite | rates.output | price.perRequest.nanos() |
         usage.audioSeconds) < 0) {
        return negativeCharge();
    }
    Wide amount = product(usage.input, rates.input) + fee(price);
    amount += product(usage.cachedInput, rates.cachedInput);
    amount += product(usage.cacheWrite, rates.cacheWrite);
    if (usage.audioSeconds > 0) {
        amount += audioFee(price, usage.audioSeconds) / SecondsPerMinute;
    }
    if (__builtin_add_overflow(amount, product(usage.output, rates.output), &amount)) {
        return Money::maximum();
    }
    return roundedHalfEven(amount);
}

Money audioBound(const Price &price, qint64 seconds)
{
    const Wide fee = audioFee(price, std::max<qint64>(seconds, 0));
    return roundedUp((fee + (SecondsPerMinute - 1)) / SecondsPerMinute);
}

Money upperBound(const Price &price, qint64 promptTokens, qint64 outputTokens)
{
    const qint64 prompt = std::max<qint64>(promptTokens, 0);
    const qint64 output = std::max<qint64>(outputTokens, 0);
    const DearestRates dearest = dearestRates(price, prompt);
    return roundedUp(fee(price) + product(prompt, dearest.prompt) +
                     product(output, dearest.output));
}

qint64 affordableOutput(const Price &price, qint64 promptTokens, Money money)
{
    constexpr qint64 Unlimited = std::numeric_limits<qint64>::max();
    if (money == Money::maximum()) {
        return Unlimited; // a bound saturates there, so that every one fits
    }
    const qint64 prompt = std::max<qint64>(promptTokens, 0);
    const DearestRates dearest = dearestRates(price, prompt);
    const Wide fixed = fee(price) + product(prompt, dearest.prompt);
    const Wide available = product(std::max<qint64>(money.nanos(), 0), TokensPerRate);
    if (money < Money() || fixed > available) {
        return -1;
    }
    if (dearest.output == 0) {
        return Unlimited;
    }
    // roundedUp(x) <= money is x <= money x 10^6, so that one division inverts the bound exactly.
    const Wide tokens = (available - fixed) / static_cast<Wide>(dearest.output);
    return static_cast<qint64>(std::min(tokens, static_cast<Wide>(Unlimited)));
}

} // namespace core
