// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/configuration/configurationreader.h"

#include "core/configuration/environment.h"
#include "core/configuration/sections.h"
#include "core/configuration/telemetrysection.h"
#include "core/configuration/variablecheck.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace core {

using namespace Qt::StringLiterals;

namespace {

/// A configuration of a thousand models has 200 kB; more is not a configuration.
constexpr qint64 MaximumFileBytes = 4 * 1024 * 1024;

Result<QByteArray> contentsOf(const QString &name)
{
    QFile file(name);
    if (QFileInfo(name).isDir() || !file.open(QIODevice::ReadOnly)) {
        const QString why = QFileInfo(name).isDir() ? u"is a folder"_s : file.errorString();
        return Error{ErrorCode::NotFound,
                     u"%1: cannot be read: %2."_s.arg(name, why),
                     u"Give the name of a readable file to --config."_s};
    }
    QByteArray text = file.read(MaximumFileBytes + 1);
    if (text.size() > MaximumFileBytes) {
        return Error{ErrorCode::InvalidInput,
                     u"%1: is larger than 4 MiB."_s.arg(name),
                     u"Give a configuration file."_s};
    }
    return text;
}

void addUpstream(std::vector<Provider> &providers, const std::optional<QByteArray> &url)
{
    const auto vllm = std::ranges::find(providers, "vllm"_ba, &Provider::name);
    if (vllm != providers.end()) {
        vllm->baseUrl = url.value_or(vllm->baseUrl);
    } else if (url || providers.empty()) {
        Provider provider;
        provider.name = "vllm"_ba;
        provider.baseUrl = url.value_or("http://localhost:8000/v1"_ba);
        providers.insert(providers.begin(), provider);
    }
}

void addWarnings(Configuration &configuration)
{
    for (const Provider &provider : configuration.providers) {
        if (!provider.isAvailable()) {
            configuration.warnings.push_back(
                u"providers.%1: %2 is not set, so its models are not available."_s.arg(
                    QString::fromUtf8(provider.name), QString::fromUtf8(provider.apiKeyName)));
        }
    }
}

void overlay(Configuration &configuration, const EnvironmentSettings &environment)
{
    addUpstream(configuration.providers, environment.upstreamUrl);
    if (environment.upstreamUrl) {
        configuration.written.push_back(u"providers.vllm.base_url"_s);
    }
    configuration.defaultModel = environment.defaultModel;
    configuration.budgetDefaults = environment.budgetDefaults;
    configuration.databaseFile = environment.databaseFile;
    configuration.adminToken = environment.adminToken;
    addWarnings(configuration);
}

} // namespace

Result<Configuration> readConfiguration(const QString &file, const QProcessEnvironment &environment)
{
    const Result<EnvironmentSettings> settings = readEnvironment(environment);
    if (!settings) {
        return settings.error();
    }
    if (const Outcome checked = checkVariables(environment); !checked) {
        return checked.error();
    }
    YamlFile yaml{file, environment, {}};
    SectionReader sections{yaml, {}, {}};
    if (!file.isEmpty()) {
        const Result<QByteArray> text = contentsOf(file);
        if (!text) {
            return text.error();
        }
        if (const std::optional<YamlNode> top = YamlNode::parse(*text, yaml)) {
            sections.read(*top);
        }
    }
    sections.configuration.written = yaml.written;
    // First, as a model may be served by the provider that the environment adds.
    overlay(sections.configuration, *settings);
    sections.checkReferences();
    if (yaml.error) {
        return *yaml.error;
    }
    TelemetrySettings &telemetry = sections.configuration.telemetry;
    if (const Outcome added = addTelemetryFrom(environment, telemetry); !added) {
        return added.error();
    }
    for (const QString &warning : telemetryWarnings(telemetry)) {
        sections.configuration.warnings.push_back(warning);
    }
    return std::move(sections.configuration);
}

} // namespace core
