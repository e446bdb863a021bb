// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/routing/score.h"

#include <algorithm>
#include <array>
#include <utility>

namespace core {

namespace {
/// Differences far below it do not matter to anybody: a hundredth of a cent, a tenth of a second.
constexpr double NoiseNanos = 100'000;
constexpr double NoiseMicroseconds = 100'000;

constexpr std::array QualityNames{"low", "medium", "high", "critical"};

/// 1 for the least of all, falling as the ratio to it grows.
double beside(double least, double value, double noise)
{
    return (least + noise) / (value + noise);
}
} // namespace

std::optional<Quality> qualityFromName(QByteArrayView name)
{
    const auto *it = std::ranges::find_if(
        QualityNames, [name](const char *one) { return name == QByteArrayView(one); });
    return it == QualityNames.end()
               ? std::nullopt
               : std::optional(static_cast<Quality>(it - QualityNames.begin()));
}

double legacyScore(Quality asked, double dollarsPerThousandTokens, double latencyMs)
{
    constexpr std::array Factors{0.5, 0.7, 0.9, 1.0};
    return Factors.at(static_cast<std::size_t>(asked)) * 0.4 +
           0.3 / (1 + dollarsPerThousandTokens) + 0.3 / (1 + latencyMs / 1000);
}

double efficiencyScore(double quality, Money cost)
{
    constexpr double NanosPerCent = Money::NanosPerDollar / 100.0;
    return quality * 100 / (static_cast<double>(cost.nanos()) / NanosPerCent + 1);
}

std::vector<double> scores(Quality asked, std::span<const ScoredCandidate> candidates)
{
    double cheapest = static_cast<double>(Money::maximum().nanos());
    std::optional<double> fastest;
    for (const ScoredCandidate &one : candidates) {
        cheapest = std::min(cheapest, static_cast<double>(one.cost.nanos()));
        if (one.latency.count() > 0) {
            const auto latency = static_cast<double>(one.latency.count());
            fastest = std::min(fastest.value_or(latency), latency);
        }
    }
    const double quality = 0.2 * (1 + static_cast<int>(asked));
    const double rest = (1 - quality) / 2;
    std::vector<double> result;
    for (const ScoredCandidate &one : candidates) {
        const auto latency = static_cast<double>(one.latency.count());
        const double speed = latency > 0 ? beside(*fastest, latency, NoiseMicroseconds) : 1;
        const double cheapness =
            beside(cheapest, static_cast<double>(one.cost.nanos()), NoiseNanos);
        result.push_back(quality * one.quality + rest * (cheapness + speed));
    }
    return result;
}

} // namespace core
