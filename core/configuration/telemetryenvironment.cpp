// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/configuration/environment.h"
#include "core/configuration/telemetrysection.h"

#include <algorithm>

namespace core {
using namespace Qt::StringLiterals;

namespace {

bool has(const TelemetrySettings &settings, DestinationType type)
{
    return std::ranges::find(settings.destinations, type, &Destination::type) !=
           settings.destinations.end();
}

SecretName secretOf(const QProcessEnvironment &environment, const QByteArray &variable)
{
    return {variable, {}, Secret(environment.value(QString::fromUtf8(variable)).toUtf8())};
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

Outcome addLangfuse(const QProcessEnvironment &environment, TelemetrySettings &settings)
{
    Destination langfuse;
    langfuse.name = "langfuse";
    langfuse.type = DestinationType::Langfuse;
    langfuse.linked = false;
    langfuse.publicKey = secretOf(environment, "LANGFUSE_PUBLIC_KEY");
    langfuse.key = secretOf(environment, "LANGFUSE_SECRET_KEY");
    if (has(settings, langfuse.type) || !langfuse.publicKey.value.isSet() ||
        !langfuse.key.value.isSet()) {
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

void addHelicone(const QProcessEnvironment &environment, TelemetrySettings &settings)
{
    Destination helicone;
    helicone.name = "helicone";
    helicone.type = DestinationType::Helicone;
    helicone.key = secretOf(environment, "HELICONE_API_KEY");
    helicone.url = defaultUrl(helicone.type);
    if (!has(settings, helicone.type) && helicone.key.value.isSet()) {
        settings.destinations.push_back(helicone);
    }
}

/// DATABASE_URL names the file of the ledger, or a server that is to have a copy of it.
void addDatabase(const QProcessEnvironment &environment, TelemetrySettings &settings)
{
    Destination database;
    database.name = "postgresql";
    database.type = DestinationType::Postgres;
    database.key = secretOf(environment, "DATABASE_URL");
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
    otlp.headers = secretOf(environment, "OTEL_EXPORTER_OTLP_HEADERS");
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

bool isUnprotected(const QByteArray &url)
{
    return url.startsWith("http://") && !url.startsWith("http://127.") &&
           !url.startsWith("http://localhost") && !url.startsWith("http://[::1]");
}

} // namespace

Outcome addTelemetryFrom(const QProcessEnvironment &environment, TelemetrySettings &settings)
{
    for (const auto add : {addLangfuse, addOtlp}) {
        if (Outcome added = add(environment, settings); !added) {
            return added;
        }
    }
    addHelicone(environment, settings);
    addDatabase(environment, settings);
    addResource(environment, settings);
    addArtefacts(environment, settings.artefacts);
    return Done{};
}

std::vector<QString> telemetryWarnings(const TelemetrySettings &settings)
{
    std::vector<QString> warnings;
    for (const Destination &destination : settings.destinations) {
        const QString where =
            u"telemetry.destinations.%1: "_s.arg(QString::fromUtf8(destination.name));
        for (const SecretName *secret : {&destination.publicKey, &destination.key}) {
            if (!secret->environment.isEmpty() && !secret->value.isSet()) {
                warnings.push_back(where + u"%1 is not set, so it will refuse what is sent."_s.arg(
                                               QString::fromUtf8(secret->environment)));
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
