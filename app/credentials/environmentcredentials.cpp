// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credentials/environmentcredentials.h"

#include "core/credentials/credentialname.h"

namespace app {

void takeFromEnvironment(core::CredentialBox &box, const QProcessEnvironment &environment)
{
    for (const core::CredentialKind &kind : core::credentialKinds()) {
        const QString value = environment.value(QString::fromUtf8(kind.variable));
        box.put(
            kind.name, core::CredentialSource::Environment, core::Secret(value.trimmed().toUtf8()));
    }
}

void takeConfigured(core::CredentialBox &box, const core::Configuration &configuration)
{
    for (const core::Provider &provider : configuration.providers) {
        box.put(core::credentials::ofProvider(provider.name),
                core::CredentialSource::Environment,
                provider.apiKey);
    }
    for (const core::Destination &destination : configuration.telemetry.destinations) {
        for (const core::SecretName *secret :
             {&destination.publicKey, &destination.key, &destination.headers}) {
            if (!secret->keychain.isEmpty()) {
                box.put(secret->keychain, core::CredentialSource::Environment, secret->value);
            }
        }
    }
}

core::SecretSource secretsIn(const std::shared_ptr<const core::CredentialBox> &box)
{
    return [box](const core::SecretName &name) {
        const core::Secret known = box->find(name.keychain);
        return known.isSet() ? known : name.value;
    };
}

} // namespace app
