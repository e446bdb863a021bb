// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pricing/price.h"

/// Prices that tests of pricing share; dollars per million tokens.
namespace prices {

inline qint64 perMillion(const char *dollars)
{
    return core::Money::parse(dollars).value().nanos();
}

/// gpt-4o-mini's: $0.15 input, $0.075 cached, $0.60 output per million.
inline core::Price smallPrice()
{
    core::Price price;
    price.model = QStringLiteral("small");
    price.rates = {perMillion("0.15"), perMillion("0.075"), perMillion("0.15"), perMillion("0.60")};
    return price;
}

/// gemini-2.5-pro's shape: dearer above 200,000 prompt tokens.
inline core::Price tieredPrice()
{
    core::Price price;
    price.model = QStringLiteral("tiered");
    price.rates = {perMillion("1.25"), perMillion("0.125"), perMillion("1.25"), perMillion("10")};
    price.tiers = {
        {200'001, {perMillion("2.50"), perMillion("0.25"), perMillion("2.50"), perMillion("15")}}};
    return price;
}

inline core::Money charged(const core::Price &price, const core::TokenUsage &usage)
{
    return core::charge(price, usage).value();
}

} // namespace prices
