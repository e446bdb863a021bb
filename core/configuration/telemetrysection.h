// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/configuration/yamlnode.h"
#include "core/telemetry/telemetrysettings.h"

namespace core {

/// Reads the section `telemetry:` (destinations, resource, trace_context, queue, artefacts) into
/// `target`. Errors are noted in the node's file. Both arguments must outlive the reader.
[[nodiscard]] std::function<void(const YamlNode &)> telemetryReader(TelemetrySettings &target,
                                                                    const YamlFile &file);

/// Adds what the environment variables of the seeds and of OpenTelemetry ask for, where the file
/// says nothing of it: LANGFUSE_PUBLIC_KEY, _SECRET_KEY and _BASE_URL, HELICONE_API_KEY,
/// OTEL_EXPORTER_OTLP_ENDPOINT and _HEADERS, OTEL_SERVICE_NAME, OTEL_RESOURCE_ATTRIBUTES,
/// OTEL_SEMCONV_STABILITY_OPT_IN, OTEL_SDK_DISABLED, TELEMETRY_PATH, DECISIONS_PATH. An empty one
/// counts as unset: telemetry is optional. InvalidInput, naming the variable, for an address that
/// cannot be used.
[[nodiscard]] Outcome addTelemetryFrom(const QProcessEnvironment &environment,
                                       TelemetrySettings &settings);

/// A secret of one of the usual kinds (credentialname.h), by its usual variable and under its usual
/// name in the keychain.
[[nodiscard]] SecretName usualSecret(QByteArrayView kind, const QProcessEnvironment &environment);

/// Adds Langfuse and Helicone where nothing was said of them, as their variables do, for one whose
/// secrets are all set or among `kept`: names of what the keychain keeps.
[[nodiscard]] Outcome addKeptDestinations(const QProcessEnvironment &environment,
                                          const QByteArrayList &kept,
                                          TelemetrySettings &settings);

/// Where that type of destination usually is; empty for OTLP.
[[nodiscard]] QByteArray defaultUrl(DestinationType type);

/// Sentences about what will not work, or is not wise.
[[nodiscard]] std::vector<QString> telemetryWarnings(const TelemetrySettings &settings);

} // namespace core
