// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/configuration/configuration.h"

#include <QByteArray>

namespace app {

/// Asks the Capstan that owns the ledger, because two programs must not write it: one request to
/// the address that the configuration (or --port) names. Blocks.
///
/// Failure: Unavailable when nobody answers there; what it says when it refuses.
[[nodiscard]] core::Result<QByteArray> askOwner(const core::Configuration &configuration,
                                                const QByteArray &method,
                                                const QByteArray &path,
                                                const QByteArray &body = {});

} // namespace app
