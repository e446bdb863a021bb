// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/routing/balance.h"

#include <QVarLengthArray>

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
constexpr qsizetype UsualTargets = 8; // more take an allocation

double noticeable(const BalancedTarget &target)
{
    return std::max(NoiseMicroseconds, static_cast<double>(target.health.firstByte.count()));
}

/// In the order of balance.h; the smaller, the better.
using Rank = std::tuple<bool, double, double, double>;

Rank rankOf(const BalancedTarget &target, double fastest)
{
    const bool isDown = !target.isReachable || target.health.state == CircuitBreaker::State::Open;
    const double ratio = noticeable(target) / fastest;
    const double slowness = ratio < 2 ? 1 : 1 + std::floor(std::log2(ratio));
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
    QVarLengthArray<Rank, UsualTargets> ranks;
    for (const BalancedTarget &target : targets) {
        ranks.append(rankOf(target, fastest));
    }
    // Not std::stable_sort, which allocates: this is done for every call.
    std::ranges::sort(order, [&ranks](std::size_t a, std::size_t b) {
        const Rank &one = ranks[static_cast<qsizetype>(a)];
        const Rank &other = ranks[static_cast<qsizetype>(b)];
        return one == other ? a < b : one < other;
    });
    return order;
}

} // namespace core
