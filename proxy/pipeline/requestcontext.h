// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/requestid.h"
#include "core/budget/budgetengine.h"
#include "core/keys/virtualkey.h"
#include "core/ledger/records.h"
#include "core/policy/policyengine.h"
#include "core/pricing/price.h"
#include "core/routing/router.h"
#include "proxy/dialects/openai.h"
#include "proxy/pipeline/tracecontext.h"
#include "proxy/server/exchange.h"
#include "proxy/upstream/modeldirectory.h"

#include <memory>
#include <optional>
#include <vector>

namespace proxy {

class Dialect;
struct Upstream;

/// The bound of one call, and how it was found.
struct CallBound
{
    qint64 promptTokens = 0;  ///< of all prompts together
    bool promptExact = false; ///< counted by the upstream itself
    qint64 outputTokens = 0;  ///< per choice
    qint64 choices = 1;
    qint64 audioSeconds = 0;
    core::Amounts amounts;
};

/// One metered request on its way: each step reads what the ones before it found and adds its own.
struct RequestContext
{
    // received
    core::RequestId id = core::RequestId::generate();
    core::Time receivedAt{};
    HttpRequest request;
    std::shared_ptr<ClientStream> client;
    QByteArray upstreamPath; ///< where it goes: "/v1/chat/completions"
    openai::CallFacts facts;
    TraceContext trace;                          ///< the client's
    std::shared_ptr<const core::VirtualKey> key; ///< the caller's, if it gave one
    QByteArray scope;                            ///< of seed S1's /api/chat, else empty
    QByteArray routeName;                        ///< of seed S3's /infer, else empty
    QByteArray tier; ///< "cheap", "expensive": as asked for, or as the model says

    // attributed, routed, priced
    core::Attribution attribution;
    core::PolicyVerdict verdict;
    /// The model before the policy or a budget took a cheaper one; empty: neither did.
    QByteArray askedModel;
    Upstream *upstream = nullptr; ///< of the current attempt, as are the next three
    ServedModel model;
    core::Price price;
    const Dialect *dialect = nullptr; ///< between this client and that provider
    /// The configuration's output limit, where the client gave none.
    std::optional<qint64> configuredMaxTokens;
    QByteArray cacheKey; ///< its answer may be kept under this; empty: it may not
    core::RouteRecord route;
    /// What chose the model where routing rules may; absent where there are none.
    std::optional<core::RouteReason> routedBy;
    int attempt = 1;
    QByteArray failedAttempts; ///< JSON list; empty on the first attempt

    // admitted
    CallBound bound;
    std::vector<core::Shortfall> shortfalls; ///< of the budgets that had no room at first
    std::optional<qint64> clampedTo;         ///< max_tokens lowered to what is affordable
    core::HoldId hold = core::HoldId::None;
    std::vector<QByteArray> disabledTools; ///< by budgets past a soft mark
    core::Decision decision = core::Decision::Allow;
    std::optional<core::BucketState> warning;
    std::optional<core::RateStanding> rate;
    std::vector<core::BudgetStanding> budgets; ///< that let it in, or were asked and refused it
    core::Duration queued{0}; ///< waited for room in a budget, in all attempts together
    core::Time admittedAt{};

    // sent, answered
    core::Time dispatchedAt{};
    core::Time firstByteAt{};
    core::Duration upstreamTime{0};

    // settled
    core::Money earlierCost;              ///< of the attempts before this one
    std::optional<core::Money> cost;      ///< of all attempts
    std::optional<core::Money> remaining; ///< of the tightest money budget that matches
};

} // namespace proxy
