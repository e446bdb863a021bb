// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/credentials/credentialname.h"

#include <algorithm>

namespace core {
using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype LongestName = 120;

bool isNameCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '.' || c == '_' || c == '/';
}
} // namespace

QByteArray credentials::ofProvider(QByteArrayView provider)
{
    return "provider/" + provider.toByteArray();
}

bool credentials::isName(QByteArrayView text)
{
    return !text.isEmpty() && text.size() <= LongestName &&
           std::ranges::all_of(text, isNameCharacter) && std::ranges::count(text, '/') <= 1;
}

const std::vector<CredentialKind> &credentialKinds()
{
    using namespace credentials;
    static const std::vector<CredentialKind> kinds{
        {AdminToken.toByteArray(), "CAPSTAN_ADMIN_TOKEN", u"Admin token"_s},
        {InternalSecret.toByteArray(), "LLM_PROXY_SECRET", u"Secret of internal services"_s},
        {LangfusePublicKey.toByteArray(), "LANGFUSE_PUBLIC_KEY", u"Langfuse public key"_s},
        {LangfuseSecretKey.toByteArray(), "LANGFUSE_SECRET_KEY", u"Langfuse secret key"_s},
        {HeliconeKey.toByteArray(), "HELICONE_API_KEY", u"Helicone API key"_s},
        {OtlpHeaders.toByteArray(), "OTEL_EXPORTER_OTLP_HEADERS", u"OpenTelemetry headers"_s},
        {WebhookUrl.toByteArray(), "CAPSTAN_WEBHOOK_URL", u"Webhook address"_s},
    };
    return kinds;
}

} // namespace core
