// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace core {

/// How well a count is known. Unknown is never zero: an unknown call is charged its bound.
enum class CountQuality : quint8 {
    Unknown,    ///< nothing was reported
    Estimated,  ///< our own count
    LowerBound, ///< the last running count of a stream that was cut (vllm-protocol section 2)
    Reported,   ///< the upstream's final count
};

/// Tokens of one call, normalised so that nothing is counted twice (vLLM
/// entrypoints/openai/engine/protocol.py: cached tokens are *inside* prompt_tokens there, and
/// are taken out here).
struct TokenUsage
{
    qint64 input = 0; ///< prompt tokens neither read from nor written to a cache
    qint64 cachedInput = 0;
    qint64 cacheWrite = 0;
    qint64 output = 0;    ///< all generated tokens, reasoning included
    qint64 reasoning = 0; ///< informative part of output, never charged again
    CountQuality quality = CountQuality::Unknown;
    qint64 audioSeconds = 0; ///< read, by whole seconds; such calls count no tokens

    [[nodiscard]] constexpr qint64 prompt() const { return input + cachedInput + cacheWrite; }
    [[nodiscard]] constexpr qint64 total() const { return prompt() + output; }
    friend bool operator==(const TokenUsage &, const TokenUsage &) = default;
};

} // namespace core
