// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/configuration/telemetrysection.h"

#include "core/configuration/telemetrycontent.h"
#include "core/credentials/credentialname.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace core {
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 Megabyte = qint64{1024} * 1024;

auto whole(auto &target, qint64 most, qint64 unit)
{
    return [&target, most, unit](const YamlNode &node) {
        qint64 number = 1;
        node.into(number, [most](QByteArrayView text) { return scalars::whole(text, 1, most); });
        target = static_cast<std::remove_reference_t<decltype(target)>>(number * unit);
    };
}

auto flag(bool &target)
{
    return [&target](const YamlNode &node) {
        node.oneOf(target, {{"true", true}, {"false", false}});
    };
}

/// `<prefix>_env` and `<prefix>_keychain` of one credential.
void addSecret(std::vector<YamlNode::Field> &fields,
               const QByteArray &prefix,
               SecretName &secret,
               const YamlFile &file)
{
    fields.push_back({prefix + "_env", [&secret, &file](const YamlNode &node) {
                          const auto text = node.text();
                          if (text && !scalars::variableName(*text)) {
                              // What fails here may be the key itself: it is not quoted.
                              const Error error = scalars::variableName(*text).error();
                              node.fail(error.message, error.remedy);
                          } else if (text) {
                              secret.environment = *text;
                              secret.value =
                                  Secret(file.environment.value(QString::fromUtf8(*text)).toUtf8());
                          }
                      }});
    fields.push_back({prefix + "_keychain", [&secret](const YamlNode &node) {
                          node.into(secret.keychain, scalars::name);
                      }});
}

void nameByDefault(SecretName &secret, QByteArrayView kind, const YamlFile &file)
{
    const SecretName usual = usualSecret(kind, file.environment);
    const bool isUsual = secret.environment == usual.environment && secret.keychain.isEmpty();
    if (!secret.isNamed() || isUsual) {
        secret = usual;
    }
}

void complete(Destination &destination, const YamlNode &node, const YamlFile &file)
{
    if (destination.type == DestinationType::Langfuse) {
        nameByDefault(destination.publicKey, credentials::LangfusePublicKey, file);
        nameByDefault(destination.key, credentials::LangfuseSecretKey, file);
    } else if (destination.type == DestinationType::Helicone) {
        nameByDefault(destination.key, credentials::HeliconeKey, file);
    } else if (destination.type == DestinationType::Postgres) {
        if (!destination.key.isNamed()) {
            destination.key.environment = "DATABASE_URL";
            destination.key.value =
                Secret(file.environment.value(u"DATABASE_URL"_s).trimmed().toUtf8());
        }
    } else if (destination.url.contains("/api/public/otel")) {
        // Its metrics address answers 200 and throws everything away.
        node.fail(u"is an address of Langfuse"_s,
                  u"Give type: langfuse and the server's own address as url."_s);
    }
    if (destination.url.isEmpty() && destination.type == DestinationType::Otlp) {
        node.fail(u"has no url"_s, u"Give the collector's address: http://localhost:4318."_s);
    }
}

Destination readDestination(const QByteArray &name, const YamlNode &node, const YamlFile &file)
{
    Destination destination;
    destination.name = name;
    std::optional<bool> linked;
    std::vector<YamlNode::Field> fields{
        {"type",
         [&](const YamlNode &n) {
             n.oneOf(destination.type,
                     {{"otlp", DestinationType::Otlp},
                      {"langfuse", DestinationType::Langfuse},
                      {"helicone", DestinationType::Helicone},
                      {"postgresql", DestinationType::Postgres}});
         },
         true},
        {"url",
         [&](const YamlNode &n) {
             n.into(destination.url, scalars::httpUrl);
         }},
        {"metrics", flag(destination.metrics)},
        {"linked",
         [&](const YamlNode &n) {
             n.oneOf(linked, {{"true", std::optional(true)}, {"false", std::optional(false)}});
         }},
        {"conventions",
         [&](const YamlNode &n) {
             n.oneOf(destination.conventions,
                     {{"v1.41", Conventions::Latest}, {"v1.36", Conventions::Legacy}});
         }},
    };
    fields.push_back({"content", [&](const YamlNode &n) {
                          readContentRules(n, destination.content);
                      }});
    addSecret(fields, "public_key", destination.publicKey, file);
    addSecret(fields, "secret_key", destination.key, file);
    addSecret(fields, "key", destination.key, file);
    addSecret(fields, "headers", destination.headers, file);
    node.readMap(fields);
    destination.linked = linked.value_or(destination.type == DestinationType::Otlp);
    if (destination.url.isEmpty()) {
        destination.url = defaultUrl(destination.type);
    }
    complete(destination, node, file);
    return destination;
}

