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

} // namespace app
