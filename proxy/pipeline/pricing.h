// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pricing/price.h"
#include "proxy/pipeline/workercontext.h"
#include "proxy/upstream/modeldirectory.h"

#include <optional>

namespace proxy {

/// What a served model costs now: by its id, else by where it was loaded from, else by the model
/// that it adapts. Priced by the upstream's own names, never by what the client calls it.
[[nodiscard]] std::optional<core::Price> priceOf(const WorkerContext &worker,
                                                 const ServedModel &model);

/// For calls under no money cap: counted, and charged nothing.
[[nodiscard]] core::Price unpriced();

} // namespace proxy
