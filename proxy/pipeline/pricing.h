// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pricing/price.h"
#include "proxy/pipeline/target.h"
#include "proxy/pipeline/workercontext.h"

#include <optional>

namespace proxy {

/// What a target costs now: as its owner set it by hand, else as the configuration says for this
/// target or its logical model, else as the price book has it. The price book is asked for the
/// model's id, else for where it was loaded from, else for the model that it adapts: by the
/// upstream's own names, never by what the client calls it.
[[nodiscard]] std::optional<core::Price> priceOf(const WorkerContext &worker, const Target &target);
/// The same of a model that no target names; `configured` is what the configuration says.
[[nodiscard]] std::optional<core::Price> priceOf(const WorkerContext &worker,
                                                 const ServedModel &model,
                                                 const core::Price *configured = nullptr);

/// For calls under no money cap: counted, and charged nothing.
[[nodiscard]] core::Price unpriced();

} // namespace proxy
