// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pricing/pricebook.h"

/// Books that tests of pricing share, and what they say.
namespace pricebooks {

inline constexpr core::Time Now{
    std::chrono::sys_days{std::chrono::year{2026} / std::chrono::November / 21}};

/// A price that is known again by its input rate.
inline core::Price
priceOf(const QString &model, qint64 input, core::PriceSource source = core::PriceSource::Shipped)
{
    core::Price price;
    price.model = model;
    price.rates.input = input;
    price.source = source;
    return price;
}

/// The input rate found, -1 for a model without a price.
inline qint64 found(const core::PriceBook &book, QStringView model, core::Time at = Now)
{
    const core::Price *price = book.find(model, at);
    return price == nullptr ? -1 : price->rates.input;
}

} // namespace pricebooks
