// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/configuration/configuration.h"
#include "core/credentials/credentialbox.h"

#include <QProcessEnvironment>

namespace app {

/// Puts what the environment says of each kind of secret into the box.
void takeFromEnvironment(core::CredentialBox &box, const QProcessEnvironment &environment);

/// The same with what the configuration names and has read: the keys of the upstreams, and what
/// destinations have under a name of their own.
void takeConfigured(core::CredentialBox &box, const core::Configuration &configuration);

/// What exporters ask for their credentials, each time they use one.
[[nodiscard]] core::SecretSource secretsIn(const std::shared_ptr<const core::CredentialBox> &box);

} // namespace app
