// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "proxy/dialects/anthropic.h"

namespace proxy::anthropic {

/// Follows a stream of the Messages API on its way to a client that speaks it. The API has no end
/// mark after an error: the error event is the end.
class MessageMeter final : public StreamMeter
{
public:
    MessageMeter(const openai::CallFacts &facts, CacheWrites writes)
        : m_counter(writes)
        , m_model(facts.model)
    {}

    [[nodiscard]] Relay take(QByteArrayView raw, QByteArrayView data) override;
    [[nodiscard]] core::TokenUsage usage() const override { return m_counter.usage(); }
    [[nodiscard]] core::TokenUsage running() const override { return m_counter.usage(); }
    [[nodiscard]] bool finished() const override { return m_done || m_failed; }
    [[nodiscard]] bool failed() const override { return m_failed; }
    [[nodiscard]] openai::AnswerFacts answerFacts() const override
    {
        return {m_id, m_model, m_stopReason};
    }
    [[nodiscard]] QByteArray lengthEnding(const core::TokenUsage &usage) const override;
    [[nodiscard]] QByteArray stopEnding(QByteArrayView code, QByteArrayView message) const override;

private:
    void start(QByteArrayView message);

    MessageCounter m_counter;
    QByteArray m_id;
    QByteArray m_model;
    QByteArray m_stopReason;
    qint64 m_openBlock = -1;
    bool m_started = false;
    bool m_done = false;
    bool m_failed = false;
};

} // namespace proxy::anthropic
