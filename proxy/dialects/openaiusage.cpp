// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/jsontext.h"
#include "proxy/dialects/openai.h"

#include <algorithm>
#include <cmath>

namespace proxy::openai {
namespace {

/// Above any real count, and small enough that sums over choices cannot overflow.
constexpr qint64 MaximumCount = 1'000'000'000'000;

/// Nullopt for null and for what is no count.
std::optional<qint64> countOf(QByteArrayView value)
{
    const auto number = core::jsonInteger(value);
    return number && *number >= 0 && *number <= MaximumCount ? number : std::nullopt;
}

/// What a usage object says; absent, null and malformed are one. Responses name the same counts,
/// cached ones inside as well, input_tokens and output_tokens.
struct Report
{
    std::optional<qint64> prompt;
    std::optional<qint64> output;
    std::optional<qint64> total;
    std::optional<qint64> cached;
    std::optional<qint64> cacheHit;  ///< DeepSeek
    std::optional<qint64> cacheMiss; ///< DeepSeek
    std::optional<qint64> cacheWrite;
    std::optional<qint64> reasoning;
};

void readPromptDetails(QByteArrayView details, Report &report)
{
    core::JsonMembers members(details);
    core::JsonMember member;
    while (members.next(member)) {
        if (member.name == "cached_tokens") {
            report.cached = countOf(member.value(details));
        } else if (member.name == "cache_write_tokens") {
            // OpenAI's has a price of its own; vLLM's created_cache_tokens has not and stays
            // where it is, among the uncached.
            report.cacheWrite = countOf(member.value(details));
        }
    }
}

void readOutputDetails(QByteArrayView details, Report &report)
{
    if (const auto reasoning = core::findMember(details, "reasoning_tokens")) {
        report.reasoning = countOf(reasoning->value(details));
    }
}

void readMember(QByteArrayView name, QByteArrayView value, Report &report)
{
    if (name == "prompt_tokens" || name == "input_tokens") {
        report.prompt = countOf(value);
    } else if (name == "completion_tokens" || name == "output_tokens") {
        report.output = countOf(value);
    } else if (name == "total_tokens") {
        report.total = countOf(value);
    } else if (name == "prompt_tokens_details" || name == "input_tokens_details") {
        readPromptDetails(value, report);
    } else if (name == "completion_tokens_details" || name == "output_tokens_details") {
        readOutputDetails(value, report);
    } else if (name == "prompt_cache_hit_tokens") {
        report.cacheHit = countOf(value);
    } else if (name == "prompt_cache_miss_tokens") {
        report.cacheMiss = countOf(value);
    }
}

/// Of a transcription: {"type":"duration","seconds":3}, or a verbose answer's "duration", a number
/// or a text. Every second that was begun counts.
std::optional<core::TokenUsage> durationOf(const std::optional<core::JsonMember> &member,
                                           QByteArrayView object)
{
    if (!member) {
        return std::nullopt;
    }
    const QByteArrayView value = member->value(object);
    bool isNumber = false;
    const double seconds =
        core::jsonString(value).value_or(value.toByteArray()).toDouble(&isNumber);
    if (!isNumber || seconds < 0 || seconds > MaximumCount) {
        return std::nullopt;
    }
    core::TokenUsage usage;
    usage.audioSeconds = static_cast<qint64>(std::ceil(seconds));
    usage.quality = core::CountQuality::Reported;
    return usage;
}

} // namespace

std::optional<UsageCounts> readCounts(QByteArrayView usageObject)
{
    Report report;
    core::JsonMembers members(usageObject);
    core::JsonMember member;
    while (members.next(member)) {
        readMember(member.name, member.value(usageObject), report);
    }
    if (!report.prompt && !report.output && !report.total && !report.cacheMiss) {
        return std::nullopt;
    }
    UsageCounts counts;
    const qint64 split = report.cacheHit.value_or(0) + report.cacheMiss.value_or(0);
    const qint64 total = report.total.value_or(0);
    counts.output = report.output.value_or(0);
    counts.prompt = std::max(report.prompt.value_or(total - counts.output), split);
    // Some upstreams leave reasoning out of completion_tokens, but not out of the total.
    counts.output = std::max(counts.output, total - counts.prompt);
    counts.cached = std::max(report.cached.value_or(0), report.cacheHit.value_or(0));
    counts.cacheWrite = report.cacheWrite.value_or(0);
    counts.reasoning = report.reasoning.value_or(0);
    return counts;
}

void UsageCounts::takeLarger(const UsageCounts &other)
{
    prompt = std::max(prompt, other.prompt);
    output = std::max(output, other.output);
    cached = std::max(cached, other.cached);
    cacheWrite = std::max(cacheWrite, other.cacheWrite);
    reasoning = std::max(reasoning, other.reasoning);
}

core::TokenUsage UsageCounts::normalised(core::CountQuality quality) const
{
    core::TokenUsage usage;
    usage.cachedInput = std::min(cached, prompt);
    usage.cacheWrite = std::min(cacheWrite, prompt - usage.cachedInput);
    usage.input = prompt - usage.cachedInput - usage.cacheWrite;
    usage.output = output;
    usage.reasoning = std::min(reasoning, output);
    usage.quality = quality;
    return usage;
}

std::optional<core::TokenUsage> readUsage(QByteArrayView body)
{
    const auto member = core::findMember(body, "usage");
    if (!member) {
        const bool isTranscript = core::findMember(body, "text").has_value();
        return isTranscript ? durationOf(core::findMember(body, "duration"), body) : std::nullopt;
    }
    const QByteArrayView usage = member->value(body);
    const auto type = core::findMember(usage, "type");
    if (type && type->value(usage) == "\"duration\"") {
        return durationOf(core::findMember(usage, "seconds"), usage);
    }
    const auto counts = readCounts(usage);
    if (!counts) {
        return std::nullopt;
    }
    return counts->normalised(core::CountQuality::Reported);
}

} // namespace proxy::openai
