// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pricing/price.h"

#include <vector>

/// One change of a person's own prices of a name that can be taken back: all of them, as they were
/// and as they are, each valid from its first day on.
struct PriceChange
{
    QString model;
    std::vector<core::Price> before;
    std::vector<core::Price> after;

    [[nodiscard]] PriceChange reversed() const { return {model, after, before}; }
    /// "llama-3.1-8b: your price removed", "llama-3.1-8b: $0.12 in, $0.30 out".
    [[nodiscard]] QString text() const;
};

/// "$0.12 in, $0.30 out": per million tokens.
[[nodiscard]] QString ratesText(const core::Price &price);
/// "1 Dec 2026": days of prices are days in UTC. Empty for a price that always held.
[[nodiscard]] QString firstDayText(const core::Price &price);
