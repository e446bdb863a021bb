// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/ledger/records.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace core {

/// A line of a log that says nothing usable.
struct SkippedLine
{
    qint64 number = 0; ///< from 1
    QString why;       ///< "it has no timestamp"

    friend bool operator==(const SkippedLine &, const SkippedLine &) = default;
};

/// What was found in a log of usage.
struct ImportedUsage
{
    /// So many of the lines that were left out say why.
    static constexpr std::size_t MostReasons = 5;

    std::vector<LedgerRecord> records; ///< settlements, and a hold before each fallback
    qint64 calls = 0;
    qint64 skipped = 0;      ///< lines that are not usable: torn, without a time, refused
    qint64 firstSkipped = 0; ///< its number, from 1; 0: none
    std::vector<SkippedLine> skippedLines; ///< the first of them
};

/// Reads JSON lines with the fields of the seed's telemetry (requirements 3.4): timestamp,
/// request_id, tenant_id, caller_id, use_case or feature_id, experiment_id, budget_namespace (also
/// inside audit_tags), route or route_name, model_selected, provider_selected, tokens_in,
/// tokens_out, estimated_cost_usd, latency_ms, status, finish_reason, is_fallback.
///
/// Ids come from the line's time and request id, so that the same log read twice is counted once.
/// The charges belong to no budget: they are history. InvalidInput when no line can be used.
[[nodiscard]] Result<ImportedUsage> parseUsage(const QByteArray &lines);

} // namespace core
