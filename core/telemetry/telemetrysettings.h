// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secret.h"
#include "core/telemetry/contentrules.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <functional>
#include <utility>
#include <vector>

namespace core {

/// Where a credential is found: by the name of an environment variable or of an entry of the
/// keychain. `value` is what the environment held when the configuration was read.
struct SecretName
{
    QByteArray environment{};
    QByteArray keychain{};
    Secret value{};

    [[nodiscard]] bool isNamed() const { return !environment.isEmpty() || !keychain.isEmpty(); }
    friend bool operator==(const SecretName &, const SecretName &) = default;
};

/// Gives the secret as it is now. Asked before every request, so that a rotated one is used at
/// once; any thread; must not block. An unset secret means "not there (yet)".
using SecretSource = std::function<Secret(const SecretName &)>;

enum class DestinationType : quint8 { Otlp, Langfuse, Helicone, Jsonl, Postgres };
[[nodiscard]] constexpr const char *destinationTypeName(DestinationType type)
{
    constexpr const char *Names[] = {"otlp", "langfuse", "helicone", "jsonl", "postgresql"};
    return Names[static_cast<std::size_t>(type)];
}

/// Which names of OpenTelemetry's GenAI conventions are used; never both, as receivers would add
/// them up.
enum class Conventions : quint8 {
    Latest, ///< 1.41: gen_ai.provider.name, gen_ai.usage.input_tokens
    Legacy, ///< 1.36 and before: gen_ai.system, gen_ai.usage.prompt_tokens
};

/// One place that every call is told to.
struct Destination
{
    QByteArray name{};
    DestinationType type = DestinationType::Otlp;
    QByteArray url{};       ///< base; of Helicone the whole URL; without a slash at its end
    SecretName publicKey{}; ///< of Langfuse
    SecretName key{};       ///< Langfuse's secret key, Helicone's API key, PostgreSQL's address
    SecretName headers{};   ///< of OTLP: "k1=v1,k2=v2", values percent-encoded
    bool metrics = true;    ///< of OTLP: send metrics as well
    /// The callers' own spans arrive there too, so ours may name them as parent. Without it a
    /// trace would have no root in Langfuse.
    bool linked = true;
    Conventions conventions = Conventions::Latest;
    ContentRules content{}; ///< of prompts and answers

    friend bool operator==(const Destination &, const Destination &) = default;
};

/// The files of seed S3, one JSON object a line.
struct Artefacts
{
    QString telemetryFile{}; ///< every call; empty: not written
    QString decisionsFile{}; ///< every decision; empty: not written
    qint64 rotateBytes =
        100LL * 1024 * 1024; ///< a larger file becomes FILE.1, that one FILE.2, ...
    int keep = 5;            ///< files besides the present one
    /// Wait for the disk after each batch; without it a power cut may lose the last seconds, which
    /// the ledger still has.
    bool sync = false;

    [[nodiscard]] bool areWanted() const
    {
        return !telemetryFile.isEmpty() || !decisionsFile.isEmpty();
    }
    friend bool operator==(const Artefacts &, const Artefacts &) = default;
};

/// To which upstreams the trace context goes on: it tells internal ids.
enum class TracePropagation : quint8 { Local, Always, Never };

/// The section `telemetry:` of the configuration.
struct TelemetrySettings
{
    std::vector<Destination> destinations{};
    Artefacts artefacts{};
    std::vector<std::pair<QByteArray, QByteArray>> resource{}; ///< attributes of the sender
    TracePropagation propagation = TracePropagation::Local;
    qint64 maximumBytes = 200LL * 1024 * 1024; ///< of the queue
    std::chrono::hours maximumAge{7 * 24};

    friend bool operator==(const TelemetrySettings &, const TelemetrySettings &) = default;
};

} // namespace core
