// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/service/settingsfrom.h"

#include "app/commandline/startup.h"
#include "app/credentials/environmentcredentials.h"
#include "core/credentials/credentialname.h"
#include "proxy/upstream/origin.h"

#include <QTimeZone>

#include <algorithm>

namespace app {

namespace {

proxy::UpstreamSettings upstreamFrom(const core::Provider &provider)
{
    proxy::UpstreamSettings upstream;
    upstream.id = provider.name;
    upstream.name = QString::fromUtf8(provider.name);
    upstream.type = provider.type;
    upstream.baseUrl = upstreamRoot(provider.baseUrl);
    upstream.keyVariable = QString::fromUtf8(provider.apiKeyName);
    upstream.isLocal = provider.isLocal.value_or(proxy::isPrivate(upstream.baseUrl));
    upstream.maxRetries = provider.maxRetries;
    const auto usual = upstream.isLocal ? core::OnClientGone::Abort : core::OnClientGone::Drain;
    upstream.whenClientGone = provider.onClientGone.value_or(usual) == core::OnClientGone::Drain
                                  ? proxy::WhenClientGone::Drain
                                  : proxy::WhenClientGone::Abort;
    upstream.connectTimeout = provider.connectTimeout;
    upstream.silenceTimeout = provider.timeout;
    return upstream;
}

/// A logical model's price holds for its physical names as well, where these are asked for by
/// themselves; of two models with the same one the first says it.
void addPhysicalPrices(const core::Configuration &configuration, std::vector<core::Price> &prices)
{
    for (const core::Model &model : configuration.models) {
        for (const core::ModelTarget &target : model.targets) {
            const std::optional<core::Price> &price = target.price ? target.price : model.price;
            if (price) {
                prices.push_back(*price);
                prices.back().model = QString::fromUtf8(target.physicalName);
            }
        }
    }
}

/// By their names rather than by value, so that a rotated secret is in force at once.
void addCredentials(const core::Configuration &configuration, proxy::Settings &settings)
{
    using core::CredentialSource;
    core::CredentialBox &box = *settings.credentials;
    box.put(core::credentials::AdminToken.toByteArray(),
            CredentialSource::Environment,
            configuration.adminToken);
    takeConfigured(box, configuration);
    settings.secrets = secretsIn(settings.credentials);
    settings.adminToken = {settings.credentials, core::credentials::AdminToken.toByteArray()};
    settings.internalSecret = {settings.credentials,
                               core::credentials::InternalSecret.toByteArray()};
    settings.webhook = {settings.credentials, core::credentials::WebhookUrl.toByteArray()};
    for (proxy::UpstreamSettings &upstream : settings.upstreams) {
        upstream.apiKey = {settings.credentials, core::credentials::ofProvider(upstream.id)};
    }
}

void addOwnHardware(const core::Configuration &configuration, proxy::Settings &settings)
{
    for (const auto &[provider, hardware] : configuration.ownHardware) {
        const auto upstream =
            std::ranges::find(settings.upstreams, provider, &proxy::UpstreamSettings::id);
        if (upstream != settings.upstreams.end()) {
            upstream->ownHardware = hardware;
        }
    }
}

void addLimits(const core::ServerSettings &server, decltype(proxy::Settings::limits) &limits)
{
    limits.headerBytes = server.headerBytes;
    limits.bodyBytes = server.bodyBytes;
    limits.headerTime = server.headerTimeout;
    limits.bodyTime = server.bodyTimeout;
}

} // namespace

QByteArray upstreamRoot(QByteArray url)
{
    while (url.endsWith('/')) {
        url.chop(1);
    }
    for (const QByteArrayView version : {"/v1", "/v1beta"}) { // the latter is Gemini's
        if (url.endsWith(version)) {
            url.chop(version.size());
        }
    }
    return url;
}

namespace {
void addServer(const core::ServerSettings &server, proxy::Settings &settings)
{
    settings.address = QHostAddress(QString::fromLatin1(server.listen));
    settings.port = server.port;
    settings.workers = server.workers;
    settings.survivePowerLoss = server.durability == core::Durability::Power;
    settings.cacheBytes = server.cacheBytes;
    settings.unpriced = server.unpriced;
    settings.minimumAnswerTokens = server.minimumAnswerTokens;
    settings.heartbeat = server.heartbeat;
    settings.requireKeys = server.requireKeys || !settings.address.isLoopback();
    settings.corsOrigins = server.corsOrigins;
    settings.tlsCertificate = server.tls.certificate;
    settings.tlsKey = server.tls.key;
    addLimits(server, settings.limits);
}
} // namespace

core::Result<proxy::Settings> settingsFrom(const core::Configuration &configuration)
{
    proxy::Settings settings;
    addServer(configuration.server, settings);
    settings.ledgerFile = ledgerFile(configuration);
    settings.zone = QTimeZone::systemTimeZoneId();
    settings.upstreams.clear();
    std::ranges::transform(
        configuration.providers, std::back_inserter(settings.upstreams), upstreamFrom);
    settings.defaultModel = configuration.defaultModel;
    settings.models = configuration.models;
    settings.routing = configuration.routing;
    const core::BudgetDefaults &defaults = configuration.budgetDefaults;
    if (defaults.limit) {
        settings.defaultBudget = {*defaults.limit, defaults.softMark, defaults.hardMark};
    }
    addOwnHardware(configuration, settings);
    settings.spikeAlerts = configuration.spikeAlerts;
    settings.legacyMetrics = configuration.legacyMetrics;
    settings.defaultSoftMark = defaults.softMark;
    settings.defaultHardMark = defaults.hardMark;
    settings.prices = configuration.prices();
    addPhysicalPrices(configuration, settings.prices);
    settings.retention = configuration.retention;
    settings.telemetry = configuration.telemetry;
    addCredentials(configuration, settings);
    settings.rateLimits = configuration.limits;
    settings.routes = configuration.routes;
    settings.policy = configuration.policy;
    return settings;
}

} // namespace app
