// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "proxy/upstream/sseparser.h"

namespace proxy {

/// Cuts a stream of JSON lines (NDJSON: Ollama) into events, one a line. Pure; blank lines come out
/// as events without data.
class LineParser
{
public:
    /// As SseParser::feed().
    template <class Sink>
    [[nodiscard]] bool feed(QByteArrayView bytes, Sink &&sink)
    {
        m_buffer.append(bytes);
        qsizetype begin = 0;
        for (qsizetype end = m_buffer.indexOf('\n'); end >= 0;
             end = m_buffer.indexOf('\n', begin)) {
            const QByteArrayView raw = QByteArrayView(m_buffer).sliced(begin, end + 1 - begin);
            sink(SseEvent{raw, raw.trimmed(), {}});
            begin = end + 1;
        }
        m_buffer.remove(0, begin);
        return m_buffer.size() <= SseParser::MaximumEventBytes;
    }

private:
    QByteArray m_buffer;
};

} // namespace proxy
