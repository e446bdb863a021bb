// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/money.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace core {

/// Which targets the router looked at, and what it thought of each, as the record's reason tells
/// it (core/routing/router.h).
struct RouteStory
{
    struct Candidate
    {
        QByteArray model;
        QByteArray provider;
        std::optional<double> score;
        Money cost;         ///< estimated for the request
        QByteArray verdict; ///< "chosen", "next", or why not
        QByteArray because; ///< why it was not available
    };
    QByteArray reason;   ///< "named", "rules", "budget"
    QByteArray taskType; ///< empty: none, as are the next three for a model that was named
    QByteArray quality;
    QByteArray tier;
    QByteArray mode;
    std::vector<Candidate> candidates;
};

/// Nothing where there was no choice, or the text is no route's reason.
[[nodiscard]] std::optional<RouteStory> routeStoryFrom(const QByteArray &reason);

} // namespace core
