// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What RateLimiter says of a call; what it counts is in ratelimiter.cpp.
#include "core/limits/ratelimiter.h"

#include <algorithm>

namespace core {

namespace {

/// When to ask again for a running call's place: calls last seconds.
constexpr std::chrono::seconds ParallelRetry{1};

/// One figure of a limit, beside what is used of it.
struct Figure
{
    qint64 limit;
    RateUnit unit;
    const SlidingLog &log;
    qint64 RateUse::*what;

    [[nodiscard]] qint64 used() const { return log.used().*what; }
    [[nodiscard]] bool lacksRoom(qint64 asked) const { return used() + asked > limit; }
    [[nodiscard]] qint64 remaining() const { return std::max<qint64>(0, limit - used()); }
};

template <class Visit>
void forEachFigure(const RateLimiter::Claim &claim, Visit &&visit)
{
    const RateFigures &figures = claim.limit->limit.figures;
    const RateLimiter::Line &line = *claim.line;
    const auto each = [&](const auto &limit, RateUnit unit, const auto &log, auto what) {
        if (limit) {
            visit(Figure{*limit, unit, log, what});
        }
    };
    each(figures.requestsPerMinute, RateUnit::Requests, line.minute, &RateUse::requests);
    each(figures.requestsPerHour, RateUnit::Requests, line.hour, &RateUse::requests);
    each(figures.tokensPerMinute, RateUnit::Tokens, line.minute, &RateUse::tokens);
    each(figures.tokensPerHour, RateUnit::Tokens, line.hour, &RateUse::tokens);
}

RateShortfall shortfallIn(const RateLimiter::Claim &claim)
{
    RateShortfall shortfall;
    shortfall.limitId = claim.limit->limit.id;
    shortfall.label = claim.line->label;
    const auto &terms = claim.limit->limit.selector.terms();
    shortfall.isOfProvider = std::any_of(terms.begin(), terms.end(), [](const auto &term) {
        return term.tagName.isEmpty() && term.dimension == Dimension::Provider;
    });
    return shortfall;
}

RateShortfall
shortfallOf(const RateLimiter::Claim &claim, const Figure &figure, const RateUse &asked, Time now)
{
    RateShortfall shortfall = shortfallIn(claim);
    shortfall.unit = figure.unit;
    shortfall.window = figure.log.length();
    shortfall.limit = figure.limit;
    shortfall.used = figure.used();
    shortfall.requested = asked.*figure.what;
    if (shortfall.isTooLarge()) {
        shortfall.retryAfter = Duration::max();
    } else {
        const qint64 most = figure.limit - shortfall.requested;
        shortfall.retryAfter = figure.log.whenAtMost(most, figure.what) - now;
    }
    return shortfall;
}

RateShortfall tooManyAtOnce(const RateLimiter::Claim &claim)
{
    RateShortfall shortfall = shortfallIn(claim);
    shortfall.unit = RateUnit::Parallel;
    shortfall.limit = *claim.limit->limit.figures.parallel;
    shortfall.used = claim.line->running;
    shortfall.requested = 1;
    shortfall.retryAfter = ParallelRetry;
    return shortfall;
}

} // namespace

std::optional<RateShortfall>
RateLimiter::shortfall(const Claims &claims, const RateUse &asked, Time now)
{
    std::optional<RateShortfall> worst;
    const auto consider = [&worst](RateShortfall one) {
        if (!worst || one.retryAfter > worst->retryAfter) {
            worst = std::move(one);
        }
    };
    for (const Claim &claim : claims) {
        forEachFigure(claim, [&](const Figure &figure) {
            if (figure.lacksRoom(asked.*figure.what)) {
                consider(shortfallOf(claim, figure, asked, now));
            }
        });
        const std::optional<qint64> &parallel = claim.limit->limit.figures.parallel;
        if (parallel && claim.line->running >= *parallel) {
            consider(tooManyAtOnce(claim));
        }
    }
    if (worst) {
        worst->standing = standing(claims, now);
    }
    return worst;
}

bool RateLimiter::hasRoom(const Claims &claims, const RateUse &more)
{
    bool fits = true;
    for (const Claim &claim : claims) {
        forEachFigure(claim, [&](const Figure &figure) {
            fits = fits && (more.*figure.what <= 0 || !figure.lacksRoom(more.*figure.what));
        });
    }
    return fits;
}

RateStanding RateLimiter::standing(const Claims &claims, Time now)
{
    RateStanding standing;
    const auto isTighter = [](const Figure &figure, const RateStanding::Figure &than) {
        return than.limit == 0 ||
               __int128(figure.remaining()) * than.limit < __int128(than.remaining) * figure.limit;
    };
    for (const Claim &claim : claims) {
        forEachFigure(claim, [&](const Figure &figure) {
            RateStanding::Figure &shown =
                figure.unit == RateUnit::Requests ? standing.requests : standing.tokens;
            if (isTighter(figure, shown)) {
                shown = {figure.limit, figure.remaining(), figure.log.whenEmpty() - now};
            }
        });
    }
    return standing;
}

} // namespace core
