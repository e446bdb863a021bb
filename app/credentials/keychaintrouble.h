// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/credentials/keychain.h"
#include "core/credentials/credentialstanding.h"

#include <QString>

namespace app {

/// What is the matter with a keychain that answered so, and what to do; empty for Done. In the
/// language in force, which is English on the command line.
[[nodiscard]] core::KeychainTrouble troubleOf(KeychainAnswer answer, const QString &detail);

} // namespace app
