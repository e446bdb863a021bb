// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snapshot.h"

class PriceListModel;

namespace sample {

/// The invented afternoon with six models served, of which mistral-small-3 has no price.
[[nodiscard]] core::Snapshot withModels();
/// The price book of that afternoon, what models cost today and 23 refusals for want of a price.
void fillPrices(PriceListModel &prices);
/// The same book, with own prices from 1 December on: qwen2.5-72b cheaper, and a model that nobody
/// serves yet.
void planPrice(PriceListModel &prices);

} // namespace sample
