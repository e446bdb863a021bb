// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/whatif/policyreplay.h"

#include <algorithm>

namespace core {

PolicyReplay::PolicyReplay(const ProposedPolicy &proposed)
    : m_proposed(proposed)
    , m_engine(proposed.policy)
{}

QByteArray PolicyReplay::tierOf(const QByteArray &model) const
{
    for (const Route &route : m_proposed.routes) {
        for (const auto &[tier, served] : route.tiers) {
            if (served == model) {
                return tier;
            }
        }
    }
    return {};
}

/// On the call's own route, else on the first one that serves its model.
QByteArray
PolicyReplay::modelOf(const QByteArray &tier, const QByteArray &path, const QByteArray &model) const
{
    const bool isKnown = std::ranges::any_of(
        m_proposed.routes, [&path](const Route &route) { return route.path == path; });
    for (const Route &route : m_proposed.routes) {
        const auto serves = [&model](const auto &one) {
            return one.second == model;
        };
        const bool isHere = isKnown ? route.path == path : std::ranges::any_of(route.tiers, serves);
        const auto target =
            std::ranges::find(route.tiers, tier, [](const auto &one) { return one.first; });
        if (isHere && target != route.tiers.end()) {
            return target->second;
        }
    }
    return {};
}

PolicyReplay::Judged
PolicyReplay::judge(const Attribution &recorded, const QByteArray &asked, Money bound, Time at)
{
    Judged judged{recorded, false, false, {}};
    QByteArray &space = judged.attribution.of(Dimension::Namespace);
    space = m_proposed.policy->namespaceFor(space);
    QByteArray &model = judged.attribution.of(Dimension::Model);
    model = asked.isEmpty() ? model : asked;
    const QByteArray tier = tierOf(model);
    const QByteArray &route = judged.attribution.of(Dimension::Route);
    const PolicyVerdict verdict =
        m_engine.evaluate({judged.attribution, route, model, tier, bound}, at);
    judged.rule = verdict.policyId;
    judged.isDenied = verdict.decision == PolicyVerdict::Decision::Deny;
    if (verdict.decision == PolicyVerdict::Decision::Downgrade) {
        const QByteArray cheaper = modelOf(verdict.tier, route, model);
        judged.isDowngraded = !cheaper.isEmpty() && cheaper != model;
        model = judged.isDowngraded ? cheaper : model;
    }
    return judged;
}

const Price *PolicyReplay::priceOf(const QByteArray &model, Time at) const
{
    return m_proposed.prices ? m_proposed.prices->find(QString::fromUtf8(model), at) : nullptr;
}

QByteArray PolicyReplay::downgrade(const Budget &budget, const QByteArray &model, Time at) const
{
    for (const SoftActions::Downgrade &rule : budget.atSoft.downgrades) {
        const bool fits = std::ranges::any_of(
            rule.from, [&model](const auto &from) { return from == "*" || from == model; });
        if (!fits || rule.to == model) {
            continue;
        }
        // Only to what is cheaper, as the pipeline does; by the rates, for want of the request.
        const Price *here = priceOf(model, at);
        const Price *there = priceOf(rule.to, at);
        if (here == nullptr || there == nullptr ||
            there->rates.input + there->rates.output < here->rates.input + here->rates.output) {
            return rule.to;
        }
    }
    return {};
}

} // namespace core
