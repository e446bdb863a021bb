// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/connection.h"
#include "core/pricing/pricebook.h"

#include <memory>
#include <vector>

namespace core {

/// The provider that a call is attributed to when Capstan answered it from its own cache.
inline constexpr auto CacheProvider = "cache";

/// The price book of a ledger: shipped, configured, imported and set by hand, as the running
/// Capstan lays them over each other. InvalidInput names a stored price that cannot be read.
[[nodiscard]] Result<std::shared_ptr<const PriceBook>> priceBookOf(Connection &ledger,
                                                                   std::vector<Price> configured);

} // namespace core
