// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <functional>

namespace proxy {

/// One server-sent event (WHATWG HTML 9.2), as a view into the parser's buffer.
struct SseEvent
{
    QByteArrayView raw;  ///< all its bytes, the blank line at its end included
    QByteArrayView data; ///< the data field; lines joined by \n only when there are several
    QByteArrayView name; ///< the event field, or empty
};

/// Cuts a byte stream into events. Pure: bytes in, events out; LF, CRLF and CR line ends; comments
/// and keep-alives come out as events without data, so that relaying `raw` loses nothing.
/// An event that arrives whole in one piece is not copied.
class SseParser
{
public:
    /// An event above this is an error: no model sends 4 MiB in one event.
    static constexpr qsizetype MaximumEventBytes = 4 * 1024 * 1024;

    /// Calls `sink` for each event that `bytes` completes. False when an event is too large; the
    /// parser is then of no more use.
    [[nodiscard]] bool feed(QByteArrayView bytes,
                            const std::function<void(const SseEvent &)> &sink);
    /// Bytes of an event that has not ended (a stream that was cut).
    [[nodiscard]] QByteArrayView rest() const { return m_buffer; }

private:
    QByteArray m_buffer;
    QByteArray m_joined;
};

} // namespace proxy
