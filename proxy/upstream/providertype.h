// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/configuration/configuration.h"
#include "proxy/server/exchange.h"
#include "proxy/upstream/modeldirectory.h"

#include <QByteArray>

#include <vector>

namespace proxy {

// What differs between types of providers beside their dialects (vllm-protocol section 6).

/// Lower-case name of the header that takes the key as it is; empty: Authorization: Bearer.
[[nodiscard]] QByteArray keyHeaderOf(core::ProviderType type);
/// Headers that every request to it needs.
[[nodiscard]] HeaderList headersOf(core::ProviderType type);

/// Where it lists its models; all on one page.
[[nodiscard]] QByteArray modelListPath(core::ProviderType type);
/// Those of its answer; empty for what is none. Only vLLM's tell a context length.
[[nodiscard]] std::vector<ServedModel> modelsFrom(core::ProviderType type, const QByteArray &json);

} // namespace proxy
