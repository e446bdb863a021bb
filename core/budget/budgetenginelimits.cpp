// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The half of the engine that knows of rate limits; what they count is RateLimiter's.
#include "core/budget/budgetengine_p.h"

#include <algorithm>

namespace core {

namespace {

/// More than any call has; keeps sums of many from overflowing.
constexpr qint64 MostTokens = RateFigures::MostPerHour;

} // namespace

RateUse rateUse(const Amounts &amounts)
{
    return {amounts.requests, std::min(amounts.tokens, MostTokens)};
}

RateUse rateChange(const Amounts &from, const Amounts &to)
{
    const RateUse before = rateUse(from);
    const RateUse after = rateUse(to);
    return {after.requests - before.requests, after.tokens - before.tokens};
}

bool BudgetEngine::Private::hasRateRoom(const Hold &hold, const Amounts &bound, Time now)
{
    for (const RateLimiter::Claim &claim : hold.claims) {
        claim.line->minute.moveTo(now);
        claim.line->hour.moveTo(now);
    }
    return RateLimiter::hasRoom(hold.claims, rateChange(hold.bound, bound));
}

void BudgetEngine::setLimit(const RateLimit &limit)
{
    const RateLimiter::Limit *former = d->limits.find(limit.id);
    if (former && former->limit.selector == limit.selector) {
        d->limits.set(limit);
        return;
    }
    removeLimit(limit.id);
    const RateLimiter::Limit &added = d->limits.set(limit);
    d->holds.forEach([&](HoldId, Hold &hold) {
        if (const auto claim = d->limits.join(added, hold.attribution)) {
            hold.claims.append(*claim);
        }
    });
}

void BudgetEngine::removeLimit(const QByteArray &id)
{
    const RateLimiter::Limit *limit = d->limits.find(id);
    d->holds.forEach([&](HoldId, Hold &hold) {
        const auto isOfLimit = [&](const RateLimiter::Claim &claim) {
            return claim.limit == limit;
        };
        hold.claims.erase(std::remove_if(hold.claims.begin(), hold.claims.end(), isOfLimit),
                          hold.claims.end());
    });
    d->limits.remove(id);
}

std::vector<RateLimit> BudgetEngine::limits() const
{
    return d->limits.limits();
}

} // namespace core
