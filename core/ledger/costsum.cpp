// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/costsum.h"

#include <algorithm>

namespace core {

void CostSum::add(const CostSum &more)
{
    calls += more.calls;
    cost += more.cost;
    largest = std::max(largest, more.largest);
    usage.input += more.usage.input;
    usage.cachedInput += more.usage.cachedInput;
    usage.cacheWrite += more.usage.cacheWrite;
    usage.output += more.usage.output;
    usage.reasoning += more.usage.reasoning;
    latency += more.latency;
    failed += more.failed;
}

Money CostSum::average() const
{
    return calls == 0 ? Money() : Money::fromNanos((cost.nanos() + calls / 2) / calls);
}

} // namespace core
