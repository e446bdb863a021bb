// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/money.h"
#include "core/base/secret.h"
#include "core/configuration/configuration.h"
#include "core/ledger/retention.h"
#include "core/pricing/price.h"
#include "proxy/server/limits.h"

#include <QByteArray>
#include <QHostAddress>
#include <QString>

#include <chrono>
#include <functional>
#include <optional>
#include <vector>

namespace proxy {

/// What happens to a running call whose client hung up (pitfalls: "Drain or abort?").
enum class WhenClientGone : quint8 {
    Abort, ///< close the upstream: frees one's own GPU
    Drain, ///< read to the end: for upstreams that bill everything anyway
};

struct UpstreamSettings
{
    QByteArray id = "vllm";                ///< as the configuration calls it
    QString name = QStringLiteral("vllm"); ///< the same for the window
    core::ProviderType type = core::ProviderType::OpenAi;
    QByteArray baseUrl; ///< without a trailing "/v1" or slash
    core::Secret apiKey;
    QString unavailable;  ///< why it can't be used at all ("OPENAI_API_KEY is not set"); or empty
    bool isLocal = false; ///< costs nothing but power
    int maxRetries = 0;   ///< further attempts at one of its models, after others were tried
    WhenClientGone whenClientGone = WhenClientGone::Abort;
    std::chrono::milliseconds connectTimeout{5'000};
    std::chrono::milliseconds silenceTimeout{600'000};
};

/// BUDGET_DEFAULT_LIMIT and its fractions (S1-09 ... S1-11).
struct DefaultBudget
{
    core::Money limit;
    int softMark = 800'000;
    int hardMark = 1'000'000;
};

/// Everything the service is started with; plain values.
struct Settings
{
    QHostAddress address = QHostAddress(QHostAddress::LocalHost);
    quint16 port = 7007;
    int workers = 0;    ///< 0: min(4, cores)
    QString ledgerFile; ///< the SQLite file; its folder is created
    bool survivePowerLoss = false;
    QByteArray zone; ///< IANA zone of "today" in the window
    std::vector<UpstreamSettings> upstreams{UpstreamSettings{}}; ///< never empty
    QByteArray defaultModel; ///< for /api/chat without a model; empty: the first that is listed
    std::vector<core::Model> models; ///< logical
    core::RoutingRules routing;
    std::optional<DefaultBudget> defaultBudget;
    int defaultSoftMark = 800'000; ///< of budgets made through /api/budget
    int defaultHardMark = 1'000'000;
    std::vector<core::Price> prices; ///< the configuration's own, over the shipped ones
    /// What a model without a price costs; without it such a call is refused wherever a money cap
    /// applies, and counted at zero, marked unpriced, where none does.
    std::optional<core::Price> unpriced;
    /// An answer of fewer tokens is of no use: a clamp below it becomes a refusal.
    qint64 minimumAnswerTokens = 16;
    core::Secret adminToken;
    core::Retention retention;
    std::vector<core::Route> routes;
    std::optional<core::Policy> policy;
    /// Reads the policy's file again, for a reload; any thread.
    std::function<core::Result<std::optional<core::Policy>>()> readPolicy;
    ServerLimits limits;
};

} // namespace proxy
