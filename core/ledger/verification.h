// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/connection.h"

#include <QString>

#include <vector>

namespace core::verification {

/// Adds everything up again and walks the chains. A sentence per difference; empty is good.
/// What retention took is proved by what it left: entries + pruned sums = roll-ups.
[[nodiscard]] Result<std::vector<QString>> differences(Connection &connection);

/// The part that asks whether each row is what its link says, and no row is missing or extra.
/// False when the connection failed.
[[nodiscard]] bool
checkChain(Connection &connection, QLatin1StringView chain, std::vector<QString> &sentences);

/// The part that asks whether packed sums say what their roll-ups say. False when the connection
/// failed.
[[nodiscard]] bool checkPacked(Connection &connection, std::vector<QString> &sentences);

} // namespace core::verification
