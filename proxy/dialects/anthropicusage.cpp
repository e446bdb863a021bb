// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/jsontext.h"
#include "proxy/dialects/anthropic.h"

#include <algorithm>

namespace proxy::anthropic {
namespace {

/// Above any real count, and small enough that sums cannot overflow.
constexpr qint64 MaximumCount = 1'000'000'000'000;

/// A count that is null or absent leaves what was told before.
void takeCount(QByteArrayView value, std::optional<qint64> &to)
{
    const auto count = core::jsonInteger(value);
    if (count && *count >= 0 && *count <= MaximumCount) {
        to = count;
    }
}

} // namespace

void UsageCounts::take(QByteArrayView usageObject)
{
    core::JsonMembers members(usageObject);
    core::JsonMember member;
    while (members.next(member)) {
        const QByteArrayView value = member.value(usageObject);
        if (member.name == "input_tokens") {
            takeCount(value, input);
        } else if (member.name == "cache_read_input_tokens") {
            takeCount(value, cacheRead);
        } else if (member.name == "cache_creation_input_tokens") {
            takeCount(value, cacheWrite);
        } else if (member.name == "output_tokens") {
            takeCount(value, output);
        } else if (member.name == "output_tokens_details") {
            if (const auto details = core::findMember(value, "thinking_tokens")) {
                takeCount(details->value(value), thinking);
            }
        }
    }
}

core::TokenUsage UsageCounts::normalised(core::CountQuality quality, CacheWrites writes) const
{
    core::TokenUsage usage;
    const qint64 written = cacheWrite.value_or(0);
    usage.cachedInput = cacheRead.value_or(0);
    usage.cacheWrite = writes == CacheWrites::Priced ? written : 0;
    usage.input = input.value_or(0) + written - usage.cacheWrite;
    usage.output = output.value_or(0);
    usage.reasoning = std::min(thinking.value_or(0), usage.output);
    usage.quality = quality;
    return usage;
}

void MessageCounter::start(QByteArrayView message)
{
    if (const auto usage = core::findMember(message, "usage")) {
        m_counts.take(usage->value(message));
    }
}

void MessageCounter::delta(QByteArrayView event)
{
    const auto usage = core::findMember(event, "usage");
    if (!usage) {
        return;
    }
    UsageCounts told;
    told.take(usage->value(event));
    m_counts.take(usage->value(event));
    m_isFinal = m_isFinal || (told.output && m_counts.input);
}

core::TokenUsage MessageCounter::usage() const
{
    if (m_isFinal) {
        return m_counts.normalised(core::CountQuality::Reported, m_writes);
    }
    const bool knowsNothing = !m_counts.input && m_deltas == 0;
    core::TokenUsage usage = m_counts.normalised(
        knowsNothing ? core::CountQuality::Unknown : core::CountQuality::Estimated, m_writes);
    // message_start counts a token or none; deltas bring no count with them.
    usage.output = std::max(usage.output, m_deltas);
    return usage;
}

} // namespace proxy::anthropic
