// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "proxy/dialects/chatanswer.h"
#include "proxy/dialects/openai.h"

namespace proxy::chat {

/// A tool call as messages and, with an index, deltas have it.
[[nodiscard]] QByteArray toolCallObject(const ToolCall &call, qint64 index);

/// A stream that comes in another dialect and goes out as OpenAI's chunks: who derives from it
/// reads the events and says with the verbs below what they mean. One choice.
class TranslatedStream : public StreamMeter
{
public:
    explicit TranslatedStream(const openai::CallFacts &facts);

    [[nodiscard]] Relay take(QByteArrayView raw, QByteArrayView data) final;
    [[nodiscard]] QByteArray tail() final;
    [[nodiscard]] core::TokenUsage usage() const override;
    [[nodiscard]] core::TokenUsage running() const override { return usage(); }
    [[nodiscard]] bool finished() const final { return m_ended || m_failed || isComplete(); }
    [[nodiscard]] bool failed() const final { return m_failed; }
    [[nodiscard]] openai::AnswerFacts answerFacts() const final;
    [[nodiscard]] QByteArray lengthEnding(const core::TokenUsage &usage) const final;
    [[nodiscard]] QByteArray stopEnding(QByteArrayView code, QByteArrayView message) const final;

protected:
    /// One event's data, never empty.
    virtual void read(QByteArrayView data) = 0;
    /// Where no end mark comes: whether the answer is whole, though counts may follow.
    [[nodiscard]] virtual bool isComplete() const { return false; }

    void name(const QByteArray &id, const QByteArray &model);
    void say(const QByteArray &text);
    void think(const QByteArray &text);
    void call(const ToolCall &call);         ///< its arguments may follow
    void argue(const QByteArray &arguments); ///< more of those of the last call
    void finish(const QByteArray &reason);   ///< the answer is complete; counts may follow
    void end() { m_ended = true; }           ///< nothing follows
    void fail(const QByteArray &message, const QByteArray &type);
    /// What the provider has told; `isFinal` of the whole answer.
    void report(const core::TokenUsage &usage, bool isFinal);
    [[nodiscard]] qint64 deltas() const { return m_deltas; }
    [[nodiscard]] qint64 calls() const { return m_calls; }
    [[nodiscard]] const QByteArray &id() const { return m_id; }

private:
    void send(const QByteArray &delta);
    [[nodiscard]] QByteArray chunk(const QByteArray &choices, const QByteArray &more = {}) const;
    [[nodiscard]] QByteArray choice(const QByteArray &delta,
                                    const QByteArray &finishReason = "null") const;

    bool m_wantsUsage;
    QByteArray m_id = "chatcmpl-capstan";
    QByteArray m_model;
    QByteArray m_created;
    QByteArray m_out;
    QByteArray m_finishReason;
    core::TokenUsage m_told;
    qint64 m_deltas = 0;
    qint64 m_calls = 0;
    bool m_started = false;
    bool m_ended = false;
    bool m_failed = false;
    bool m_tailTold = false;
};

} // namespace proxy::chat
