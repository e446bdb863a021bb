// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pricing/price.h"
#include "proxy/upstream/modeldirectory.h"

#include <optional>

namespace proxy {

struct Upstream;

/// Where a call may be served: a provider, which says what dialect it speaks
/// (UpstreamSettings::type), and one of its models.
struct Target
{
    Upstream *upstream = nullptr; ///< never null; the worker's, outlives every call
    ServedModel model;
    std::optional<qint64> maxTokens{};  ///< output limit when the client gives none
    std::optional<core::Price> price{}; ///< as the configuration says for it; else the price book
};

} // namespace proxy
