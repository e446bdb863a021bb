// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/keys/keyfacts.h"
#include "core/pricing/pricebook.h"

#include <QByteArray>

namespace proxy {

/// The upstream's model list with what each one costs: a member
/// "pricing": {"input", "cached_input", "output"} in USD per million tokens, or null when the
/// model has no price. All else as the upstream sent it; not JSON comes back unchanged.
[[nodiscard]] QByteArray
withPrices(const QByteArray &list, const core::PriceBook &prices, core::Time now);

/// The list without the models that the key may not use.
[[nodiscard]] QByteArray onlyAllowed(const QByteArray &list, const core::KeyFacts &key);

} // namespace proxy
