// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/jsonscan.h"
#include "core/base/result.h"
#include "core/pricing/tokenusage.h"
#include "proxy/dialects/answerfacts.h"
#include "proxy/dialects/streammeter.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>
#include <vector>

namespace proxy::openai {

enum class Endpoint : quint8 {
    Chat,
    Completions,
    Embeddings,
    Messages, ///< Anthropic's
    Responses,
    Rerank,
    Score,
    Pooling,
    Classify,
    Transcription, ///< and translation: a form with a file
};

/// Whether the prompt goes through a chat template.
[[nodiscard]] constexpr bool isConversation(Endpoint endpoint)
{
    return endpoint == Endpoint::Chat || endpoint == Endpoint::Messages ||
           endpoint == Endpoint::Responses;
}
/// Whether an answer has generated tokens; the other endpoints only read.
[[nodiscard]] constexpr bool generates(Endpoint endpoint)
{
    return isConversation(endpoint) || endpoint == Endpoint::Completions;
}

/// What metering needs to know of a request, read once.
struct CallFacts
{
    Endpoint endpoint = Endpoint::Chat;
    QByteArray model; ///< empty when absent or null: the upstream's base model serves it
    bool stream = false;
    bool includeUsage = false;    ///< the client asked for the usage chunk
    bool continuousUsage = false; ///< and for usage in each event (alone it does nothing)
    /// The one that counts: max_completion_tokens wins on chat; 16 on completions when absent; at
    /// least 1, as an upstream generates one token when asked for none; 0 where none is generated.
    std::optional<qint64> maxTokens;
    bool usesMaxCompletionTokens = false;
    qint64 choices = 1; ///< sequences generated: n (or best_of) x prompts of a list
    qint64 prompts = 1; ///< 1, or the length of a prompt list, or the number of scored pairs
    qint64 messages = 0;
    /// Upper bound of the prompt's tokens without template overhead: bytes of all that may enter
    /// the prompt (JSON objects as a template would lay them out), token ids as one each, and the
    /// special tokens of plain prompts. A member that is not known to stay out counts as well.
    qint64 textBytes = 0;
    bool hasTools = false;
    bool hasMedia = false; ///< images, audio, a template of its own: the byte bound does not hold
    bool beamSearch = false;
    qint64 audioSeconds = 0; ///< at most, of the file of a transcription
    QByteArray user;
};

/// InvalidInput (message names the field) for what vLLM would refuse or what would make the bound
/// a lie: malformed JSON, a duplicate member or one that differs from ours only in case, n outside
/// 1..128, more than 1024 prompts (2048 inputs), negative or fractional counts, max_tokens above
/// 2^31, beam search with stream, stream_options without stream; and on responses, where nothing
/// would hold, for background calls and tools that the upstream itself runs.
[[nodiscard]] core::Result<CallFacts> readRequest(Endpoint endpoint, const QByteArray &body);

struct RequestEdit
{
    std::optional<QByteArray> model; ///< the physical name
    std::optional<qint64> maxTokens; ///< clamp
    bool meterStream = false;        ///< add include_usage and continuous_usage_stats
    bool continuous = true;          ///< the upstream knows continuous_usage_stats (vLLM, SGLang)
    bool stripInternal = true;       ///< priority, kv_transfer_params, ... (vllm-protocol 1.2)
    std::vector<QByteArray> removeTools; ///< by function name
};
/// The body to send: changed in the text, all else byte for byte as it came. `facts` are those of
/// `body`.
[[nodiscard]] QByteArray
editRequest(const CallFacts &facts, const QByteArray &body, const RequestEdit &edit);

/// Usage of a whole answer; nullopt when there is none (or not JSON). Zero is a known count.
[[nodiscard]] std::optional<core::TokenUsage> readUsage(QByteArrayView body);

/// Counts as an upstream wrote them, before they are told apart: `prompt` holds the cached ones.
/// Several reports of one call never add up: take the larger of each.
struct UsageCounts
{
    qint64 prompt = 0;
    qint64 output = 0;
    qint64 cached = 0;
    qint64 cacheWrite = 0;
    qint64 reasoning = 0;

