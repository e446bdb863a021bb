// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secret.h"
#include "core/budget/attribution.h"
#include "core/budget/budget.h"
#include "core/ledger/ledger.h"
#include "core/ledger/retention.h"
#include "core/limits/ratelimit.h"
#include "core/policy/policy.h"
#include "core/pricing/ownhardware.h"
#include "core/pricing/price.h"
#include "core/routing/routingrules.h"
#include "core/telemetry/telemetrysettings.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <optional>
#include <utility>
#include <vector>

namespace core {

/// Which wire format a provider speaks.
enum class ProviderType : quint8 { OpenAi, Anthropic, Gemini, Ollama };
/// What becomes of a running call whose client left (design section 4).
enum class OnClientGone : quint8 {
    Abort, ///< close the upstream connection: frees the GPU
    Drain, ///< read to the end: for an upstream that bills the whole answer anyway
};

/// An upstream. The first of Configuration::providers serves every model the file does not name.
struct Provider
{
    QByteArray name;
    ProviderType type = ProviderType::OpenAi;
    QByteArray baseUrl;    ///< absolute http(s), without a slash at its end
    QByteArray apiKeyName; ///< the environment variable of the key; empty: none needed
    Secret apiKey;         ///< not set although named: the provider is unavailable (S4-18)
    /// Not given: Abort where it is local, Drain elsewhere, as an answer that nobody waits for is
    /// billed there all the same, and told only at its end.
    std::optional<OnClientGone> onClientGone;
    /// A host that is up answers a SYN at once; longer only delays the fallback.
    std::chrono::milliseconds connectTimeout{5'000};
    /// Without a byte. vLLM is silent while it queues and prefills, hence long.
    std::chrono::milliseconds timeout{600'000};
    int maxRetries = 0; ///< further attempts at it, after others have been tried, 0..10
    /// Costs nothing but power: where the router goes when money is short. Not given: when its
    /// address is in a private network.
    std::optional<bool> isLocal;

    [[nodiscard]] bool isAvailable() const { return apiKeyName.isEmpty() || apiKey.isSet(); }
    friend bool operator==(const Provider &, const Provider &) = default;
};

/// One place where a logical model is served.
struct ModelTarget
{
    QByteArray provider;
    QByteArray physicalName;    ///< as the provider knows it
    int weight = 1;             ///< its share of the work, 1..1000
    std::optional<Price> price; ///< there; else the model's

    friend bool operator==(const ModelTarget &, const ModelTarget &) = default;
};

/// A logical model: the name clients use, and where it is served.
struct Model
{
    QByteArray name;
    std::vector<ModelTarget> targets; ///< never empty; replicas, between which the work is balanced
    double quality = 0.5;             ///< 0..1, for the router
    std::optional<qint64> maxTokens;  ///< output limit when the client gives none
    /// Tokens that it reads at most, where its provider does not tell: bounds calls with media.
    qint64 contextLength = 0;
    std::optional<Price> price; ///< Price::model is `name`, its source Configuration
    std::vector<QByteArray> fallbacks;
    /// Answers are kept this long for whoever of the same tenant asks the same; nullopt: never.
    std::optional<qint64> cacheSeconds;

    friend bool operator==(const Model &, const Model &) = default;
};

/// S3: a named route sends each tier to a logical model.
struct Route
{
    QByteArray path;                                      ///< "/answer-routed"
    std::vector<std::pair<QByteArray, QByteArray>> tiers; ///< "cheap" | "expensive", model
    std::optional<qint64> maxOutputTokens;

    friend bool operator==(const Route &, const Route &) = default;
};

/// For scopes without a budget of their own, and for budgets made without fractions. Fractions in
/// parts per million, as in Budget.
struct BudgetDefaults
{
    std::optional<Money> limit;   ///< BUDGET_DEFAULT_LIMIT, > 0; nullopt: such scopes have no cap
    int softMark = 800'000;       ///< BUDGET_SOFT_CAP, in (0, hardMark]
    int hardMark = Budget::Whole; ///< BUDGET_HARD_CAP, in (0, Whole]

    friend bool operator==(const BudgetDefaults &, const BudgetDefaults &) = default;
};

/// PEM files, absolute; both or none.
struct TlsFiles
{
    QString certificate;
    QString key;

    friend bool operator==(const TlsFiles &, const TlsFiles &) = default;
};

struct ServerSettings
{
    QByteArray listen = "127.0.0.1"; ///< an IP address
    quint16 port = 7007;             ///< 0 picks a free one
    int workers = 0;                 ///< 1..64; 0: min(4, cores)
    QString dataDir;                 ///< absolute; empty: the caller's default
    Durability durability = Durability::Process;
    std::chrono::milliseconds headerTimeout{10'000}; ///< a client talks at once or never
    std::chrono::milliseconds bodyTimeout{30'000};   ///< without a byte of the body
    qint64 headerBytes = 64 * 1024;                  ///< four times what browsers allow
    qint64 bodyBytes = 32 * 1024 * 1024;             ///< a long context with several images
    qint64 cacheBytes = 64 * 1024 * 1024;            ///< of all answers kept, some 20,000
    /// What a model without a price costs; nullopt refuses it wherever a money cap applies.
    std::optional<Price> unpriced;
    /// A clamp below this is no answer: then the call is refused instead.
    qint64 minimumAnswerTokens = 16;
    /// A silent stream of /api/chat gets a comment this often; 0: never. The HTML standard advises
    /// 15 seconds; nginx gives up after 60.
    std::chrono::seconds heartbeat{15};
    /// Every call needs a virtual key. Beyond this machine it does, whatever is set here.
    bool requireKeys = false;
    TlsFiles tls;                        ///< empty: plain HTTP
    std::vector<QByteArray> corsOrigins; ///< "https://chat.example": pages that may call; none

    friend bool operator==(const ServerSettings &, const ServerSettings &) = default;
};

/// All that Capstan is told from outside. A value: read once, shared immutably, swapped on reload.
/// Precedence: command line > environment > file > what the owner set in the window > what is built
/// in.
struct Configuration
{
    ServerSettings server;
    std::vector<Provider> providers; ///< never empty
    std::vector<Model> models;       ///< empty: every model that the upstream lists
    std::vector<Route> routes;
    RoutingRules routing;
    std::vector<RateLimit> limits; ///< their ids are "limits[0]", ...
    std::optional<Policy> policy;
    Retention retention;
    TelemetrySettings telemetry;
    /// By provider: what its machine costs, where it is the owner's.
    std::vector<std::pair<QByteArray, OwnHardware>> ownHardware;
    bool spikeAlerts = true;    ///< a tenant's spike in spend is an alert
    bool legacyMetrics = false; ///< /metrics has seed S2's families, too

    QByteArray defaultModel; ///< VLLM_MODEL, for requests that name none; may be empty
    BudgetDefaults budgetDefaults;
    QString databaseFile;          ///< DATABASE_URL; empty: ledger.db in the data folder
    Secret adminToken;             ///< CAPSTAN_ADMIN_TOKEN
    std::vector<QString> warnings; ///< sentences for the log and the window
    /// The keys that file, environment and command line say: "server.port".
    std::vector<QString> written;

    [[nodiscard]] bool isWritten(QStringView key) const;
    [[nodiscard]] const Provider *provider(QByteArrayView name) const; ///< nullptr: none
    [[nodiscard]] const Model *model(QByteArrayView name) const;       ///< nullptr: none
    /// The models' own prices, as an overlay for PriceBook::with.
    [[nodiscard]] std::vector<Price> prices() const;

    friend bool operator==(const Configuration &, const Configuration &) = default;
};

} // namespace core
