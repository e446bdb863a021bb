// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providerwords.h"

namespace test {

/// OpenAI's Responses: typed events, the usage in the last one only, no [DONE].
[[nodiscard]] std::unique_ptr<ProviderWords> responsesWords();

} // namespace test
