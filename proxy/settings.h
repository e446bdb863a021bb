// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/money.h"
#include "core/configuration/configuration.h"
#include "core/credentials/credential.h"
#include "core/ledger/retention.h"
#include "core/limits/ratelimit.h"
#include "core/pricing/ownhardware.h"
#include "core/pricing/price.h"
#include "core/telemetry/telemetrysettings.h"
#include "proxy/server/limits.h"

#include <QByteArray>
#include <QHostAddress>
#include <QString>

#include <chrono>
#include <functional>
#include <memory>
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
    core::Credential apiKey;
    QString keyVariable;  ///< it can't be used before a key is set, here or in the keychain
    QString unavailable;  ///< why it can't be used at all ("its type is not served yet"); or empty
    bool isLocal = false; ///< costs nothing but power
    int maxRetries = 0;   ///< further attempts at one of its models, after others were tried
    WhenClientGone whenClientGone = WhenClientGone::Abort;
    std::optional<core::OwnHardware> ownHardware; ///< where it is the owner's own machine
    std::chrono::milliseconds connectTimeout{5'000};
    std::chrono::milliseconds silenceTimeout{600'000};

    /// A key that is missing now may be set while Capstan runs.
    [[nodiscard]] bool isUsable() const
    {
        return unavailable.isEmpty() && (keyVariable.isEmpty() || apiKey.present().isSet());
    }
    [[nodiscard]] QString whyUnavailable() const ///< empty: it is usable
    {
        const bool lacksKey = unavailable.isEmpty() && !isUsable();
        return lacksKey ? QStringLiteral("%1 is not set").arg(keyVariable) : unavailable;
    }
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
    std::vector<core::Model> models;              ///< logical
    qint64 cacheBytes = qint64{64} * 1024 * 1024; ///< of all answers kept
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
    std::chrono::seconds heartbeat{15}; ///< of silent streams of /api/chat; 0: none
    core::Retention retention;
    core::TelemetrySettings telemetry;
    core::SecretSource secrets; ///< of destinations; empty: what the configuration found
    /// The secrets of this run; what stands above and below names its place in it.
    std::shared_ptr<core::CredentialBox> credentials = std::make_shared<core::CredentialBox>();
    core::Credential adminToken;
    core::Credential internalSecret; ///< of /internal/llm/*, which is off without one
    bool spikeAlerts = true;         ///< a tenant's spike in spend is an alert
    bool legacyMetrics = false;      ///< /metrics has seed S2's families, too
    core::Credential webhook;        ///< address of the chat that is told of alerts
    /// For one command of the owner: no upstream is watched, and the budgets that come from outside
    /// (defaults, policy) stay as they are.
    bool onlyAdministers = false;
    bool requireKeys = false; ///< every call needs a virtual key
    std::vector<core::RateLimit> rateLimits;
    QString tlsCertificate; ///< PEM file; empty: plain HTTP
    QString tlsKey;
    std::vector<QByteArray> corsOrigins; ///< of pages whose scripts may call; lower-case
    std::vector<core::Route> routes;
    std::optional<core::Policy> policy;
    /// Reads the policy's file again, for a reload; any thread.
    std::function<core::Result<std::optional<core::Policy>>()> readPolicy;
    ServerLimits limits;
};

} // namespace proxy
