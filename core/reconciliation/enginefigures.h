// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QString>

namespace core {

/// What an engine says of itself on its /metrics page; -1 where it says nothing.
struct EngineFigures
{
    qint64 promptTokens = -1; ///< its counters, since its own start
    qint64 outputTokens = -1;
    double promptTokensPerSecond = -1; ///< between the last two looks
    double outputTokensPerSecond = -1;
    double prefixHitRatio = -1;    ///< 0..1, of the prompt tokens between the last two looks
    double firstTokenSeconds = -1; ///< mean of the calls between the last two looks

    friend bool operator==(const EngineFigures &, const EngineFigures &) = default;
};

/// What an upstream counted and Capstan did not, or the other way round, since Capstan's start.
struct TrafficFinding
{
    qint64 unmeteredPrompt = 0; ///< tokens that reached the upstream past Capstan, at least
    qint64 unmeteredOutput = 0;
    qint64 overcountedPrompt = 0; ///< tokens that Capstan booked and the upstream never counted
    qint64 overcountedOutput = 0;
    bool isExact = false; ///< nothing was in flight at the last look
    Time since{};         ///< when something was found first

    [[nodiscard]] bool isUnmetered() const { return unmeteredPrompt > 0 || unmeteredOutput > 0; }
    [[nodiscard]] bool isOurError() const { return overcountedPrompt > 0 || overcountedOutput > 0; }
    /// What was found and what to do about it; empty when nothing was.
    [[nodiscard]] QString sentence(const QString &upstream) const;

    friend bool operator==(const TrafficFinding &, const TrafficFinding &) = default;
};

} // namespace core
