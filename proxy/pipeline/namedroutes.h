// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/routing/router.h"
#include "proxy/pipeline/target.h"

#include <span>

namespace proxy {

/// Records the routes of calls that name their model. Its targets stand in few orders, and each is
/// written once: writing it for every call took 3 of the call's 100 us. Single-threaded.
class NamedRoutes
{
public:
    /// `targets` in the order in which they are tried, then who was configured and can't serve.
    [[nodiscard]] core::RouteRecord
    recordOf(std::span<const Target> targets,
             std::span<const core::RouteDecision::Considered> absent);

private:
    struct Place
    {
        const Upstream *upstream = nullptr;
        QByteArray model;
    };
    struct Known
    {
        std::vector<Place> places;
        QByteArray json;
    };
    [[nodiscard]] static bool isAt(const Place &place, const Target &target);
    void remember(std::span<const Target> targets, const QByteArray &json);

    std::vector<Known> m_known;
};

} // namespace proxy
