// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <vector>

namespace core {

/// One secret that Capstan may be given: its name, the environment variable it is read from, and
/// what it is for. The upstreams' keys are named by their provider and not in this list.
struct CredentialKind
{
    QByteArray name;     ///< "langfuse-secret-key"
    QByteArray variable; ///< "LANGFUSE_SECRET_KEY"; empty: none
    QString purpose;     ///< "Langfuse secret key"

    friend bool operator==(const CredentialKind &, const CredentialKind &) = default;
};

namespace credentials {
inline constexpr QByteArrayView AdminToken = "admin-token";
inline constexpr QByteArrayView InternalSecret = "internal-secret";
inline constexpr QByteArrayView LangfusePublicKey = "langfuse-public-key";
inline constexpr QByteArrayView LangfuseSecretKey = "langfuse-secret-key";
inline constexpr QByteArrayView HeliconeKey = "helicone-api-key";
inline constexpr QByteArrayView OtlpHeaders = "otlp-headers";
inline constexpr QByteArrayView WebhookUrl = "webhook-url";

/// "provider/openai": the API key of an upstream.
[[nodiscard]] QByteArray ofProvider(QByteArrayView provider);
/// Letters, digits and - . _ with at most one slash; at most 120 characters.
[[nodiscard]] bool isName(QByteArrayView text);
} // namespace credentials

/// Every kind but the upstreams' keys.
[[nodiscard]] const std::vector<CredentialKind> &credentialKinds();

} // namespace core
