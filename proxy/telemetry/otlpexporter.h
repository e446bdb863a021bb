// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "proxy/telemetry/httpexporter.h"
#include "proxy/telemetry/otlpspan.h"

namespace proxy {

/// Calls as spans to `<url>/v1/traces` (OTLP/HTTP in JSON). With the langfuse style it is what
/// Langfuse 3.22 and later take, at `<url>/api/public/otel/v1/traces`.
///
/// JSON and not protobuf: Debian 12 has the compiler but no package with OpenTelemetry's .proto
/// files, so those would have to be copied and kept up to date; and costs go out as their exact
/// decimal text. Not compressed: a server need not take gzip (opentelemetry-proto,
/// docs/specification.md), and a batch a second stays below a megabyte.
class OtlpExporter : public HttpExporter
{
public:
    OtlpExporter(const ExportSite &site, const core::Destination &destination);
    OtlpExporter(const ExportSite &site,
                 const core::Destination &destination,
                 otlp::SpanStyle style);

    void deliver(const Events &events, Done done) override;

protected:
    [[nodiscard]] QByteArray body(const Events &events) const;
    [[nodiscard]] Delivery read(const FetchResult &result, std::size_t count) const;

private:
    otlp::SpanStyle m_style;
};

namespace otlp {
/// {"resource":{"attributes":[...]}, "<scopes>":[{"scope":{...},"<items>":[...]}]}
[[nodiscard]] QByteArray envelope(const ExportSite &site,
                                  QByteArrayView signal,
                                  QByteArrayView itemsName,
                                  const QByteArray &items);
/// `k1=v1,k2=v2` with percent-encoded values (OTEL_EXPORTER_OTLP_HEADERS) as headers.
[[nodiscard]] HeaderList headersFrom(const core::Secret &text);
} // namespace otlp
} // namespace proxy
