// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/money.h"
#include "core/pricing/tokenusage.h"

namespace core {

/// What some calls add up to; a correction adds no call, and may take away.
struct CostSum
{
    qint64 calls = 0;
    Money cost;
    Money largest; ///< the dearest single call, as it was settled
    TokenUsage usage;
    Duration latency{0}; ///< of all calls together
    qint64 failed = 0;   ///< did not complete

    void add(const CostSum &more);
    [[nodiscard]] Money average() const; ///< per call, rounded to the nano-dollar; 0 of none

    friend bool operator==(const CostSum &, const CostSum &) = default;
};

} // namespace core
