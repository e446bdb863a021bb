// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "proxy/dialects/dialect.h"

namespace proxy::gemini {

/// A client that speaks OpenAI's chat, to Gemini's generateContent (v1beta).
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

/// A chat request as the body of generateContent, which holds neither the model nor whether to
/// stream; InvalidInput names what it has no place for.
[[nodiscard]] core::Result<QByteArray> contentsOf(const QByteArray &chatBody);

/// Of a usageMetadata object: thoughts stand beside the candidates' tokens, and are billed like
/// them; cached ones stand inside the prompt's. nullopt when it counts no prompt.
[[nodiscard]] std::optional<core::TokenUsage> readUsage(QByteArrayView usageMetadata);

} // namespace proxy::gemini
