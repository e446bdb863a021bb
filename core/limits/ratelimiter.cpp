// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/limits/ratelimiter.h"

#include <algorithm>

namespace core {

namespace {

/// What a caller without an agent (a user, ...) is called where each has its own count: they share
/// one, so that leaving the name out is no way around a limit.
constexpr QByteArrayView Nobody = "(none)";

std::vector<Facet> wildcardsOf(const Selector &selector)
{
    std::vector<Facet> facets;
    for (const Selector::Term &term : selector.terms()) {
        if (term.value.isEmpty()) {
            facets.emplace_back(term);
        }
    }
    return facets;
}

QByteArray labelFor(const Selector &selector, const std::vector<QByteArray> &values)
{
    std::vector<Selector::Term> terms = selector.terms();
    auto value = values.begin();
    for (Selector::Term &term : terms) {
        if (term.value.isEmpty()) {
            term.value = value->isEmpty() ? Nobody.toByteArray() : *value;
            ++value;
        }
    }
    return Selector(std::move(terms)).toText();
}

bool usesMinute(const RateFigures &figures)
{
    return figures.requestsPerMinute || figures.tokensPerMinute;
}

bool usesHour(const RateFigures &figures)
{
    return figures.requestsPerHour || figures.tokensPerHour;
}

} // namespace

const RateLimiter::Limit &RateLimiter::set(const RateLimit &limit)
{
    auto &place = m_limits[limit.id];
    if (place && place->limit.selector == limit.selector) {
        place->limit = limit;
        return *place;
    }
    if (place) {
        m_index.remove(place->limit.selector, *place);
    }
    place = std::make_unique<Limit>(Limit{limit, wildcardsOf(limit.selector), {}});
    m_index.insert(limit.selector, *place);
    return *place;
}

const RateLimiter::Limit *RateLimiter::find(const QByteArray &id) const
{
    const auto found = m_limits.find(id);
    return found == m_limits.end() ? nullptr : found->second.get();
}

void RateLimiter::remove(const QByteArray &id)
{
    const auto found = m_limits.find(id);
    if (found != m_limits.end()) {
        m_index.remove(found->second->limit.selector, *found->second);
        m_limits.erase(found);
    }
}

std::vector<RateLimit> RateLimiter::limits() const
{
    std::vector<RateLimit> result;
    for (const auto &[id, limit] : m_limits) {
        result.push_back(limit->limit);
    }
    return result;
}

RateLimiter::Line &RateLimiter::lineOf(Limit &limit, const Attribution &attribution)
{
    const ValuesOf values{attribution, limit.wildcards};
    const auto known = limit.lines.find(values);
    if (known != limit.lines.end()) {
        return known->second;
    }
    Line &line = limit.lines[values.copied()];
    line.label = labelFor(limit.limit.selector, values.copied());
    return line;
}

RateLimiter::Claims RateLimiter::matching(const Attribution &attribution, Time now)
{
    Claims claims;
    m_index.forEachCandidate(attribution, [&](Limit &limit) {
        Line &line = lineOf(limit, attribution);
        const RateFigures &figures = limit.limit.figures;
        if (usesMinute(figures)) {
            line.minute.moveTo(now);
        }
        if (usesHour(figures)) {
            line.hour.moveTo(now);
        }
        claims.append({&limit, &line});
    });
    return claims;
}

void RateLimiter::take(Claims &claims, const RateUse &use)
{
    for (Claim &claim : claims) {
        const RateFigures &figures = claim.limit->limit.figures;
        if (usesMinute(figures)) {
            claim.minute = claim.line->minute.add(use);
        }
        if (usesHour(figures)) {
            claim.hour = claim.line->hour.add(use);
        }
        ++claim.line->running;
    }
}

std::optional<RateLimiter::Claim> RateLimiter::join(const Limit &limit,
                                                    const Attribution &attribution)
{
    const Selector &selector = limit.limit.selector;
    const auto isOther = [&](const Selector::Term &term) {
        return !term.value.isEmpty() && Facet(term).of(attribution) != QByteArrayView(term.value);
    };
    if (std::any_of(selector.terms().begin(), selector.terms().end(), isOther)) {
        return std::nullopt;
    }
    Line &line = lineOf(*m_limits.at(limit.limit.id), attribution);
    ++line.running;
    return Claim{&limit, &line};
}

void RateLimiter::correct(const Claims &claims, const RateUse &by)
{
    for (const Claim &claim : claims) {
        claim.line->minute.correct(claim.minute, by);
        claim.line->hour.correct(claim.hour, by);
    }
}

void RateLimiter::end(const Claims &claims)
{
    for (const Claim &claim : claims) {
        --claim.line->running;
    }
}

void RateLimiter::prune(Time now)
{
    const auto isIdle = [now](Line &line) {
        line.minute.moveTo(now);
        line.hour.moveTo(now);
        return line.running == 0 && line.minute.isEmpty() && line.hour.isEmpty();
    };
    for (const auto &[id, limit] : m_limits) {
        for (auto at = limit->lines.begin(); at != limit->lines.end();) {
            at = isIdle(at->second) ? limit->lines.erase(at) : std::next(at);
        }
    }
}

} // namespace core
