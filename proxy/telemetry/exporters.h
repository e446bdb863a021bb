// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "proxy/telemetry/httpexporter.h"

namespace proxy {

/// The exporter of that type of destination; both arguments outlive it.
[[nodiscard]] std::unique_ptr<Exporter> makeExporter(const ExportSite &site,
                                                     const core::Destination &destination);

/// All destinations of the settings, the files of seed S3 as one of them, named "artefacts".
[[nodiscard]] std::vector<core::Destination>
destinationsOf(const core::TelemetrySettings &settings);

} // namespace proxy
