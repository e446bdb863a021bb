// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/keys/virtualkey.h"
#include "proxy/pipeline/workercontext.h"

#include <QByteArray>

namespace proxy {

/// The answer to GET /v1/models: "auto" where routing is on, the logical models, then all that the
/// providers list under names that are not taken yet, each with what it costs: a member "pricing":
/// {"input", "cached_input", "output"} in USD per million tokens, or null when it has no price. A
/// provider's card is otherwise as it sent it; a logical model's says "owned_by": "capstan" and, as
/// "root", what would serve it now (absent while nobody can).
[[nodiscard]] QByteArray modelList(const WorkerContext &worker);

/// The list without the models that the key may not use; all of it without a key.
[[nodiscard]] QByteArray onlyAllowed(const QByteArray &list, const core::VirtualKey *key);

} // namespace proxy
