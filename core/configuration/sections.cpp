// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/configuration/sections.h"

#include "core/configuration/access.h"
#include "core/configuration/fields.h"
#include "core/configuration/prices.h"
#include "core/configuration/telemetrysection.h"
#include "core/policy/policyreader.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace core {

using namespace Qt::StringLiterals;
using namespace fields;

namespace {

Result<QString> path(QByteArrayView text)
{
    const QString name = QString::fromUtf8(text);
    if (name.trimmed().isEmpty()) {
        return Error{ErrorCode::InvalidInput, u"is not a path"_s, u"Give a path."_s};
    }
    return name;
}

/// Relative paths start at the file that names them, wherever Capstan was started.
QString besides(const QString &file, const QString &path)
{
    return QDir::cleanPath(QFileInfo(file).absoluteDir().absoluteFilePath(path));
}

void readUnpriced(ServerSettings &server, const YamlNode &node)
{
    if (node.isMap()) {
        server.unpriced = readPrice("*", node);
        return;
    }
    node.oneOf(server.unpriced, {{"refuse", std::optional<Price>()}});
}

} // namespace

void SectionReader::read(const YamlNode &top)
{
    const auto each = [this](auto reader) {
        return [this, reader](const YamlNode &section) {
            section.readEntries(
                [&](const QByteArray &name, const YamlNode &node) { (this->*reader)(name, node); });
        };
    };
    const auto whole = [this](auto reader) {
        return [this, reader](const YamlNode &node) {
            (this->*reader)(node);
        };
    };
    top.readMap({
        {"server", whole(&SectionReader::readServer)},
        {"providers", each(&SectionReader::readProvider)},
        {"models", each(&SectionReader::readModel)},
        {"routes", each(&SectionReader::readRoute)},
        {"routing", whole(&SectionReader::readRouting)},
        {"policy", whole(&SectionReader::readPolicy)},
        {"metrics", whole(&SectionReader::readMetrics)},
        {"alerts", whole(&SectionReader::readAlerts)},
        {"own_hardware", each(&SectionReader::readOwnHardware)},
        {"retention", whole(&SectionReader::readRetention)},
        {"limits",
         [this](const YamlNode &section) {
             readRateLimits(configuration.limits, section);
         }},
        {"telemetry", telemetryReader(configuration.telemetry, file)},
    });
}

