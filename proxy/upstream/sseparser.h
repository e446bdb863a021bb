// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace proxy {

/// One server-sent event (WHATWG HTML 9.2), as a view into the parser's buffer.
struct SseEvent
{
    QByteArrayView raw;  ///< all its bytes, the blank line at its end included
    QByteArrayView data; ///< the data field; lines joined by \n only when there are several
    QByteArrayView name; ///< the event field, or empty
};

/// Cuts a byte stream into events. Pure: bytes in, events out; LF, CRLF and CR line ends; comments,
/// keep-alives and lone blank lines come out as events without data, so that relaying `raw` loses
/// nothing. An event that arrives whole in one piece is not copied.
class SseParser
{
public:
    /// An event above this is an error: no model sends 4 MiB in one event.
    static constexpr qsizetype MaximumEventBytes = qsizetype{4} * 1024 * 1024;

    /// Calls `sink(const SseEvent &)` for each event that `bytes` completes; its views end with
    /// the call. False when an event is too large; the parser is then of no more use.
    template <class Sink>
    [[nodiscard]] bool feed(QByteArrayView bytes, Sink &&sink)
    {
        if (m_buffer.isEmpty()) {
            const qsizetype used = cut(bytes, sink);
            m_buffer.append(bytes.sliced(used));
        } else {
            m_buffer.append(bytes);
            m_buffer.remove(0, cut(m_buffer, sink));
        }
        return !m_tooLarge && m_buffer.size() <= MaximumEventBytes;
    }

    /// Bytes of an event that has not ended (a stream that was cut).
    [[nodiscard]] QByteArrayView rest() const { return m_buffer; }

private:
    /// Bytes used up by whole events.
    template <class Sink>
    qsizetype cut(QByteArrayView bytes, Sink &sink)
    {
        qsizetype used = 0;
        for (qsizetype size = eventSize(bytes); size > 0; size = eventSize(bytes.sliced(used))) {
            if (size > MaximumEventBytes) {
                m_tooLarge = true;
                return bytes.size();
            }
            sink(read(bytes.sliced(used, size)));
            used += size;
        }
        return used;
    }

    /// Of the event that `bytes` begin with, its blank line included; 0 while it has not ended.
    [[nodiscard]] qsizetype eventSize(QByteArrayView bytes);
    [[nodiscard]] SseEvent read(QByteArrayView raw);
    void takeField(QByteArrayView line, SseEvent &event);

    QByteArray m_buffer;
    QByteArray m_joined;
    qsizetype m_lineBegin = 0; ///< of the first line that has not ended, in the event under way
    qsizetype m_searched = 0;  ///< no line end before this
    bool m_started = false;
    bool m_hasData = false;
    bool m_tooLarge = false;
};

} // namespace proxy
