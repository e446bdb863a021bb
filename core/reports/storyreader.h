// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reports/attributions.h"
#include "core/reports/requeststory.h"

namespace core {

/// Everything that the ledger has about one request; nothing when it does not know the id.
[[nodiscard]] Result<std::optional<RequestStory>>
readStory(Connection &connection, Attributions &attributions, const RequestId &id);

} // namespace core
