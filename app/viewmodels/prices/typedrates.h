// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/pricing/price.h"

#include <QString>

/// The rates of a price as fields show them, in dollars per million tokens. Pure.
namespace typedrates {

struct Texts
{
    QString input;
    QString cached;     ///< empty: as input
    QString cacheWrite; ///< same
    QString output;
};

/// InvalidInput, with what would be right, for what is no amount and for less than nothing.
[[nodiscard]] core::Result<core::Rates> read(const Texts &texts);
/// The inverse; what writing to a cache costs stays empty where it is what reading afresh does.
[[nodiscard]] Texts texts(const core::Rates &rates);

} // namespace typedrates
