// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/service/settingsfrom.h"

#include "app/commandline/startup.h"

#include <QTimeZone>

#include <algorithm>

namespace app {

namespace {

/// Base URLs are written with or without "/v1" (VLLM_BASE_URL has it); /tokenize and /metrics
/// stand beside it, so it is taken off.
QByteArray rootOf(QByteArray url)
{
    while (url.endsWith('/')) {
        url.chop(1);
    }
    if (url.endsWith("/v1")) {
        url.chop(3);
    }
    return url;
}

proxy::UpstreamSettings upstreamFrom(const core::Provider &provider, const QByteArray &defaultModel)
{
    proxy::UpstreamSettings upstream;
    upstream.name = QString::fromUtf8(provider.name);
    upstream.baseUrl = rootOf(provider.baseUrl);
    upstream.apiKey = provider.apiKey;
    upstream.defaultModel = defaultModel;
    upstream.whenClientGone = provider.onClientGone == core::OnClientGone::Drain
                                  ? proxy::WhenClientGone::Drain
                                  : proxy::WhenClientGone::Abort;
    upstream.connectTimeout = provider.connectTimeout;
    upstream.silenceTimeout = provider.timeout;
    return upstream;
}

/// Logical models of the provider that is served; a price holds under both names.
void addModels(const core::Configuration &configuration,
               const QByteArray &provider,
               proxy::Settings &settings)
{
    for (const core::Model &model : configuration.models) {
        if (model.provider != provider || model.physicalName.isEmpty()) {
            continue;
        }
        settings.physicalNames.insert(model.name, model.physicalName);
        if (model.price) {
            settings.prices.push_back(*model.price);
            settings.prices.back().model = QString::fromUtf8(model.physicalName);
        }
    }
}

} // namespace

core::Result<proxy::Settings> settingsFrom(const core::Configuration &configuration)
{
    const core::Provider &provider = configuration.providers.front();
    if (provider.type != core::ProviderType::OpenAi) {
        return core::Error{core::ErrorCode::InvalidInput,
                           QStringLiteral("The first provider, %1, is not of type openai.")
                               .arg(QString::fromUtf8(provider.name)),
                           QStringLiteral("Put an OpenAI-compatible provider, such as vLLM, first; "
                                          "the other types are not served yet.")};
    }
    const core::ServerSettings &server = configuration.server;
    proxy::Settings settings;
    settings.address = QHostAddress(QString::fromLatin1(server.listen));
    settings.port = server.port;
    settings.workers = server.workers;
    settings.ledgerFile = ledgerFile(configuration);
    settings.survivePowerLoss = server.durability == core::Durability::Power;
    settings.zone = QTimeZone::systemTimeZoneId();
    settings.upstream = upstreamFrom(provider, configuration.defaultModel);
    const core::BudgetDefaults &defaults = configuration.budgetDefaults;
    if (defaults.limit) {
        settings.defaultBudget = {*defaults.limit, defaults.softMark, defaults.hardMark};
    }
    settings.defaultSoftMark = defaults.softMark;
    settings.defaultHardMark = defaults.hardMark;
    settings.unpriced = server.unpriced;
    settings.prices = configuration.prices();
    addModels(configuration, provider.name, settings);
    settings.minimumAnswerTokens = server.minimumAnswerTokens;
    settings.adminToken = configuration.adminToken;
    settings.retention = configuration.retention;
    settings.limits.headerBytes = server.headerBytes;
    settings.limits.bodyBytes = server.bodyBytes;
    settings.limits.headerTime = server.headerTimeout;
    settings.limits.bodyTime = server.bodyTimeout;
    return settings;
}

} // namespace app
