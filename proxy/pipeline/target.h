// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pricing/price.h"
#include "proxy/upstream/modeldirectory.h"

#include <memory>
#include <optional>

namespace proxy {

struct Upstream;

/// Where a call may be served: a provider, which says what dialect it speaks
/// (UpstreamSettings::type), and one of its models.
struct Target
{
    Upstream *upstream = nullptr;             ///< never null; the worker's, outlives every call
    std::shared_ptr<const ServedModel> model; ///< never null
    std::optional<qint64> maxTokens{};        ///< output limit when the client gives none
    qint64 contextLength = 0;                 ///< as the configuration says; 0: it does not
    const core::Price *price = nullptr; ///< as the configuration says, which outlives every call
};

} // namespace proxy
