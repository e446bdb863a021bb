// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/routing/routingrules.h"
#include "core/routing/score.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace core {

/// How much of the tightest budget is spent (S2-26).
enum class BudgetTier : quint8 { Normal, Near, Exceeded };
[[nodiscard]] BudgetTier
budgetTier(qint64 settled, qint64 limit, const RoutingRules::BudgetMarks &);

/// What a request says about itself (S2-14).
struct RouteWish
{
    QByteArray taskType{}; ///< "code_generation"; empty: none
    Quality quality = Quality::Medium;
    int complexity = 0; ///< 0..100; from 75 on the quality asked for is one step higher
    std::optional<Duration> latency{}; ///< to the first byte
    std::optional<Money> taskBudget{}; ///< what is left of it
};

/// One model that may serve it.
struct RouteCandidate
{
    QByteArray model{}; ///< logical
    QByteArray provider{};
    QByteArray unavailable{}; ///< why; empty: available
    double quality = 0.5;
    Money cost{}; ///< estimated for this request
    double dollarsPerThousandTokens = 0;
    Duration latency{0}; ///< to the first byte, measured; 0 is unknown
    bool isLocal = false;
};

enum class RouteReason : quint8 { Named, Rules, Budget, None };

/// What the ledger keeps of a decision.
struct RouteRecord
{
    QByteArray json{}; ///< empty: there was no choice
    /// It is one of a few, which the ledger keeps once: the order of a named model's few targets.
    /// (In each hold's row 280 bytes made a call a seventh dearer.)
    bool repeats = false;
};

/// Which candidates serve a request, best first, and why: recorded with the hold.
struct RouteDecision
{
    struct Considered
    {
        RouteCandidate candidate;
        std::optional<double> score;
        QByteArray verdict; ///< "chosen", "next", or why not
    };
    RouteReason reason = RouteReason::None;
    RouteWish wish;
    BudgetTier tier = BudgetTier::Normal;
    RoutingRules::Mode mode = RoutingRules::Mode::Score;
    std::vector<Considered> considered; ///< in the order in which they were given
    std::vector<std::size_t> order;     ///< of `considered`; empty: nobody may serve it

    [[nodiscard]] RouteRecord toRecord() const;
};

/// Chooses among the candidates of a task type, which stand in order of preference:
///  1. drops those that are unavailable, that cost more than the task has left, and (while others
///     remain) those that are slower than allowed;
///  2. past the exceeded mark keeps the local ones; past the near mark takes the cheapest that is
///     good enough first;
///  3. else scores them. Of equal ones the preferred comes first.
/// Pure.
[[nodiscard]] RouteDecision decideRoute(RoutingRules::Mode mode,
                                        const RouteWish &wish,
                                        BudgetTier tier,
                                        std::vector<RouteCandidate> candidates);

} // namespace core
