// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/configuration/configuration.h"
#include "core/policy/policyengine.h"
#include "core/pricing/pricebook.h"

#include <memory>
#include <optional>
#include <vector>

namespace core {

/// A policy that is proposed, with what it needs to be judged by.
struct ProposedPolicy
{
    std::shared_ptr<const Policy> policy;
    std::vector<Route> routes;               ///< which model serves a tier
    std::shared_ptr<const PriceBook> prices; ///< of the models that a call may be moved to
};

/// The rules of a policy, asked again for recorded calls as the pipeline's policy step asks them.
/// A call's model is the one that it asked for, as far as that was recorded.
class PolicyReplay
{
public:
    explicit PolicyReplay(const ProposedPolicy &proposed);

    /// What becomes of a call: its namespace is the policy's, its model may be a cheaper one.
    struct Judged
    {
        Attribution attribution;
        bool isDenied = false;
        bool isDowngraded = false;
        QByteArray rule; ///< that decided
    };
    [[nodiscard]] Judged
    judge(const Attribution &recorded, const QByteArray &asked, Money bound, Time at);

    /// The model that a budget past its mark moves this one to; empty: none does.
    [[nodiscard]] QByteArray
    downgrade(const Budget &budget, const QByteArray &model, Time at) const;
    /// Null when the model has no price.
    [[nodiscard]] const Price *priceOf(const QByteArray &model, Time at) const;

private:
    [[nodiscard]] QByteArray tierOf(const QByteArray &model) const;
    [[nodiscard]] QByteArray
    modelOf(const QByteArray &tier, const QByteArray &route, const QByteArray &model) const;

    const ProposedPolicy &m_proposed;
    PolicyEngine m_engine;
};

} // namespace core
