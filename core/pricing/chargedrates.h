// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pricing/price.h"

#include <QByteArray>

namespace core {

/// By what one call was charged: of a price that has tiers, those of the tier that it was in.
struct ChargedRates
{
    Rates rates;
    Money perRequest;
    std::optional<Money> perAudioMinute;

    [[nodiscard]] static ChargedRates of(const Price &price, const TokenUsage &usage);
    /// As the ledger keeps it, a list of nano-dollars: input, cached input, cache write, output,
    /// request and, where audio has a price, its minute.
    [[nodiscard]] QByteArray toJson() const;
    [[nodiscard]] static std::optional<ChargedRates> fromJson(const QByteArray &json);

    friend bool operator==(const ChargedRates &, const ChargedRates &) = default;
};

} // namespace core
