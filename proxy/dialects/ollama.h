// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "proxy/dialects/dialect.h"

namespace proxy::ollama {

/// A client that speaks OpenAI's chat, to Ollama's own /api/chat, which streams lines of JSON and
/// counts in the last of them. (Its /v1 speaks OpenAI's dialect: a provider of that type.)
class ChatDialect final : public Dialect
{
public:
    [[nodiscard]] core::Outcome check(const openai::CallFacts &facts,
                                      const QByteArray &body) const override;
    [[nodiscard]] Outgoing outgoing(const QByteArray &path,
                                    const openai::CallFacts &facts,
                                    const QByteArray &body,
                                    const openai::RequestEdit &edit) const override;
    [[nodiscard]] Framing framing() const override { return Framing::Lines; }
    [[nodiscard]] std::unique_ptr<StreamMeter> meter(const openai::CallFacts &facts) const override;
    [[nodiscard]] std::optional<core::TokenUsage> usage(QByteArrayView body) const override;
    [[nodiscard]] openai::AnswerFacts answerFacts(QByteArrayView body) const override;
    [[nodiscard]] bool translates() const override { return true; }
    [[nodiscard]] core::Result<QByteArray> answer(const QByteArray &body) const override;
    [[nodiscard]] QByteArray error(int status, const QByteArray &body) const override;
};

/// A chat request as one to /api/chat; InvalidInput names what it has no place for.
[[nodiscard]] core::Result<QByteArray> chatOf(const QByteArray &chatBody);

} // namespace proxy::ollama
