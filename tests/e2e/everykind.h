// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fleet.h"
#include "tests/provider-sim/providersim.h"

#include <array>
#include <map>
#include <memory>

/// A provider of each kind beside vLLM, behind one Capstan, all at the same prices.
namespace everykind {
using namespace Qt::StringLiterals;
using test::Api;

/// With ' for ": moc 6.4 reads no further behind some raw strings.
inline QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

inline const QByteArray Key = "provider-key";

// In nano-dollars a token: input 0.001, cached 0.0001, written 0.00125, output 0.01 dollars.
inline const QByteArray Prices =
    "price: { input: 1000, cached_input: 100, cache_write: 1250, output: 10000 }";

inline core::Money costOf(qint64 input, qint64 cached, qint64 written, qint64 output)
{
    return core::Money::fromNanos(input * 1'000'000 + cached * 100'000 + written * 1'250'000 +
                                  output * 10'000'000);
}

/// A provider of a kind, and what its configuration says of it.
struct Kind
{
    const char *name;
    Api api;
    const char *type;
    const char *path;
};
/// Of those that are compatible with OpenAI nothing is said but where they are (S4-09).
inline constexpr std::array Kinds{
    Kind{"anthropic", Api::Anthropic, "anthropic", ""},
    Kind{"gemini", Api::Gemini, "gemini", "/v1beta"},
    Kind{"ollama", Api::Ollama, "ollama", ""},
    Kind{"openai", Api::OpenAi, "openai", "/v1"},
    Kind{"deepseek", Api::DeepSeek, "openai", "/v1"},
    Kind{"ollama-v1", Api::OllamaCompatible, "openai", "/v1"},
    Kind{"llama-cpp", Api::LlamaCpp, "openai", "/v1"},
    Kind{"vllm-rust", Api::VllmRust, "openai", "/v1"},
};
using Sims = std::map<QByteArray, std::unique_ptr<test::ProviderSim>>;

inline Sims everyKind()
{
    Sims sims;
    for (const Kind &kind : Kinds) {
        sims[kind.name] = std::make_unique<test::ProviderSim>(kind.api, Key);
    }
    return sims;
}

/// One provider of each kind, and vLLM; the models are named after them.
inline QByteArray configuration(const Sims &sims)
{
    QByteArray providers = "providers:\n  vllm: { type: openai, base_url: \"@0/v1\" }\n";
    QByteArray models =
        "models:\n  vllm: { provider: vllm, physical_name: cent, " + Prices + " }\n";
    for (const Kind &kind : Kinds) {
        const QByteArray name = kind.name;
        providers += "  " + name + ": { type: " + kind.type + ", base_url: \"" +
                     sims.at(name)->url() + kind.path + "\", api_key_env: PROVIDER_KEY }\n";
        models += "  " + name + ": { provider: " + name + ", physical_name: the-model, " + Prices +
                  " }\n";
    }
    return providers + models;
}

inline QProcessEnvironment withKey()
{
    QProcessEnvironment environment = test::plainEnvironment();
    environment.insert(u"PROVIDER_KEY"_s, QString::fromLatin1(Key));
    return environment;
}

} // namespace everykind
