// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/configuration/configuration.h"
#include "core/credentials/credentialbox.h"

#include <QProcessEnvironment>

namespace app {

/// Puts what the environment says of each kind of secret into the box.
void takeFromEnvironment(core::CredentialBox &box, const QProcessEnvironment &environment);

/// The same with the keys of the upstreams, which the configuration names and has read.
void takeProviderKeys(core::CredentialBox &box, const core::Configuration &configuration);

} // namespace app
