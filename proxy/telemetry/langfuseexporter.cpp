// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/telemetry/langfuseexporter.h"

#include "proxy/telemetry/eventwords.h"
#include "proxy/telemetry/langfuseingestion.h"
#include "proxy/telemetry/otlpspan.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QVersionNumber>

#include <algorithm>

namespace proxy {
using namespace Qt::StringLiterals;

namespace {

/// A server is updated now and then; asking costs one small request.
constexpr std::chrono::hours VersionHolds{24};

QByteArray environmentOf(const core::TelemetrySettings &settings)
{
    const auto named = std::ranges::find(settings.resource,
                                         QByteArray("deployment.environment.name"),
                                         &std::pair<QByteArray, QByteArray>::first);
    return named == settings.resource.end() ? QByteArray() : named->second;
}

Delivery blocked(const QString &message)
{
    Delivery delivery;
    delivery.kind = Delivery::Kind::Blocked;
    delivery.message = message;
    return delivery;
}

} // namespace

namespace langfuse {

QByteArray authorization(const core::Secret &publicKey, const core::Secret &secret)
{
    return "Basic " + (publicKey.expose() + ':' + secret.expose()).toBase64();
}

QString faultOf(const core::Secret &publicKey, const core::Secret &secret)
{
    if (!publicKey.isSet() || !secret.isSet()) {
        return u"The public or the secret key is not there. Set both."_s;
    }
    if (publicKey.expose().startsWith("sk-lf-") || secret.expose().startsWith("pk-lf-")) {
        return u"The two keys are swapped: the public one begins with pk-lf-, the secret one with "
               "sk-lf-."_s;
    }
    return {};
}

bool takesOtlp(const QString &version)
{
    return QVersionNumber::fromString(version) >= QVersionNumber(3, 22, 0);
}

} // namespace langfuse

LangfuseExporter::LangfuseExporter(const ExportSite &site, const core::Destination &destination)
    : OtlpExporter(site,
                   destination,
                   {.langfuse = true,
                    .linked = destination.linked,
                    .conventions = core::Conventions::Latest,
                    .environment = environmentOf(site.settings)})
{}

void LangfuseExporter::deliver(const Events &events, Done done)
{
    const QString fault =
        langfuse::faultOf(secret(destination().publicKey), secret(destination().key));
    if (!fault.isEmpty()) {
        done(blocked(fault));
        return;
    }
    if (m_way == Way::Unknown || site().clock.now() - m_askedAt > VersionHolds) {
        ask(events, std::move(done));
    } else {
        send(events, std::move(done));
    }
}

void LangfuseExporter::ask(const Events &events, Done done)
{
    get(destination().url + "/api/public/health",
        {},
        [this, events, done = std::move(done)](const FetchResult &result) {
            takeVersion(result, events, done);
        });
}

void LangfuseExporter::takeVersion(const FetchResult &result,
                                   const Events &events,
                                   const Done &done)
{
    const QString version = QJsonDocument::fromJson(result.body).object()["version"_L1].toString();
    if (result.error || version.isEmpty()) {
        Delivery delivery = commonFailure(result).value_or(Delivery{});
        if (delivery.kind == Delivery::Kind::Done) {
            delivery = blocked(u"This does not answer as Langfuse does. Check the URL: it is the "
                               "server's own address, without a path of its API."_s);
        }
        done(delivery);
        return;
    }
    m_way = langfuse::takesOtlp(version) ? Way::Otlp : Way::Ingestion;
    m_askedAt = site().clock.now();
    send(events, done);
}

void LangfuseExporter::send(const Events &events, Done done)
{
    if (m_way == Way::Otlp) {
        sendOtlp(events, std::move(done));
    } else {
        sendIngestion(events, std::move(done));
    }
}

HeaderList LangfuseExporter::headers() const
{
    const core::Secret publicKey = secret(destination().publicKey);
    return {{"authorization", langfuse::authorization(publicKey, secret(destination().key))},
            {"x-langfuse-sdk-name", "capstan"},
            {"x-langfuse-sdk-version", site().version},
            {"x-langfuse-public-key", publicKey.expose()}};
}

void LangfuseExporter::sendOtlp(const Events &events, Done done)
{
    HeaderList list = headers();
    list.emplace_back("x-langfuse-ingestion-version", "4"); // shown at once, not minutes later
    post(destination().url + "/api/public/otel/v1/traces",
         std::move(list),
         body(events),
         [this, count = events.size(), done = std::move(done)](const FetchResult &result) {
             if (result.status == 404) {
                 m_way = Way::Unknown;
             }
             done(read(result, count));
         });
}

void LangfuseExporter::sendIngestion(const Events &events, Done done)
{
    const QByteArray environment = langfuse::environment(environmentOf(site().settings));
    post(destination().url + "/api/public/ingestion",
         headers(),
         langfuse::ingestionBody(events, environment),
         [this, events, done = std::move(done)](const FetchResult &result) {
             if (auto failure = commonFailure(result)) {
                 done(*failure);
                 return;
             }
             const langfuse::IngestionAnswer answer = langfuse::readIngestion(result, events);
             if (answer.wantsOtlp) {
                 m_way = Way::Otlp;
             }
             done(answer.delivery);
         });
}

} // namespace proxy
