// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/routing/balance.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <tuple>

namespace core {

namespace {
/// Below it, differences between first bytes are noise beside a generation.
constexpr double NoiseMicroseconds = 50'000;
/// Above it vLLM soon preempts running requests to make room.
constexpr double FullCache = 0.9;

double noticeable(const BalancedTarget &target)
{
    return std::max(NoiseMicroseconds, static_cast<double>(target.health.firstByte.count()));
}

auto rankOf(const BalancedTarget &target, double fastest)
{
    const bool isDown = !target.isReachable || target.health.state == CircuitBreaker::State::Open;
    const double slowness = 1 + std::floor(std::log2(noticeable(target) / fastest));
    const double pressure = target.kvCacheUse > FullCache ? 2 : 1;
    const double work = target.health.outstanding + target.waiting;
    const double weight = target.weight;
    return std::tuple(isDown,
                      work * slowness * pressure / weight,
                      slowness * pressure,
                      target.health.recent / weight);
}

} // namespace

std::vector<std::size_t> balance(std::span<const BalancedTarget> targets)
{
    std::vector<std::size_t> order(targets.size());
    std::iota(order.begin(), order.end(), 0);
    if (targets.size() < 2) {
        return order;
    }
    const double fastest = noticeable(*std::ranges::min_element(targets, {}, noticeable));
    std::ranges::stable_sort(
        order, {}, [&](std::size_t index) { return rankOf(targets[index], fastest); });
    return order;
}

} // namespace core
