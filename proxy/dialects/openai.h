// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/pricing/tokenusage.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>
#include <vector>

namespace proxy::openai {

enum class Endpoint : quint8 { Chat, Completions, Embeddings };

/// What metering needs to know of a request, read once.
struct CallFacts
{
    Endpoint endpoint = Endpoint::Chat;
    QByteArray model; ///< empty when absent or null: the upstream's base model serves it
    bool stream = false;
    bool includeUsage = false;       ///< the client asked for the usage chunk
    bool continuousUsage = false;    ///< and for usage in each event
    std::optional<qint64> maxTokens; ///< the one that counts: max_completion_tokens wins on chat
    bool usesMaxCompletionTokens = false;
    qint64 choices = 1; ///< n x prompts of a list
    qint64 prompts = 1; ///< 1, or the length of a prompt list
    qint64 messages = 0;
    qint64 textBytes = 0; ///< upper bound of the prompt's tokens without template overhead
    bool hasTools = false;
    bool hasMedia = false; ///< images, audio: the byte bound does not hold
    bool beamSearch = false;
    QByteArray user;
};

/// InvalidInput (message names the field) for what vLLM would refuse or what would make the bound
/// a lie: malformed JSON, a duplicate member, n outside 1..128, negative or fractional counts,
/// max_tokens above 2^31, beam search with stream, stream_options without stream.
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
/// The body to send: changed in the text, all else byte for byte as it came.
[[nodiscard]] QByteArray
editRequest(const CallFacts &facts, const QByteArray &body, const RequestEdit &edit);

/// Usage of a whole answer; nullopt when there is none (or not JSON).
[[nodiscard]] std::optional<core::TokenUsage> readUsage(QByteArrayView body);

/// Follows one stream (vllm-protocol section 9).
class StreamMeter
{
public:
    explicit StreamMeter(const CallFacts &facts);

    struct Relay
    {
        bool drop = false;    ///< the client did not ask for this event
        bool changed = false; ///< send `text`, else the event's raw bytes
        QByteArray text;
    };
    /// Reads one event's data and says what to send on.
    [[nodiscard]] Relay take(QByteArrayView raw, QByteArrayView data);

    /// Final if seen, else the running count (LowerBound), else Unknown.
    [[nodiscard]] core::TokenUsage usage() const;
    /// A count for metering: running usage, or deltas counted as one token each (Estimated).
    [[nodiscard]] core::TokenUsage running() const;
    [[nodiscard]] bool finished() const; ///< [DONE] was seen
    [[nodiscard]] bool failed() const;   ///< an error member inside the stream

    /// A valid end for a stream that money cut: for each open choice a chunk with
    /// finish_reason "length", the usage chunk if the client asked, and [DONE].
    [[nodiscard]] QByteArray lengthEnding(const core::TokenUsage &usage) const;
    /// An SSE error event and [DONE], for a stop by a person.
    [[nodiscard]] static QByteArray errorEnding(QByteArrayView code, QByteArrayView message);

private:
    struct State;
    CallFacts m_facts;
    QByteArray m_id;
    QByteArray m_model;
    qint64 m_created = 0;
    std::vector<qint64> m_runningOutput; ///< per choice
    std::vector<qint64> m_runningPrompt;
    std::vector<qint64> m_deltas;
    std::vector<bool> m_ended;
    std::optional<core::TokenUsage> m_final;
    bool m_done = false;
    bool m_failed = false;
};

} // namespace proxy::openai
