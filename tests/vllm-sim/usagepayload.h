// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "completionrequest.h"

#include <string>

namespace sim {

/// Which members a usage object has beside the three counts.
struct UsageDetails
{
    bool isChat = true;
    bool promptDetails = false;      ///< --prompt-tokens-details
    bool hasReasoningParser = false; ///< completion_tokens_details is an object, else null
    qint64 cached = 0;
};

struct UsageCounts
{
    qint64 prompt = 0;
    qint64 completion = 0;
    qint64 reasoning = 0; ///< inside completion
};

[[nodiscard]] UsageDetails usageDetails(const CompletionRequest &request, const Options &options);

/// The value of `usage`, members in vLLM's order: in a whole answer (with nulls), ...
void appendWholeUsage(std::string &out, const UsageCounts &counts, const UsageDetails &details);
/// ... in a chunk (continuous_usage_stats; never with prompt_tokens_details), ...
void appendRunningUsage(std::string &out, const UsageCounts &counts, const UsageDetails &details);
/// ... and in the last chunk of a stream (nulls left out).
void appendFinalUsage(std::string &out, const UsageCounts &counts, const UsageDetails &details);

} // namespace sim
