// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "proxy/dialects/dialect.h"
#include "proxy/dialects/responsesmeter.h"

namespace proxy::openai {

/// OpenAI's own, to whoever speaks it: vLLM, OpenAI, DeepSeek, llama.cpp, Ollama's /v1.
class OpenAiDialect final : public Dialect
{
public:
    [[nodiscard]] Outgoing outgoing(const QByteArray &path,
                                    const CallFacts &facts,
                                    const QByteArray &body,
                                    const RequestEdit &edit) const override
    {
        return {path, editRequest(facts, body, edit)};
    }
    [[nodiscard]] std::unique_ptr<proxy::StreamMeter> meter(const CallFacts &facts) const override
    {
        return meterOf(facts);
    }
    [[nodiscard]] std::optional<core::TokenUsage> usage(QByteArrayView body) const override
    {
        return readUsage(body);
    }
    [[nodiscard]] AnswerFacts answerFacts(QByteArrayView body) const override
    {
        return readAnswerFacts(body);
    }
};

} // namespace proxy::openai
