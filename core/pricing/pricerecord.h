// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/records.h"
#include "core/pricing/price.h"
#include "core/pricing/pricebook.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace core {

/// One price as JSON: {"model","input","cached_input","cache_write","output","per_request",
/// "tiers","effective_from","source","date","from"}; dollars per million tokens, exact. `from` is
/// "shipped", "imported", "configuration" or "user".
[[nodiscard]] QByteArray priceJson(const Price &price);

/// Reads what a person wrote: model, input and output, the rest if wanted. A price of
/// PriceSource::User that passes check(); InvalidInput names the key that is wrong.
[[nodiscard]] Result<Price> priceFromJson(const QByteArray &json);

/// A rate that is far from the usual one.
struct PriceDoubt
{
    qint64 Rates::*rate = nullptr;
    bool isAbove = false;
    qint64 times = 0;                          ///< as far, rounded down
    qint64 usual = 0;                          ///< nano-dollars per million tokens
    PriceSource source = PriceSource::Shipped; ///< who says what is usual
    qint64 fromPromptTokens = 0;               ///< of that tier; 0: of every prompt

    /// In English, for HTTP and the command line (the window has its own words).
    [[nodiscard]] QString sentence() const;
};

/// What a person may have mixed up: each rate that is far from what `book`, the prices below the
/// person's own, says of prompts as long. The price is taken all the same.
[[nodiscard]] std::vector<PriceDoubt>
doubtsAbout(const Price &price, const PriceBook &book, Time now);

/// Prices that a person set, or imported, live in the ledger as settings, one for each name and
/// date: they outlive the process, and survive an update of the shipped list.
[[nodiscard]] SettingRecord storedPrice(const Price &price);
/// What takes it away again.
[[nodiscard]] SettingRecord removedPrice(const Price &price);
/// Nothing when the setting is not a price. InvalidInput, naming it, when it cannot be read.
[[nodiscard]] Result<std::optional<Price>> priceIn(const SettingRecord &setting);

} // namespace core
