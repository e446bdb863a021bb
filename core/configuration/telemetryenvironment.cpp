// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/configuration/environment.h"
#include "core/configuration/telemetrysection.h"
#include "core/credentials/credentialname.h"

#include <algorithm>

namespace core {
using namespace Qt::StringLiterals;

namespace {

bool has(const TelemetrySettings &settings, DestinationType type)
{
    return std::ranges::find(settings.destinations, type, &Destination::type) !=
           settings.destinations.end();
}

/// Whether it is there now, or will be when the keychain has answered.
bool isThere(const SecretName &secret, const QByteArrayList &kept)
{
    return secret.value.isSet() || kept.contains(secret.keychain);
}

/// The variable as an address; the other when it is not set.
Result<QByteArray>
urlOf(const QProcessEnvironment &environment, const QString &variable, const QByteArray &other)
{
    const QByteArray text = environment.value(variable).trimmed().toUtf8();
    if (text.isEmpty()) {
        return other;
    }
    Result<QByteArray> url = scalars::httpUrl(text);
    if (url.ok()) {
        return url;
    }
    return Error{ErrorCode::InvalidInput,
                 u"%1: %2 %3."_s.arg(variable, scalars::quoted(text), url.error().message),
                 url.error().remedy};
}

Outcome addLangfuse(const QProcessEnvironment &environment,
                    const QByteArrayList &kept,
                    TelemetrySettings &settings)
{
    Destination langfuse;
    langfuse.name = "langfuse";
    langfuse.type = DestinationType::Langfuse;
    langfuse.linked = false;
    langfuse.publicKey = usualSecret(credentials::LangfusePublicKey, environment);
    langfuse.key = usualSecret(credentials::LangfuseSecretKey, environment);
    if (has(settings, langfuse.type) || !isThere(langfuse.publicKey, kept) ||
        !isThere(langfuse.key, kept)) {
        return Done{};
    }
    const auto url = urlOf(environment, u"LANGFUSE_BASE_URL"_s, defaultUrl(langfuse.type));
    if (!url) {
        return url.error();
    }
    langfuse.url = *url;
    settings.destinations.push_back(langfuse);
    return Done{};
}

void addHelicone(const QProcessEnvironment &environment,
                 const QByteArrayList &kept,
                 TelemetrySettings &settings)
{
    Destination helicone;
    helicone.name = "helicone";
    helicone.type = DestinationType::Helicone;
    helicone.key = usualSecret(credentials::HeliconeKey, environment);
    helicone.url = defaultUrl(helicone.type);
    if (!has(settings, helicone.type) && isThere(helicone.key, kept)) {
        settings.destinations.push_back(helicone);
    }
}

/// DATABASE_URL names the file of the ledger, or a server that is to have a copy of it.
void addDatabase(const QProcessEnvironment &environment, TelemetrySettings &settings)
{
    Destination database;
    database.name = "postgresql";
    database.type = DestinationType::Postgres;
    database.key.environment = "DATABASE_URL";
    database.key.value = Secret(environment.value(u"DATABASE_URL"_s).trimmed().toUtf8());
    database.linked = false;
    if (!has(settings, database.type) && isPostgres(database.key.value.expose())) {
        settings.destinations.push_back(database);
    }
}

Outcome addOtlp(const QProcessEnvironment &environment, TelemetrySettings &settings)
{
    const bool isOff = environment.value(u"OTEL_SDK_DISABLED"_s).toLower() == "true"_L1;
    const auto url = urlOf(environment, u"OTEL_EXPORTER_OTLP_ENDPOINT"_s, {});
    if (!url) {
        return url.error();
    }
    if (isOff || url->isEmpty() || has(settings, DestinationType::Otlp)) {
        return Done{};
    }
    Destination otlp;
    otlp.name = "otlp";
    otlp.url = *url;
    otlp.headers = usualSecret(credentials::OtlpHeaders, environment);
    const QString optIn = environment.value(u"OTEL_SEMCONV_STABILITY_OPT_IN"_s);
    if (!optIn.isEmpty() && !optIn.contains("gen_ai_latest_experimental"_L1)) {
        otlp.conventions = Conventions::Legacy;
    }
    settings.destinations.push_back(otlp);
    return Done{};
}

void addResource(const QProcessEnvironment &environment, TelemetrySettings &settings)
{
    const auto set = [&settings](const QByteArray &name, const QByteArray &value) {
        const auto isNamed = [&name](const auto &one) {
            return one.first == name;
        };
        if (!name.isEmpty() && std::ranges::none_of(settings.resource, isNamed)) {
            settings.resource.emplace_back(name, value);
        }
    };
    // The first wins (specification, "General SDK Configuration").
    if (const QString name = environment.value(u"OTEL_SERVICE_NAME"_s); !name.isEmpty()) {
        set("service.name", name.toUtf8());
    }
    const QByteArray list = environment.value(u"OTEL_RESOURCE_ATTRIBUTES"_s).toUtf8();
    for (const QByteArray &pair : list.split(',')) {
        const qsizetype equals = pair.indexOf('=');
        if (equals > 0) {
            set(pair.left(equals).trimmed(),
                QByteArray::fromPercentEncoding(pair.mid(equals + 1).trimmed()));
        }
    }
}

void addArtefacts(const QProcessEnvironment &environment, Artefacts &artefacts)
{
    if (artefacts.telemetryFile.isEmpty()) {
        artefacts.telemetryFile = environment.value(u"TELEMETRY_PATH"_s);
    }
    if (artefacts.decisionsFile.isEmpty()) {
        artefacts.decisionsFile = environment.value(u"DECISIONS_PATH"_s);
    }
}

QString unsetWarning(const SecretName &secret)
{
    const QString variable = QString::fromUtf8(secret.environment);
    return secret.keychain.isEmpty()
               ? u"%1 is not set, so it will refuse what is sent."_s.arg(variable)
               : u"%1 is not set, so everything waits until the keychain has %2."_s.arg(
                     variable, QString::fromUtf8(secret.keychain));
}

bool isUnprotected(const QByteArray &url)
{
    return url.startsWith("http://") && !url.startsWith("http://127.") &&
           !url.startsWith("http://localhost") && !url.startsWith("http://[::1]");
}

} // namespace

SecretName usualSecret(QByteArrayView kind, const QProcessEnvironment &environment)
{
    const QByteArray name = kind.toByteArray();
    const auto &kinds = credentialKinds();
    const auto known = std::ranges::find(kinds, name, &CredentialKind::name);
    const QByteArray variable = known == kinds.end() ? QByteArray() : known->variable;
    const QString value = environment.value(QString::fromUtf8(variable));
    return {variable, name, Secret(value.trimmed().toUtf8())};
}

Outcome addTelemetryFrom(const QProcessEnvironment &environment, TelemetrySettings &settings)
{
    if (Outcome added = addOtlp(environment, settings); !added) {
        return added;
    }
    if (Outcome added = addKeptDestinations(environment, {}, settings); !added) {
        return added;
    }
    addDatabase(environment, settings);
    addResource(environment, settings);
    addArtefacts(environment, settings.artefacts);
    return Done{};
}

Outcome addKeptDestinations(const QProcessEnvironment &environment,
                            const QByteArrayList &kept,
                            TelemetrySettings &settings)
{
    Outcome added = addLangfuse(environment, kept, settings);
    addHelicone(environment, kept, settings);
    return added;
}

std::vector<QString> telemetryWarnings(const TelemetrySettings &settings)
{
    std::vector<QString> warnings;
    for (const Destination &destination : settings.destinations) {
        const QString where =
            u"telemetry.destinations.%1: "_s.arg(QString::fromUtf8(destination.name));
        for (const SecretName *secret : {&destination.publicKey, &destination.key}) {
            if (!secret->environment.isEmpty() && !secret->value.isSet()) {
                warnings.push_back(where + unsetWarning(*secret));
            }
        }
        if (isUnprotected(destination.url)) {
            warnings.push_back(where + u"its address is http, so the credential and the names of "
                                       "tenants and users travel unprotected."_s);
        }
    }
    return warnings;
}

} // namespace core
