// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/telemetry/exporters.h"

#include "proxy/telemetry/artefactexporter.h"
#include "proxy/telemetry/heliconeexporter.h"
#include "proxy/telemetry/langfuseexporter.h"
#include "proxy/telemetry/postgresexporter.h"

namespace proxy {

std::unique_ptr<Exporter> makeExporter(const ExportSite &site, const core::Destination &destination)
{
    switch (destination.type) {
    case core::DestinationType::Langfuse:
        return std::make_unique<LangfuseExporter>(site, destination);
    case core::DestinationType::Helicone:
        return std::make_unique<HeliconeExporter>(site, destination);
    case core::DestinationType::Jsonl:
        return std::make_unique<ArtefactExporter>(site.settings.artefacts);
    case core::DestinationType::Postgres:
        return std::make_unique<PostgresExporter>(site, destination);
    case core::DestinationType::Otlp:
        break;
    }
    return std::make_unique<OtlpExporter>(site, destination);
}

std::vector<core::Destination> destinationsOf(const core::TelemetrySettings &settings)
{
    std::vector<core::Destination> destinations = settings.destinations;
    if (settings.artefacts.areWanted()) {
        core::Destination files;
        files.name = "artefacts";
        files.type = core::DestinationType::Jsonl;
        destinations.push_back(files);
    }
    return destinations;
}

} // namespace proxy
