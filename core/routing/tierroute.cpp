// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/routing/tierroute.h"

#include "core/configuration/scalars.h"

#include <QByteArrayList>

#include <algorithm>

namespace core {

using namespace Qt::StringLiterals;

namespace {

template <class List, class Name>
QString names(const List &list, Name name)
{
    QByteArrayList all;
    std::ranges::transform(list, std::back_inserter(all), name);
    return all.isEmpty() ? u"none"_s : QString::fromUtf8(all.join(", "));
}

} // namespace

Result<TierRoute>
tierRoute(const std::vector<Route> &routes, QByteArrayView path, QByteArrayView tier)
{
    const auto route = std::ranges::find_if(
        routes, [path](const Route &one) { return QByteArrayView(one.path) == path; });
    if (route == routes.end()) {
        return Error{ErrorCode::NotFound,
                     u"%1 is not a configured route."_s.arg(scalars::quoted(path)),
                     u"Configured: %1."_s.arg(names(routes, &Route::path))};
    }
    const auto found = std::ranges::find_if(route->tiers, [tier](const auto &one) {
        return tier.isEmpty() || QByteArrayView(one.first) == tier;
    });
    if (found == route->tiers.end()) {
        const auto name = &std::pair<QByteArray, QByteArray>::first;
        return Error{
            ErrorCode::InvalidInput,
            u"%1 is not a tier of %2."_s.arg(scalars::quoted(tier), QString::fromUtf8(route->path)),
            u"Its tiers: %1."_s.arg(names(route->tiers, name))};
    }
    return TierRoute{found->second, route->maxOutputTokens};
}

} // namespace core
