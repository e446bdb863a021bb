// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pricing/price.h"

#include <QByteArray>

#include <vector>

namespace core {

/// What was found in a price file of another program.
struct ImportedPrices
{
    std::vector<Price> prices; ///< PriceSource::Imported
    int skipped = 0;           ///< entries without a usable price per token
};

/// Reads the format of LiteLLM's model_prices_and_context_window.json: an object of models with
/// dollars per *token*. Skips, and counts, what is priced otherwise (per image, second or query),
/// not plausible, or zero throughout: zero there mostly says that nobody knows, and an unknown
/// price must not switch a cap off. `where` and `date` (ISO) become the prices' source.
/// InvalidInput for what is not a JSON object, and when nothing in it can be used.
[[nodiscard]] Result<ImportedPrices>
parseLiteLlmPrices(const QByteArray &json, const QString &where, const QString &date);

} // namespace core
