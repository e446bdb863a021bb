// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providerscript.h"

#include <QByteArrayList>

#include <memory>

namespace test {

/// Those after Ollama serve OpenAI's API.
enum class Api : quint8 {
    Anthropic,
    Gemini,
    Ollama,
    OpenAi,
    DeepSeek,
    OllamaCompatible, ///< Ollama's /v1
    LlamaCpp,
    VllmRust ///< vLLM's other front end
};

/// How one provider puts an answer into bytes (vllm-protocol section 6).
class ProviderWords
{
public:
    virtual ~ProviderWords() = default;
    [[nodiscard]] virtual QByteArray streamType() const { return "text/event-stream"; }
    /// A whole answer, of `script.output` tokens.
    [[nodiscard]] virtual QByteArray whole(const ProviderScript &script) const = 0;
    /// Events of a stream: before the first token, of the token of that number, after the last of
    /// `output`.
    [[nodiscard]] virtual QByteArrayList opening(const ProviderScript &script) const = 0;
    [[nodiscard]] virtual QByteArrayList token(const ProviderScript &script, qint64 at) const = 0;
    [[nodiscard]] virtual QByteArrayList closing(const ProviderScript &script) const = 0;
    [[nodiscard]] virtual QByteArray error(int status) const = 0; ///< a body
    [[nodiscard]] virtual QByteArray errorEvent() const = 0;
    [[nodiscard]] virtual QByteArray models() const = 0; ///< lists "the-model"
};

[[nodiscard]] std::unique_ptr<ProviderWords> wordsOf(Api api);

} // namespace test
