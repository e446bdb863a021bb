// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/routing/targethealth.h"

#include <span>
#include <vector>

namespace core {

/// One of several targets that serve the same model.
struct BalancedTarget
{
    HealthView health{};
    int weight = 1;          ///< at least 1: its share of the work
    bool isReachable = true; ///< as its provider's probe says
    int waiting = 0;         ///< requests in its own queue, ours and others'; 0 where unknown
    double kvCacheUse = 0;   ///< 0..1; 0 where unknown
};

/// The order in which to try them, best first; every index once. By, in this order:
///  1. health: targets that are unreachable or whose breaker is open come last, but they come;
///  2. least outstanding work for its weight, counted double where the first byte takes twice as
///     long as with the fastest (four times: triple ...), and double where the KV cache is full;
///  3. the faster one, by the same coarse steps;
///  4. the one that had the smaller share of late, for its weight;
///  5. the one that stands first.
[[nodiscard]] std::vector<std::size_t> balance(std::span<const BalancedTarget> targets);

} // namespace core
