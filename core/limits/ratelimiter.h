// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/budget/selectorindex.h"
#include "core/limits/ratelimit.h"
#include "core/limits/slidinglog.h"

#include <QVarLengthArray>

#include <map>
#include <memory>

namespace core {

/// Where the limits of one call stand, as OpenAI's x-ratelimit headers tell it: of the tightest
/// minute or hour in each unit. A limit of 0 means that none applies.
struct RateStanding
{
    struct Figure
    {
        qint64 limit = 0;
        qint64 remaining = 0;
        Duration reset{0}; ///< until all of it is free again
        friend bool operator==(const Figure &, const Figure &) = default;
    };
    Figure requests;
    Figure tokens;

    [[nodiscard]] bool limitsNothing() const { return requests.limit == 0 && tokens.limit == 0; }
    friend bool operator==(const RateStanding &, const RateStanding &) = default;
};

enum class RateUnit : quint8 { Requests, Tokens, Parallel };

/// Why a call may not run now: of all limits in its way the one that takes longest to make room.
struct RateShortfall
{
    QByteArray limitId;
    QByteArray label; ///< "agent:crawler"; "" for a limit on everybody together
    RateUnit unit = RateUnit::Requests;
    Duration window{0}; ///< zero of Parallel
    qint64 limit = 0;
    qint64 used = 0;
    qint64 requested = 0;
    bool isOfProvider = false; ///< another provider may have room
    /// Exact while nobody else is let in. Of Parallel a guess: calls end when they end.
    Duration retryAfter{0};
    RateStanding standing;

    /// No waiting helps: the call alone is more than the limit.
    [[nodiscard]] bool isTooLarge() const { return requested > limit; }
};

/// Counts requests, tokens and running calls per limit and caller. Plain, single-threaded, no I/O;
/// BudgetEngine asks it together with the budgets, so that one admit() decides all.
///
/// Everything is in memory: a restart begins with empty windows. What must outlast one is a budget
/// in requests or tokens.
class RateLimiter
{
public:
    struct Line
    {
        QByteArray label;
        SlidingLog minute{std::chrono::minutes(1)};
        SlidingLog hour{std::chrono::hours(1)};
        qint64 running = 0;
    };
    struct Limit
    {
        RateLimit limit;
        std::vector<Facet> wildcards;
        ValueMap<Line> lines;
    };
    /// What one call has taken of one limit. Valid until the limit goes.
    struct Claim
    {
        const Limit *limit = nullptr;
        Line *line = nullptr;
        SlidingLog::Place minute = SlidingLog::Place::None;
        SlidingLog::Place hour = SlidingLog::Place::None;
    };
    using Claims = QVarLengthArray<Claim, 3>; ///< in place for what matches one call

    /// Adds a limit, or changes the figures of the one with this id and selector.
    const Limit &set(const RateLimit &limit);
    [[nodiscard]] const Limit *find(const QByteArray &id) const;
    void remove(const QByteArray &id);
    [[nodiscard]] std::vector<RateLimit> limits() const;

    // --- a call's life ---------------------------------------------------------------------
    /// The limits that match, brought to now; nothing is taken yet.
    [[nodiscard]] Claims matching(const Attribution &attribution, Time now);
    [[nodiscard]] static std::optional<RateShortfall>
    shortfall(const Claims &claims, const RateUse &asked, Time now);
    /// For so much more of a call that runs already.
    [[nodiscard]] static bool hasRoom(const Claims &claims, const RateUse &more);
    [[nodiscard]] static RateStanding standing(const Claims &claims, Time now);
    static void take(Claims &claims, const RateUse &use);
    /// A call that runs already when its limit comes counts as running.
    [[nodiscard]] std::optional<Claim> join(const Limit &limit, const Attribution &attribution);
    /// The call used, or is bound to, so much more (less) than before.
    static void correct(const Claims &claims, const RateUse &by);
    static void end(const Claims &claims); ///< the call runs no more

    /// Drops callers that have nothing in their windows. Every minute or so.
    void prune(Time now);

private:
    [[nodiscard]] static Line &lineOf(Limit &limit, const Attribution &attribution);

    std::map<QByteArray, std::unique_ptr<Limit>> m_limits;
    SelectorIndex<Limit> m_index;
};

} // namespace core
