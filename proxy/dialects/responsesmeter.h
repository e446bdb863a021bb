// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "proxy/dialects/openai.h"

#include <QByteArray>
#include <QByteArrayView>

#include <memory>
#include <optional>

namespace proxy::openai {

/// Follows one stream of /v1/responses (vllm-protocol section 1.5; OpenAI's is the same): events of
/// many types, each whole answer so far in `response`, usage only in the last one, and no [DONE].
/// Every event goes on as it came.
class ResponsesMeter final : public proxy::StreamMeter
{
public:
    [[nodiscard]] Relay take(QByteArrayView raw, QByteArrayView data) override;
    [[nodiscard]] core::TokenUsage usage() const override;
    [[nodiscard]] core::TokenUsage running() const override;
    [[nodiscard]] bool finished() const override { return m_done; }
    [[nodiscard]] bool failed() const override { return m_failed; }
    [[nodiscard]] AnswerFacts answerFacts() const override;
    /// response.incomplete, as when max_output_tokens is reached.
    [[nodiscard]] QByteArray lengthEnding(const core::TokenUsage &usage) const override;
    [[nodiscard]] QByteArray stopEnding(QByteArrayView code, QByteArrayView message) const override;

private:
    void takeResponse(QByteArrayView response);
    [[nodiscard]] QByteArray event(QByteArrayView type, QByteArrayView members) const;

    QByteArray m_response; ///< as the last event that holds it said
    qint64 m_sequence = -1;
    qint64 m_deltas = 0;
    std::optional<UsageCounts> m_final;
    bool m_done = false;
    bool m_failed = false;
};

/// The one that reads the streams of that kind of call.
[[nodiscard]] std::unique_ptr<proxy::StreamMeter> meterOf(const CallFacts &facts);

} // namespace proxy::openai
