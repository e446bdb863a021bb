// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/reports/usageimport.h"

#include <QByteArray>

namespace core {

/// Reads the spans of an OTLP/HTTP export in JSON (opentelemetry-proto, ExportTraceServiceRequest):
/// those that carry a cost become calls, by the attributes of seed S1's bridge (requirements 1.2):
/// llm.cost.total_usd, or llm.cost.input_tokens_usd and llm.cost.output_tokens_usd;
/// budget.scope_type and budget.scope_key; gen_ai.usage.input_tokens and output_tokens;
/// gen_ai.request.model; gen_ai.system; request.id.
///
/// A scope that is not known, or none, is counted under the tenant "unattributed". A cost that is
/// no amount is skipped, and said so; spans of anything else are no calls. A span that is sent
/// twice is counted once. The charges belong to no budget: they were made elsewhere.
/// InvalidInput when it is no such export.
[[nodiscard]] Result<ImportedUsage> parseSpans(const QByteArray &json);

} // namespace core