void readArtefacts(const YamlNode &node, const YamlFile &file, Artefacts &artefacts)
{
    const auto path = [&file](QString &target) {
        return [&file, &target](const YamlNode &n) {
            if (const auto text = n.text(); text && !text->trimmed().isEmpty()) {
                target = QDir::cleanPath(
                    QFileInfo(file.name).absoluteDir().absoluteFilePath(QString::fromUtf8(*text)));
            } else {
                n.fail(u"is not a path"_s, u"Give the name of a file."_s);
            }
        };
    };
    node.readMap({
        {"telemetry", path(artefacts.telemetryFile)},
        {"decisions", path(artefacts.decisionsFile)},
        {"rotate_megabytes", whole(artefacts.rotateBytes, 1'000'000, Megabyte)},
        {"keep", whole(artefacts.keep, 1'000, 1)},
        {"sync", flag(artefacts.sync)},
    });
}

void readQueue(const YamlNode &node, TelemetrySettings &settings)
{
    qint64 hours = settings.maximumAge.count();
    node.readMap({
        {"max_megabytes", whole(settings.maximumBytes, 1'000'000, Megabyte)},
        {"max_age_hours", whole(hours, 24 * 3'650, 1)},
    });
    settings.maximumAge = std::chrono::hours(hours);
}

/// The one collector gets the usual headers; of several, nobody knows whose they are.
void completeHeaders(TelemetrySettings &settings, const YamlFile &file)
{
    const auto isOtlp = [](const Destination &one) {
        return one.type == DestinationType::Otlp;
    };
    const auto only = std::ranges::find_if(settings.destinations, isOtlp);
    if (std::ranges::count_if(settings.destinations, isOtlp) == 1) {
        nameByDefault(only->headers, credentials::OtlpHeaders, file);
    }
}

void readTelemetry(const YamlNode &node, const YamlFile &file, TelemetrySettings &settings)
{
    node.readMap({
        {"destinations",
         [&](const YamlNode &section) {
             section.readEntries([&](const QByteArray &name, const YamlNode &n) {
                 settings.destinations.push_back(readDestination(name, n, file));
             });
             completeHeaders(settings, file);
         }},
        {"resource",
         [&](const YamlNode &section) {
             section.readEntries([&](const QByteArray &name, const YamlNode &n) {
                 settings.resource.emplace_back(name, n.text().value_or(QByteArray()));
             });
         }},
        {"trace_context",
         [&](const YamlNode &n) {
             n.oneOf(settings.propagation,
                     {{"local", TracePropagation::Local},
                      {"always", TracePropagation::Always},
                      {"never", TracePropagation::Never}});
         }},
        {"queue",
         [&](const YamlNode &n) {
             readQueue(n, settings);
         }},
        {"artefacts",
         [&](const YamlNode &n) {
             readArtefacts(n, file, settings.artefacts);
         }},
    });
}

} // namespace

QByteArray defaultUrl(DestinationType type)
{
    switch (type) {
    case DestinationType::Langfuse:
        return "https://cloud.langfuse.com";
    case DestinationType::Helicone:
        return "https://api.worker.helicone.ai/custom/v1/log";
    default:
        return {};
    }
}

std::function<void(const YamlNode &)> telemetryReader(TelemetrySettings &target,
                                                      const YamlFile &file)
{
    return [&target, &file](const YamlNode &node) {
        readTelemetry(node, file, target);
    };
}

} // namespace core
