// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace test {

/// What one answer shall be, from marks in the request's text: `[[tokens=N]]` and `[[sim:TERMS]]`
/// with terms as those of vllm-sim, and prompt=N, written=N (cache), status=N.
struct ProviderScript
{
    qint64 prompt = 100; ///< tokens, cached and written ones included
    qint64 cached = 0;
    qint64 written = 0;
    qint64 output = 8; ///< tokens, reasoning included
    qint64 reasoning = 0;
    int status = 0;         ///< an error instead of an answer
    qint64 errorAfter = -1; ///< so many tokens of a stream, then an error event
    qint64 cutAfter = -1;   ///< so many, then the connection breaks
    bool neverEnding = false;
    bool toolCall = false;
    bool usageMissing = false;
    bool noChoices = false; ///< of those compatible with OpenAI: an empty list

    [[nodiscard]] static ProviderScript of(const QByteArray &body);
};

} // namespace test
