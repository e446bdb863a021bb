// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "usagepayload.h"

#include "jsonwriter.h"

namespace sim {

static void appendCounts(std::string &out, const UsageCounts &counts)
{
    out += R"({"prompt_tokens":)";
    appendNumber(out, counts.prompt);
    out += R"(,"total_tokens":)";
    appendNumber(out, counts.prompt + counts.completion);
    out += R"(,"completion_tokens":)";
    appendNumber(out, counts.completion);
}

static void appendReasoning(std::string &out, qint64 reasoning)
{
    out += R"(,"completion_tokens_details":{"reasoning_tokens":)";
    appendNumber(out, reasoning);
    out += '}';
}

UsageDetails usageDetails(const CompletionRequest &request, const Options &options)
{
    UsageDetails details;
    details.isChat = request.kind == CompletionRequest::Kind::Chat;
    details.promptDetails = options.promptTokensDetails;
    details.hasReasoningParser =
        details.isChat && (options.reasoningParser || request.script.reasoningTokens > 0);
    details.cached = std::min(request.script.cachedTokens, request.promptTokens());
    return details;
}

void appendWholeUsage(std::string &out, const UsageCounts &counts, const UsageDetails &details)
{
    appendCounts(out, counts);
    out += R"(,"prompt_tokens_details":)";
    if (details.promptDetails) {
        out += R"({"cached_tokens":)";
        appendNumber(out, details.cached);
        out += R"(,"created_cache_tokens":0,"multimodal_tokens":null})";
    } else {
        out += "null";
    }
    if (details.hasReasoningParser) {
        appendReasoning(out, counts.reasoning);
    } else {
        out += R"(,"completion_tokens_details":null)";
    }
    out += '}';
}

void appendRunningUsage(std::string &out, const UsageCounts &counts, const UsageDetails &details)
{
    appendCounts(out, counts);
    if (details.hasReasoningParser) {
        appendReasoning(out, counts.reasoning);
    } else if (details.isChat) {
        out += R"(,"completion_tokens_details":null)";
    }
    out += '}';
}

void appendFinalUsage(std::string &out, const UsageCounts &counts, const UsageDetails &details)
{
    appendCounts(out, counts);
    if (details.promptDetails) {
        out += R"(,"prompt_tokens_details":{"cached_tokens":)";
        appendNumber(out, details.cached);
        out += '}';
    }
    if (details.hasReasoningParser) {
        appendReasoning(out, counts.reasoning);
    }
    out += '}';
}

} // namespace sim
