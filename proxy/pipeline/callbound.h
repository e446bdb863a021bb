// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "proxy/pipeline/requestcontext.h"

#include <optional>

namespace proxy {

/// Without a known context length (an upstream that does not tell) an answer is limited to this,
/// by setting max_tokens: a bound must be true.
inline constexpr qint64 OutputWithoutContext = 16'384;
/// And a template is taken to add this much, until the upstream has been asked.
inline constexpr qint64 OverheadWithoutTokenizer = 4'096;

/// No provider sells a model that reads more (Gemini 1.5 Pro: 2 Mi tokens). Without a known context
/// length a prompt that lies elsewhere (media by URL, files, earlier answers) may have so many,
/// unless the owner says less: a hold for such a call is large for as long as it runs.
inline constexpr qint64 LargestContext = 2'097'152;

/// The cheap upper bound: bytes of text plus the template's overhead, or the context length where
/// bytes say nothing (media, unknown template); never more than the context length.
/// Design section 4; vllm-protocol sections 3 and 5.
[[nodiscard]] CallBound
cheapBound(const openai::CallFacts &facts, const ServedModel &model, const core::Price &price);

/// The same with the prompt counted by the upstream, and the output limit it resolved, if told.
[[nodiscard]] CallBound exactBound(const openai::CallFacts &facts,
                                   const ServedModel &model,
                                   const core::Price &price,
                                   qint64 promptTokens);

/// The bound with at most `outputTokens` per choice.
[[nodiscard]] CallBound withOutput(CallBound bound, qint64 outputTokens, const core::Price &price);

/// The largest max_tokens that fits into what is left, or nothing when not even one token does.
[[nodiscard]] std::optional<qint64>
affordableMaxTokens(const CallBound &bound, const core::Price &price, const core::Headroom &room);

} // namespace proxy
