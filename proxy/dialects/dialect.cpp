// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/dialects/dialect.h"

#include "proxy/dialects/anthropic.h"
#include "proxy/dialects/anthropicchat.h"
#include "proxy/dialects/gemini.h"
#include "proxy/dialects/ollama.h"
#include "proxy/dialects/openaidialect.h"

namespace proxy {

using core::ProviderType;
using openai::Endpoint;

core::Outcome Dialect::check(const openai::CallFacts &, const QByteArray &) const
{
    return core::Done{};
}

core::Result<QByteArray> Dialect::answer(const QByteArray &body) const
{
    return body;
}

QByteArray Dialect::error(int, const QByteArray &body) const
{
    return body;
}

namespace {

/// A client that speaks OpenAI's chat, to a provider that does not.
const Dialect *chatWith(ProviderType provider)
{
    static const anthropic::ChatDialect anthropic;
    static const gemini::ChatDialect gemini;
    static const ollama::ChatDialect ollama;
    switch (provider) {
    case ProviderType::Anthropic:
        return &anthropic;
    case ProviderType::Gemini:
        return &gemini;
    case ProviderType::Ollama:
        return &ollama;
    case ProviderType::OpenAi:
        break;
    }
    return nullptr;
}

} // namespace

const Dialect *dialectOf(Endpoint endpoint, ProviderType provider)
{
    static const openai::OpenAiDialect openAi;
    static const anthropic::MessagesDialect messagesOfVllm(anthropic::CacheWrites::Free);
    static const anthropic::MessagesDialect messages(anthropic::CacheWrites::Priced);
    const bool isMessages = endpoint == Endpoint::Messages;
    if (provider == ProviderType::OpenAi) {
        return isMessages ? static_cast<const Dialect *>(&messagesOfVllm) : &openAi;
    }
    if (provider == ProviderType::Anthropic && isMessages) {
        return &messages;
    }
    return endpoint == Endpoint::Chat ? chatWith(provider) : nullptr;
}

core::Result<openai::CallFacts> readCall(Endpoint endpoint, const QByteArray &body)
{
    return endpoint == Endpoint::Messages ? anthropic::readRequest(body)
                                          : openai::readRequest(endpoint, body);
}

} // namespace proxy
