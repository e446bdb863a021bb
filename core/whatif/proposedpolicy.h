// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/configuration/configuration.h"
#include "core/whatif/policyreplay.h"

namespace core {

/// A policy's text (`name` stands in errors) with what it needs to be judged by: the routes that
/// are configured, and the prices as this ledger lays them over each other.
[[nodiscard]] Result<ProposedPolicy> proposedPolicy(const QByteArray &text,
                                                    const QString &name,
                                                    const QString &ledgerFile,
                                                    const Configuration &configuration);

} // namespace core
