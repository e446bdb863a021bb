// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/credentials/credentialstore.h"
#include "core/configuration/configuration.h"

#include <QStringList>
#include <QTextStream>

namespace app {

/// `capstan credential set|delete NAME` and `capstan credential list`: the words behind
/// "credential". A secret is read from standard input (without echo at a terminal), never from the
/// arguments, which other users can see. Runs an event loop of its own. The exit code.
[[nodiscard]] int runCredentialCommand(const QStringList &words,
                                       CredentialStore &store,
                                       QTextStream &out,
                                       QTextStream &err);

/// Loads what is kept and waits for it: for commands, which do nothing else meanwhile.
void waitForSecrets(CredentialStore &store);

/// The upstreams' keys, and what destinations keep under a name of their own, as kinds of secrets.
[[nodiscard]] std::vector<core::CredentialKind>
configuredCredentials(const core::Configuration &configuration);

/// The desktop's keychain, or none in a build without the desktop.
[[nodiscard]] std::unique_ptr<Keychain> makeKeychain();

} // namespace app
