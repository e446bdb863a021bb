// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "proxy/dialects/dialect.h"

namespace proxy::anthropic {

/// A client that speaks OpenAI's chat, to Anthropic's Messages API.
class ChatDialect final : public Dialect
{
public:
    [[nodiscard]] core::Outcome check(const openai::CallFacts &facts,
                                      const QByteArray &body) const override;
    [[nodiscard]] Outgoing outgoing(const QByteArray &path,
                                    const openai::CallFacts &facts,
                                    const QByteArray &body,
                                    const openai::RequestEdit &edit) const override;
    [[nodiscard]] std::unique_ptr<StreamMeter> meter(const openai::CallFacts &facts) const override;
    [[nodiscard]] std::optional<core::TokenUsage> usage(QByteArrayView body) const override;
    [[nodiscard]] openai::AnswerFacts answerFacts(QByteArrayView body) const override;
    [[nodiscard]] bool translates() const override { return true; }
    [[nodiscard]] core::Result<QByteArray> answer(const QByteArray &body) const override;
    [[nodiscard]] QByteArray error(int status, const QByteArray &body) const override;
};

/// A chat request as one to /v1/messages; InvalidInput names what it has no place for.
[[nodiscard]] core::Result<QByteArray> messagesOf(const QByteArray &chatBody);
/// OpenAI's word for a stop_reason.
[[nodiscard]] QByteArray finishReasonOf(QByteArrayView stopReason);

} // namespace proxy::anthropic
