// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/telemetry/otlpexporter.h"

#include "core/base/jsontext.h"
#include "core/base/jsonwriter.h"
#include "proxy/telemetry/otlpjson.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace proxy {
using namespace Qt::StringLiterals;

namespace otlp {

QByteArray envelope(const ExportSite &site,
                    QByteArrayView signal,
                    QByteArrayView itemsName,
                    const QByteArray &items)
{
    Attributes resource;
    bool isNamed = false;
    for (const auto &[name, value] : site.settings.resource) {
        resource.text(name, value);
        isNamed = isNamed || name == "service.name";
    }
    if (!isNamed) {
        resource.text("service.name", "capstan");
    }
    resource.text("service.version", site.version).text("service.instance.id", site.instance);
    resource.text("telemetry.sdk.language", "cpp").text("telemetry.sdk.name", "capstan");
    const QByteArray scope =
        core::JsonWriter()
            .raw("scope",
                 core::JsonWriter().text("name", "capstan").text("version", site.version).toJson())
            .raw(itemsName, '[' + items + ']')
            .toJson();
    const QByteArray one =
        core::JsonWriter()
            .raw("resource", core::JsonWriter().raw("attributes", resource.toJson()).toJson())
            .raw(QByteArray("scope").append(signal), '[' + scope + ']')
            .toJson();
    return core::JsonWriter().raw(QByteArray("resource").append(signal), '[' + one + ']').toJson();
}

HeaderList headersFrom(const core::Secret &text)
{
    HeaderList headers;
    for (const QByteArray &pair : text.expose().split(',')) {
        const qsizetype equals = pair.indexOf('=');
        if (equals > 0) {
            headers.emplace_back(pair.left(equals).trimmed().toLower(),
                                 QByteArray::fromPercentEncoding(pair.mid(equals + 1).trimmed()));
        }
    }
    return headers;
}

} // namespace otlp

OtlpExporter::OtlpExporter(const ExportSite &site, const core::Destination &destination)
    : OtlpExporter(site,
                   destination,
                   {.langfuse = false,
                    .linked = destination.linked,
                    .conventions = destination.conventions,
                    .environment = {}})
{}

OtlpExporter::OtlpExporter(const ExportSite &site,
                           const core::Destination &destination,
                           otlp::SpanStyle style)
    : HttpExporter(site, destination)
    , m_style(std::move(style))
{}

QByteArray OtlpExporter::body(const Events &events) const
{
    QByteArray spans;
    for (const core::OutboxEvent &event : events) {
        spans += (spans.isEmpty() ? "" : ",") + otlp::spanJson(event.event, m_style, event.content);
    }
    return otlp::envelope(site(), "Spans", "spans", spans);
}

void OtlpExporter::deliver(const Events &events, Done done)
{
    post(destination().url + "/v1/traces",
         otlp::headersFrom(secret(destination().headers)),
         body(events),
         [this, count = events.size(), done = std::move(done)](const FetchResult &result) {
             done(read(result, count));
         });
}

Delivery OtlpExporter::read(const FetchResult &result, std::size_t count) const
{
    if (auto failure = commonFailure(result)) {
        return *failure;
    }
    Delivery delivery;
    if (result.status < 200 || result.status >= 300) {
        // 400: bad data, and the server does not say which: the bad one is found by halving.
        delivery.kind = Delivery::Kind::Smaller;
        delivery.message =
            u"It refuses the data (%1: %2)."_s.arg(result.status).arg(wordsOf(result.body));
        return delivery;
    }
    // Partial success must not be repeated (opentelemetry-proto docs/specification.md).
    const QJsonObject partial =
        QJsonDocument::fromJson(result.body).object()["partialSuccess"_L1].toObject();
    const QJsonValue rejected = partial["rejectedSpans"_L1];
    const qint64 number =
        rejected.isString() ? rejected.toString().toLongLong() : rejected.toInteger();
    delivery.rejected = static_cast<int>(std::clamp<qint64>(number, 0, static_cast<qint64>(count)));
    delivery.message = partial["errorMessage"_L1].toString().simplified().left(200);
    return delivery;
}

} // namespace proxy
