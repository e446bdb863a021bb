// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/configuration/configuration.h"
#include "proxy/settings.h"

namespace app {

/// The proxy's settings as the configuration says. InvalidInput for what this version cannot do.
[[nodiscard]] core::Result<proxy::Settings> settingsFrom(const core::Configuration &configuration);

/// Base URLs are written with or without "/v1" (VLLM_BASE_URL has it); /tokenize and /metrics stand
/// beside it, so it is taken off, as are slashes at the end.
[[nodiscard]] QByteArray upstreamRoot(QByteArray url);

} // namespace app
