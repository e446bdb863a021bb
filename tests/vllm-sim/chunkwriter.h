// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "generation.h"
#include "usagepayload.h"

#include <QByteArray>

#include <string>

namespace sim {

/// system_fingerprint of every answer.
inline constexpr const char *Fingerprint = "vllm-0.28.0-1a2b3c4d";

/// The JSON of each event of one stream, without `data: `. Null members stand where vLLM's
/// serializer puts them (vllm-protocol, section 8).
class ChunkWriter
{
public:
    ChunkWriter(const Generation &generation, const Options &options);

    [[nodiscard]] std::string role(std::size_t choice) const;
    [[nodiscard]] std::string echo(std::size_t choice, const QByteArray &text) const;
    /// `upTo`: how many tokens of the choice the client knows after this chunk.
    [[nodiscard]] std::string delta(std::size_t choice, const Piece &piece, qint64 upTo) const;
    [[nodiscard]] std::string finish(std::size_t choice, const Piece &piece) const;
    [[nodiscard]] std::string usage() const; ///< the chunk with empty choices: sums

private:
    [[nodiscard]] std::string begin(std::size_t choice) const;
    void appendDelta(std::string &out, const Piece &piece, bool isLast) const;
    void appendToolCall(std::string &out, const Piece &piece) const;
    void appendRunning(std::string &out, std::size_t choice, qint64 upTo) const;

    const Generation &m_generation;
    bool m_isChat;
    bool m_includeUsage;
    bool m_continuousUsage;
    UsageDetails m_details;
    std::string m_prefix;
};

/// The sums over all choices, as the final usage has them.
[[nodiscard]] UsageCounts countsOf(const Generation &generation);
/// "stop", "length" or "tool_calls".
[[nodiscard]] const char *finishReasonOf(const Generation &generation, const Sequence &sequence);

} // namespace sim
