// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QByteArray>

#include <optional>
#include <utility>
#include <vector>

namespace core {

/// How a request that leaves the choice of the model to Capstan (model "auto") is routed, and how
/// long attempts may go on for any request.
struct RoutingRules
{
    enum class Mode : quint8 {
        Score,     ///< per-model quality, normalised cost, measured latency
        Legacy,    ///< seed S2's formula
        Efficiency ///< quality for money
    };
    /// At which part of its tightest budget (parts per million) a request goes to a cheaper model,
    /// and at which to a local one.
    struct BudgetMarks
    {
        int near = 500'000;
        int exceeded = 900'000;

        friend bool operator==(const BudgetMarks &, const BudgetMarks &) = default;
    };

    bool isOn = false; ///< "auto" is a model's name only then
    Mode mode = Mode::Score;
    /// Task type -> logical models, in order of preference.
    std::vector<std::pair<QByteArray, std::vector<QByteArray>>> taskTypes;
    std::vector<QByteArray> models; ///< for all other task types; empty: every logical model
    std::optional<BudgetMarks> budgetMarks;
    /// From the request to the last attempt's first byte. As long as OpenAI's clients wait by
    /// themselves: an answer after that would reach nobody.
    std::chrono::milliseconds totalTimeout{600'000};

    /// Those of `taskType`, or the list for all others.
    [[nodiscard]] const std::vector<QByteArray> &modelsFor(const QByteArray &taskType) const;

    friend bool operator==(const RoutingRules &, const RoutingRules &) = default;
};

} // namespace core
