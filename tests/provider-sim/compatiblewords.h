// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providerwords.h"

namespace test {

/// The chat completions of those that serve OpenAI's API, each with its own habits.
[[nodiscard]] std::unique_ptr<ProviderWords> compatibleWords(Api api);

} // namespace test
