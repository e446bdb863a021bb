// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/configuration/access.h"

#include <algorithm>

namespace core {

using namespace Qt::StringLiterals;

namespace {

Result<Dimension> dimension(QByteArrayView text)
{
    if (const std::optional<Dimension> found = dimensionFromName(text)) {
        return *found;
    }
    return Error{ErrorCode::InvalidInput,
                 u"is not a dimension"_s,
                 u"Give tenant, agent, user, key, feature, experiment, namespace, team, "
                 "provider, model or route."_s};
}

Result<Selector> selector(QByteArrayView text)
{
    return text == "*" ? Selector() : Selector::parse(text);
}

Result<qint64> figure(QByteArrayView text)
{
    return scalars::whole(text, 1, RateFigures::MostPerHour);
}

/// "https://chat.example:8443" as a browser sends it (RFC 6454, section 6.2): no path, no "*".
Result<QByteArray> origin(QByteArrayView text)
{
    const Result<QByteArray> url = scalars::httpUrl(text);
    const bool hasPath = url && url->indexOf('/', url->indexOf("://") + 3) >= 0;
    if (!url || hasPath || text.endsWith('/')) {
        return Error{ErrorCode::InvalidInput,
                     u"is not an origin"_s,
                     u"Give a scheme, a host and perhaps a port: https://chat.example."_s};
    }
    return url->toLower();
}

void readRateLimit(RateLimit &limit, const YamlNode &node)
{
    std::optional<Dimension> per;
    std::optional<Selector> match;
    RateFigures &figures = limit.figures;
    const auto into = [](auto &target, auto parser) {
        return [&target, parser](const YamlNode &n) {
            n.into(target, parser);
        };
    };
    node.readMap({
        {"per", into(per, dimension)},
        {"match", into(match, selector)},
        {"requests_per_minute", into(figures.requestsPerMinute, figure)},
        {"requests_per_hour", into(figures.requestsPerHour, figure)},
        {"tokens_per_minute", into(figures.tokensPerMinute, figure)},
        {"tokens_per_hour", into(figures.tokensPerHour, figure)},
        {"parallel", into(figures.parallel, figure)},
    });
    if (figures.limitNothing()) {
        node.fail(u"limits nothing"_s,
                  u"Give requests_per_minute, requests_per_hour, tokens_per_minute, "
                  "tokens_per_hour or parallel."_s);
    }
    if (!per && !match) {
        node.fail(u"does not say whose calls it limits"_s,
                  u"Give per (a dimension), match (a selector, or \"*\" for all), or both."_s);
    }
    std::vector<Selector::Term> terms = match.value_or(Selector()).terms();
    if (per) {
        const bool isTwice = std::ranges::any_of(terms, [&](const Selector::Term &term) {
            return term.tagName.isEmpty() && term.dimension == *per;
        });
        if (isTwice) {
            node.fail(u"names one dimension in per and in match"_s, u"Leave one of them out."_s);
        }
        terms.push_back({*per, {}, {}});
    }
    limit.selector = Selector(std::move(terms));
}

} // namespace

void readRateLimits(std::vector<RateLimit> &limits, const YamlNode &list)
{
    list.readList([&](const YamlNode &node) {
        RateLimit &limit = limits.emplace_back();
        limit.id = "limits[" + QByteArray::number(qint64(limits.size()) - 1) + ']';
        readRateLimit(limit, node);
    });
}

void readCorsOrigins(std::vector<QByteArray> &origins, const YamlNode &list)
{
    list.readList([&](const YamlNode &node) { node.into(origins.emplace_back(), origin); });
}

} // namespace core
