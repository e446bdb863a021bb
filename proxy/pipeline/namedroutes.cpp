// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/pipeline/namedroutes.h"

#include "proxy/upstream/upstreams.h"

#include <algorithm>

namespace proxy {
using namespace Qt::StringLiterals;

namespace {

/// More than the orders of ten models with three replicas; looking through them is still nothing.
constexpr std::size_t MostKnown = 64;

core::RouteDecision decisionOf(std::span<const Target> targets,
                               std::span<const core::RouteDecision::Considered> absent)
{
    core::RouteDecision decision;
    decision.reason = core::RouteReason::Named;
    decision.considered.reserve(targets.size() + absent.size());
    for (const Target &target : targets) {
        const bool isFirst = decision.considered.empty();
        decision.considered.push_back(
            {{.model = target.model->id, .provider = target.upstream->settings().id},
             {},
             isFirst ? "chosen"_ba : "next"_ba});
    }
    decision.considered.insert(decision.considered.end(), absent.begin(), absent.end());
    return decision;
}

} // namespace

bool NamedRoutes::isAt(const Place &place, const Target &target)
{
    const QByteArray &model = target.model->id;
    return place.upstream == target.upstream &&
           (place.model.isSharedWith(model) || place.model == model);
}

core::RouteRecord NamedRoutes::recordOf(std::span<const Target> targets,
                                        std::span<const core::RouteDecision::Considered> absent)
{
    if (targets.size() + absent.size() < 2) {
        return {};
    }
    if (absent.empty()) {
        const auto known = std::ranges::find_if(m_known, [targets](const Known &one) {
            return std::ranges::equal(one.places, targets, isAt);
        });
        if (known != m_known.end()) {
            return {known->json, true};
        }
    }
    const core::RouteDecision decision = decisionOf(targets, absent);
    core::RouteRecord record = decision.toRecord();
    if (record.repeats && absent.empty()) {
        remember(targets, record.json);
    }
    return record;
}

void NamedRoutes::remember(std::span<const Target> targets, const QByteArray &json)
{
    if (m_known.size() == MostKnown) {
        m_known.clear();
    }
    Known &known = m_known.emplace_back();
    known.json = json;
    for (const Target &target : targets) {
        known.places.push_back({target.upstream, target.model->id});
    }
}

} // namespace proxy
