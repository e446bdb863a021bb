// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

/// Streams as vLLM and others write them (vllm-protocol.md section 8), event by event.
namespace streams {

inline QByteArray event(const QByteArray &data)
{
    return "data: " + data + "\n\n";
}

/// One vLLM chat chunk; `tail` is what follows the choices, with its comma.
inline QByteArray chat(const QByteArray &choices, const QByteArray &tail = {})
{
    return event(R"({"id":"chatcmpl-8a9c","object":"chat.completion.chunk","created":1755700000,)"
                 R"("model":"my-model","choices":[)" +
                 choices + "]" + tail + "}");
}

inline QByteArray text(const QByteArray &choices, const QByteArray &tail = {})
{
    return event(R"({"id":"cmpl-77","object":"text_completion","created":1755700000,)"
                 R"("model":"my-model","choices":[)" +
                 choices + "]" + tail + "}");
}

inline const QByteArray Done = "data: [DONE]\n\n";

inline const QByteArray Role =
    R"({"index":0,"delta":{"role":"assistant","content":""},"logprobs":null,"finish_reason":null})";
inline const QByteArray RoleTail = R"(,"prompt_token_ids":null,"prompt_text":null)";
inline const QByteArray There =
    R"({"index":0,"delta":{"content":" there!"},"logprobs":null,"finish_reason":null,"token_ids":null})";
inline const QByteArray Thinking =
    R"({"index":0,"delta":{"reasoning":"Let me think"},"logprobs":null,"finish_reason":null,"token_ids":null})";
inline const QByteArray Stop =
    R"({"index":0,"delta":{"content":""},"logprobs":null,"finish_reason":"stop","stop_reason":null,"token_ids":null})";

/// A running count as vLLM puts it into each chunk.
inline QByteArray running(int prompt, int output, const QByteArray &details = "null")
{
    return R"(,"usage":{"prompt_tokens":)" + QByteArray::number(prompt) + R"(,"total_tokens":)" +
           QByteArray::number(prompt + output) + R"(,"completion_tokens":)" +
           QByteArray::number(output) + R"(,"completion_tokens_details":)" + details + "}";
}

inline QByteArray finalUsage(int prompt, int output, const QByteArray &more = {})
{
    return R"(,"usage":{"prompt_tokens":)" + QByteArray::number(prompt) + R"(,"total_tokens":)" +
           QByteArray::number(prompt + output) + R"(,"completion_tokens":)" +
           QByteArray::number(output) + more + "}";
}

inline const QByteArray Fingerprint = R"(,"system_fingerprint":"fp")";

/// What vLLM sends when the client asked for nothing, include_usage, or both options.
inline QByteArray chatPlain()
{
    return chat(Role, RoleTail) + chat(There) + chat(Thinking) + chat(Stop) + Done;
}
inline QByteArray chatWithUsage()
{
    return chat(Role, RoleTail) + chat(There) + chat(Thinking) + chat(Stop) +
           chat("", finalUsage(12, 5) + Fingerprint) + Done;
}
inline QByteArray chatContinuous()
{
    return chat(Role, running(12, 0) + RoleTail) + chat(There, running(12, 3)) +
           chat(Thinking, running(12, 4, R"({"reasoning_tokens":1})")) +
           chat(Stop, running(12, 5)) + chat("", finalUsage(12, 5) + Fingerprint) + Done;
}

} // namespace streams
