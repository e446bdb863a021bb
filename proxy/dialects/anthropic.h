// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "proxy/dialects/dialect.h"

namespace proxy::anthropic {

/// What metering needs to know of a request to /v1/messages. InvalidInput (message names the
/// field) for malformed JSON, members that are there twice, no max_tokens or one outside
/// 1..2^31; and for what would make the bound a lie: tools that the provider itself runs, and
/// members that change the price.
[[nodiscard]] core::Result<openai::CallFacts> readRequest(const QByteArray &body);

/// Whether tokens written to the prompt cache have a price of their own. vLLM's are computed as any
/// other.
enum class CacheWrites : quint8 { Free, Priced };

/// Counts as a usage object has them: cached ones stand beside `input`, not in it. Each is told
/// again and again, and the last one told holds (vllm-protocol sections 1.5 and 6).
struct UsageCounts
{
    std::optional<qint64> input;
    std::optional<qint64> cacheRead;
    std::optional<qint64> cacheWrite;
    std::optional<qint64> output;
    std::optional<qint64> thinking; ///< inside output

    void take(QByteArrayView usageObject);
    [[nodiscard]] core::TokenUsage normalised(core::CountQuality quality, CacheWrites writes) const;
};

/// The counts of a stream under way, whoever it is for.
class MessageCounter
{
public:
    explicit MessageCounter(CacheWrites writes)
        : m_writes(writes)
    {}

    void start(QByteArrayView message); ///< of message_start
    void delta(QByteArrayView event);   ///< a whole message_delta
    void generated() { ++m_deltas; }    ///< a content_block_delta

    /// Reported once message_delta has told it; before that the prompt as told, and each delta for
    /// one token (Estimated).
    [[nodiscard]] core::TokenUsage usage() const;

private:
    CacheWrites m_writes;
    UsageCounts m_counts;
    qint64 m_deltas = 0;
    bool m_isFinal = false;
};

/// The Messages API for a client that speaks it, to who serves it: bytes go through as they come.
class MessagesDialect final : public Dialect
{
public:
    explicit MessagesDialect(CacheWrites writes)
        : m_writes(writes)
    {}

    /// Where cache writes have a price, those that live an hour cost more than the price book can
    /// say: refused.
    [[nodiscard]] core::Outcome check(const openai::CallFacts &facts,
                                      const QByteArray &body) const override;
    [[nodiscard]] Outgoing outgoing(const QByteArray &path,
                                    const openai::CallFacts &facts,
                                    const QByteArray &body,
                                    const openai::RequestEdit &edit) const override;
    [[nodiscard]] std::unique_ptr<StreamMeter> meter(const openai::CallFacts &facts) const override;
    [[nodiscard]] std::optional<core::TokenUsage> usage(QByteArrayView body) const override;
    [[nodiscard]] openai::AnswerFacts answerFacts(QByteArrayView body) const override;

private:
    CacheWrites m_writes;
};

/// Capstan's own error body in Anthropic's shape; one that has it already stays as it is.
[[nodiscard]] QByteArray errorBody(int status, const QByteArray &body);

} // namespace proxy::anthropic
