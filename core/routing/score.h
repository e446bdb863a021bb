// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/money.h"

#include <QByteArrayView>

#include <optional>
#include <span>
#include <vector>

namespace core {

/// How good an answer has to be (seed S2).
enum class Quality : quint8 { Low, Medium, High, Critical };
[[nodiscard]] std::optional<Quality> qualityFromName(QByteArrayView name); ///< "high"

/// Seed S2's formula, kept for parity (requirements 2.2): the quality asked for counts the same
/// for every candidate, so the cheapest or fastest wins.
[[nodiscard]] double legacyScore(Quality asked, double dollarsPerThousandTokens, double latencyMs);

/// The ranking of seed S2's sibling documents (S2-46): quality for money, whatever the request
/// asks for. quality x 100 / (cents + 1).
[[nodiscard]] double efficiencyScore(double quality, Money cost);

/// What the default score weighs.
struct ScoredCandidate
{
    double quality = 0.5; ///< of the model, 0..1
    Money cost;           ///< estimated for this request
    Duration latency{0};  ///< measured; 0 is unknown and scores as the fastest known
};

/// 0..1 for each: its model's quality, its cost and its latency beside the cheapest and the fastest
/// of the list. The higher the quality asked for, the more quality weighs: 0.2, 0.4, 0.6, 0.8; cost
/// and latency share the rest evenly.
[[nodiscard]] std::vector<double> scores(Quality asked,
                                         std::span<const ScoredCandidate> candidates);

} // namespace core
