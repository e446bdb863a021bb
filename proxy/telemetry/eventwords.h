// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/telemetry/callevent.h"

namespace proxy {

/// What several destinations say of a call in the same words.

/// "2026-08-05T12:00:00.123Z": with a zone, or Langfuse refuses it.
[[nodiscard]] QByteArray isoTime(core::Time time);
/// "chat gpt-4o-mini", or only the operation when no model is known.
[[nodiscard]] QByteArray spanName(const core::CallEvent &event);
/// The model that answered: as the upstream named it, else as it was routed, else as asked for.
[[nodiscard]] QByteArray modelOf(const core::CallEvent &event);
/// The first 200 characters: what Langfuse keeps of an id.
[[nodiscard]] QByteArray shortId(const QByteArray &text);

namespace langfuse {
/// Tokens of each kind once: {"input","input_cached_tokens","input_cache_creation","output",
/// "output_reasoning_tokens","total"}, kinds of zero left out but for input and output.
[[nodiscard]] QByteArray usageDetails(const core::TokenUsage &usage);
/// {"total": dollars}: the ledger's figure. Any cost given stops Langfuse from pricing the call
/// itself, and without `total` it would show 0.
[[nodiscard]] QByteArray costDetails(core::Money cost);
/// As Langfuse would otherwise make `default` of it in silence: lower case, 40 of [a-z0-9-_].
[[nodiscard]] QByteArray environment(const QByteArray &name);
[[nodiscard]] QByteArray level(const core::CallEvent &event);
/// What the budgets see of the call: "team-a", "budget:q3".
[[nodiscard]] std::vector<QByteArray> tags(const core::CallEvent &event);
/// {"request_id", "decision", ...}
[[nodiscard]] std::vector<std::pair<QByteArray, QByteArray>> metadata(const core::CallEvent &event);
} // namespace langfuse
} // namespace proxy
