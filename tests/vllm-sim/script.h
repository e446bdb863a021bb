// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace sim {

/// What shall go wrong, or merely differently, with one answer. Written as terms with commas or
/// blanks between: "slow=500, cut=3". They come from --script (all generation and embeddings), from
/// the header `x-sim`, or from the last user message as `[[sim:TERMS]]` and `[[tokens=N]]` (which a
/// proxy that strips headers lets pass); later ones add to and override earlier ones.
///
/// | term | meaning; the number when none is given |
/// |---|---|
/// | slow=MS | wait before the head (500) |
/// | ttft=MS | wait before the first token |
/// | slow-tokens=F | tokens per second (5) |
/// | hang | never answer |
/// | close-before-head | close instead of answering |
/// | cut=K | close after K events (3); a whole answer: in the middle of its body |
/// | cut-mid-event=K | the same, and half of the next event (3) |
/// | split=N | N bytes a write (1) |
/// | 429=S, 500, 503 | that status; 429 with Retry-After: S (1); 503 has a string as error |
/// | malformed=K | event K+1 is broken JSON (1); a whole answer: its body |
/// | error-mid-stream=K | after K events an error event and [DONE] (3); a whole answer: 500 |
/// | never-ending | generates until the client leaves |
/// | overshoot=K | K tokens more than max_tokens (1) |
/// | usage-missing, duplicate-usage | no usage at all; the usage chunk twice |
/// | crlf, keepalive | \r\n line ends; a comment before each event (whole: blank lines first) |
/// | speculative=K | one to K tokens a chunk (4) |
/// | hidden-prompt=K | the prompt has K tokens more than /tokenize says (8) |
/// | tokens=N | the length of the answer |
/// | tool-call | answers with a tool call (when the request has tools) |
/// | reasoning=N | the first N tokens are reasoning (8) |
/// | cached=N | cached prompt tokens (16), seen with --prompt-tokens-details |
struct Script
{
    qint64 delayMs = 0;
    std::optional<qint64> firstTokenMs;
    std::optional<double> tokensPerSecond;
    bool hang = false;
    bool closeBeforeHead = false;
    std::optional<qint64> cutAfter;
    std::optional<qint64> cutInsideAfter;
    qint64 splitBytes = 0; ///< 0: as large as the socket takes
    int status = 0;        ///< 0: none forced
    qint64 retryAfterSeconds = 1;
    std::optional<qint64> malformedAfter;
    std::optional<qint64> errorAfter;
    bool neverEnding = false;
    qint64 overshoot = 0;
    qint64 hiddenPromptTokens = 0;
    bool usageMissing = false;
    bool duplicateUsage = false;
    bool crlf = false;
    bool keepAlive = false;
    qint64 speculative = 0;
    std::optional<qint64> answerTokens;
    bool toolCall = false;
    qint64 reasoningTokens = 0;
    qint64 cachedTokens = 0;

    /// This script with the terms added. InvalidInput names the term that is not known or lacks a
    /// sensible number.
    [[nodiscard]] core::Result<Script> with(QByteArrayView terms) const;
    /// This script with the marks in a message added.
    [[nodiscard]] core::Result<Script> withMarksOf(const QByteArray &message) const;
};

} // namespace sim