    void takeLarger(const UsageCounts &other);
    [[nodiscard]] bool isZero() const { return prompt == 0 && output == 0; }
    [[nodiscard]] core::TokenUsage normalised(core::CountQuality quality) const;
};
/// Of a `usage` object; nullopt for null, {} and anything without counts.
[[nodiscard]] std::optional<UsageCounts> readCounts(QByteArrayView usageObject);

/// Follows one stream (vllm-protocol section 9).
class StreamMeter final : public proxy::StreamMeter
{
public:
    explicit StreamMeter(const CallFacts &facts);

    /// Cuts out usage that the client did not ask for.
    [[nodiscard]] Relay take(QByteArrayView raw, QByteArrayView data) override;
    [[nodiscard]] core::TokenUsage usage() const override;
    /// It never falls while a stream of one choice goes on.
    [[nodiscard]] core::TokenUsage running() const override;
    [[nodiscard]] bool finished() const override { return m_done; } ///< [DONE] was seen
    [[nodiscard]] bool failed() const override { return m_failed; } ///< an error member
    [[nodiscard]] AnswerFacts answerFacts() const override;

    /// For each open choice a chunk with finish_reason "length", the usage chunk if the client
    /// asked, and [DONE].
    [[nodiscard]] QByteArray lengthEnding(const core::TokenUsage &usage) const override;
    /// An SSE error event in vLLM's shape and [DONE].
    [[nodiscard]] static QByteArray errorEnding(QByteArrayView code, QByteArrayView message);
    [[nodiscard]] QByteArray stopEnding(QByteArrayView code, QByteArrayView message) const override
    {
        return errorEnding(code, message);
    }

private:
    struct Choice
    {
        UsageCounts running;
        bool started = false;
        bool ended = false;
    };
    /// What one event says, as views into its data.
    struct Chunk
    {
        std::optional<core::JsonMember> usage;
        QByteArrayView choices;
        bool hasChoices = false;
        bool hasError = false;
        bool finishes = false; ///< a choice has its finish_reason
        qint64 choice = 0;     ///< index of the first one
    };

    [[nodiscard]] Chunk read(QByteArrayView data);
    void takeIdentity(QByteArrayView name, QByteArrayView value);
    void takeChoices(Chunk &chunk);
    [[nodiscard]] qint64 takeChoice(QByteArrayView choice, Chunk &chunk);
    void takeUsage(const UsageCounts &counts, const Chunk &chunk);
    void takeRunning(const UsageCounts &counts, qint64 choice);
    [[nodiscard]] bool isForClient(const Chunk &chunk, bool isNull) const;
    [[nodiscard]] Relay withoutUsage(QByteArrayView raw, QByteArrayView data, const Chunk &chunk);
    [[nodiscard]] Choice &choiceAt(qint64 index);
    [[nodiscard]] bool hasStarted(qint64 index) const;
    [[nodiscard]] QByteArray chunkText(QByteArrayView choices, QByteArrayView more) const;
    [[nodiscard]] QByteArray lengthChoice(qint64 index) const;

    CallFacts m_facts;
    QByteArray m_prefix; ///< of the last event up to its choices: the same in each of a stream
    QByteArray m_text;
    QByteArray m_id; ///< as JSON, as are the next two
    QByteArray m_model;
    QByteArray m_created;
    QByteArray m_finish; ///< the last finish_reason, as JSON
    std::vector<Choice> m_choices;
    UsageCounts m_running; ///< over all choices, each prompt counted once
    std::vector<qint64> m_prompts;
    qint64 m_deltas = 0;
    std::optional<UsageCounts> m_final;
    bool m_sawBareChunk = false; ///< choices without usage: the upstream does not report as it goes
    bool m_done = false;
    bool m_failed = false;
};

} // namespace proxy::openai
