// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secret.h"
#include "core/configuration/configuration.h"

#include <QTextStream>

namespace app {

/// `capstan reconcile`: asks the Capstan that runs at the configured address; where none does, the
/// ledger's own parts are compared. Runs an event loop of its own. 0: all agree; 1: they differ,
/// or it could not be found out.
[[nodiscard]] int runReconcile(const core::Configuration &configuration,
                               const core::Secret &adminToken,
                               QTextStream &out,
                               QTextStream &err);

} // namespace app