void SectionReader::readServer(const YamlNode &node)
{
    ServerSettings &server = configuration.server;
    node.readMap({
        {"listen", into(server.listen, scalars::address)},
        {"port", into(server.port, scalars::port)},
        {"workers", into(server.workers, intFrom(1, 64))},
        {"data_dir", into(server.dataDir, path)},
        {"durability",
         [&](const YamlNode &n) {
             n.oneOf(server.durability,
                     {{"process", Durability::Process}, {"full", Durability::Power}});
         }},
        {"header_timeout_ms", into(server.headerTimeout, scalars::milliseconds)},
        {"body_timeout_ms", into(server.bodyTimeout, scalars::milliseconds)},
        {"header_bytes", into(server.headerBytes, wholeFrom(1024, 1 << 20))},
        {"body_bytes", into(server.bodyBytes, wholeFrom(1024, 1 << 30))},
        {"cache_bytes", into(server.cacheBytes, wholeFrom(1 << 20, qint64{1} << 34))},
        {"unpriced",
         [&](const YamlNode &n) {
             readUnpriced(server, n);
         }},
        {"minimum_answer_tokens", into(server.minimumAnswerTokens, wholeFrom(1, 100'000))},
        {"heartbeat_s", into(server.heartbeat, secondsFrom(0, 3'600))},
        {"require_keys",
         [&](const YamlNode &n) {
             n.oneOf(server.requireKeys, {{"true", true}, {"false", false}});
         }},
        {"tls",
         [&](const YamlNode &n) {
             n.readMap({{"certificate", into(server.tls.certificate, path), true},
                        {"key", into(server.tls.key, path), true}});
         }},
        {"cors_origins",
         [&](const YamlNode &list) {
             readCorsOrigins(server.corsOrigins, list);
         }},
    });
    for (QString *name : {&server.dataDir, &server.tls.certificate, &server.tls.key}) {
        *name = name->isEmpty() ? QString() : besides(file.name, *name);
    }
}

void SectionReader::readRetention(const YamlNode &node)
{
    constexpr qint64 BytesPerMegabyte = 1024 * 1024;
    constexpr qint64 MostMegabytes = 1024 * 1024; // a tebibyte
    qint64 megabytes = 0;
    node.readMap({
        {"days", into(configuration.retention.days, intFrom(0, 36'500))},
        {"max_size_mb", into(megabytes, wholeFrom(0, MostMegabytes))},
    });
    configuration.retention.bytes = megabytes * BytesPerMegabyte;
}

void SectionReader::readProvider(const QByteArray &name, const YamlNode &node)
{
    Provider provider;
    provider.name = name;
    node.readMap({
        {"type",
         [&](const YamlNode &n) {
             n.oneOf(provider.type,
                     {{"openai", ProviderType::OpenAi},
                      {"anthropic", ProviderType::Anthropic},
                      {"gemini", ProviderType::Gemini},
                      {"ollama", ProviderType::Ollama}});
         },
         true},
        {"base_url", into(provider.baseUrl, scalars::httpUrl), true},
        {"api_key_env",
         [&](const YamlNode &n) {
             // What fails here may be the key itself: it is not quoted.
             if (const auto text = n.text(); text && scalars::variableName(*text)) {
                 provider.apiKeyName = *text;
             } else if (text) {
                 const Error error = scalars::variableName(*text).error();
                 n.fail(error.message, error.remedy);
             }
         }},
        {"timeout_ms", into(provider.timeout, scalars::milliseconds)},
        {"connect_timeout_ms", into(provider.connectTimeout, scalars::milliseconds)},
        {"max_retries", into(provider.maxRetries, intFrom(0, 10))},
        {"on_client_gone",
         [&](const YamlNode &n) {
             n.oneOf(provider.onClientGone,
                     {{"abort", std::optional(OnClientGone::Abort)},
                      {"drain", std::optional(OnClientGone::Drain)}});
         }},
        {"local",
         [&](const YamlNode &n) {
             n.oneOf(provider.isLocal,
                     {{"true", std::optional(true)}, {"false", std::optional(false)}});
         }},
    });
    const QString key = QString::fromUtf8(provider.apiKeyName);
    provider.apiKey = Secret(file.environment.value(key).toUtf8());
    configuration.providers.push_back(provider);
}

void SectionReader::readRoute(const QByteArray &path, const YamlNode &node)
{
    Route route;
    if (const Result<QByteArray> valid = scalars::routePath(path); !valid) {
        node.fail(valid.error().message, valid.error().remedy);
    }
    route.path = path;
    const auto tier = [&](const char *name) {
        return [&, name](const YamlNode &n) {
            refer(Reference::To::Model, route.tiers.emplace_back(name, QByteArray()).second, n);
        };
    };
    node.readMap({
        {"tiers",
         [&](const YamlNode &n) {
             n.readMap({{"cheap", tier("cheap"), true}, {"expensive", tier("expensive"), true}});
         },
         true},
        {"max_output_tokens", into(route.maxOutputTokens, wholeFrom(1, MostTokens))},
    });
    configuration.routes.push_back(route);
}

void SectionReader::readPolicy(const YamlNode &node)
{
    if (node.isMap()) {
        configuration.policy = core::readPolicy(node);
        configuration.policy->file = file.name;
        return;
    }
    QString name;
    node.into(name, path);
    if (name.isEmpty()) {
        return; // the error is noted
    }
    QFile source(besides(file.name, name));
    if (!source.open(QIODevice::ReadOnly)) {
        node.fail(u"\"%1\" cannot be read: %2"_s.arg(name, source.errorString()),
                  u"Give a readable file, or the policy itself."_s);
        return;
    }
    YamlFile policyFile{source.fileName(), file.environment, {}};
    if (const std::optional<YamlNode> top = YamlNode::parse(source.readAll(), policyFile)) {
        configuration.policy = core::readPolicy(*top);
        configuration.policy->file = policyFile.name;
    } else if (!policyFile.error) {
        node.fail(u"\"%1\" is empty"_s.arg(name), u"Give version and namespaces."_s);
    }
    if (policyFile.error && !file.error) {
        file.error = policyFile.error;
    }
}

void SectionReader::refer(Reference::To to, QByteArray &target, const YamlNode &node)
{
    node.into(target, scalars::name);
    references.push_back({to, target, node});
}

void SectionReader::checkReferences() const
{
    const auto joined = [](const auto &list) {
        QByteArrayList names;
        std::ranges::transform(
            list, std::back_inserter(names), [](const auto &e) { return e.name; });
        return QString::fromUtf8(names.join(", "));
    };
    for (const Reference &reference : references) {
        const bool toProvider = reference.to == Reference::To::Provider;
        const bool found = toProvider ? configuration.provider(reference.name) != nullptr
                                      : configuration.model(reference.name) != nullptr;
        if (!found) {
            reference.at.fail(
                u"%1 is not one of the %2"_s.arg(scalars::quoted(reference.name),
                                                 toProvider ? u"providers"_s : u"models"_s),
                u"Defined: %1."_s.arg(toProvider ? joined(configuration.providers)
                                                 : joined(configuration.models)));
        }
    }
}

} // namespace core
