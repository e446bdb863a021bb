// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/money.h"
#include "core/pricing/tokenusage.h"

#include <QString>

#include <optional>
#include <vector>

namespace core {

/// Nano-dollars per million tokens of each kind ($0.15/M = 150'000'000).
struct Rates
{
    qint64 input = 0;
    qint64 cachedInput = 0;
    qint64 cacheWrite = 0;
    qint64 output = 0;

    friend bool operator==(const Rates &, const Rates &) = default;
};

/// Rates that hold for the whole call once its prompt has at least `fromPromptTokens`.
struct Tier
{
    qint64 fromPromptTokens = 0;
    Rates rates;

    friend bool operator==(const Tier &, const Tier &) = default;
};

/// Who gave a price; a later one overlays an earlier one.
enum class PriceSource : quint8 { Shipped, Imported, Configuration, User };

/// What a model costs, and who says so. A price of zero is a real price.
struct Price
{
    QString model; ///< a name, or an anchored glob ("meta-llama/Llama-3.1-8B*")
    Rates rates;
    std::vector<Tier> tiers; ///< ascending by fromPromptTokens
    Money perRequest;
    std::optional<Money> perAudioMinute; ///< of audio that is read; without it none has a price
    Time effectiveFrom{}; ///< valid from this moment until a later entry of the same name
    PriceSource source = PriceSource::Shipped;
    QString sourceText; ///< where the figure was read ("together.ai/pricing")
    QString sourceDate; ///< and when, ISO date

    friend bool operator==(const Price &, const Price &) = default;
};

/// Whether a price can be meant: InvalidInput (naming the key) for no name, anything below zero,
/// tiers that do not ascend, and rates that only a mixed-up unit explains. The functions below
/// want a price that passed.
[[nodiscard]] Outcome check(const Price &price);

/// What that much audio costs, rounded up; free where audio has no price of its own. A length below
/// zero is taken for zero.
[[nodiscard]] Money audioBound(const Price &price, qint64 seconds);

/// The cost of one call: computed in 128 bits, rounded half-even once, per call.
/// InvalidInput for a negative count or rate; saturates at Money::maximum().
[[nodiscard]] Result<Money> charge(const Price &price, const TokenUsage &usage);

/// Those of the tier that a prompt of that length is in.
[[nodiscard]] const Rates &ratesFor(const Price &price, qint64 promptTokens);

/// The most that a call with up to `promptTokens` and up to `outputTokens` can cost: every
/// prompt token at the dearest prompt rate, and every output token at the dearest output rate, of
/// all tiers that can apply, rounded up. Saturates; a count below zero is taken for zero.
[[nodiscard]] Money upperBound(const Price &price, qint64 promptTokens, qint64 outputTokens);

/// The largest number of output tokens with upperBound(price, promptTokens, n) <= money; -1 when
/// the prompt alone does not fit; the largest qint64 when output is free or money is maximum().
[[nodiscard]] qint64 affordableOutput(const Price &price, qint64 promptTokens, Money money);

} // namespace core
