// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/configuration/configuration.h"

#include <vector>

namespace core {

/// What seed S3's routes make of a path and a tier.
struct TierRoute
{
    QByteArray model; ///< logical
    std::optional<qint64> maxOutputTokens;
};

/// NotFound for a path that is not configured, InvalidInput for a tier that the route has not;
/// both name what there is. An empty tier is the first one of the route (S3: "cheap").
[[nodiscard]] Result<TierRoute>
tierRoute(const std::vector<Route> &routes, QByteArrayView path, QByteArrayView tier);

} // namespace core
