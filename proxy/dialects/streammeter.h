// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pricing/tokenusage.h"
#include "proxy/dialects/answerfacts.h"

#include <QByteArray>
#include <QByteArrayView>

namespace proxy {

/// Follows one stream: what it has used so far, and what of it the client gets. One thread.
class StreamMeter
{
public:
    StreamMeter() = default;
    StreamMeter(const StreamMeter &) = default;
    StreamMeter &operator=(const StreamMeter &) = default;
    virtual ~StreamMeter() = default;

    struct Relay
    {
        bool drop = false;    ///< nothing goes to the client
        bool changed = false; ///< send `text`, else the event's raw bytes
        QByteArray text;      ///< let go of it before the next event: its memory is used again
    };
    /// Reads one event's data and says what to send on.
    [[nodiscard]] virtual Relay take(QByteArrayView raw, QByteArrayView data) = 0;
    /// What the client still gets when the upstream has ended properly.
    [[nodiscard]] virtual QByteArray tail() { return {}; }

    /// Final if seen, else the running count (LowerBound), else Unknown.
    [[nodiscard]] virtual core::TokenUsage usage() const = 0;
    /// A count for metering: final, running usage, or deltas counted as one token each
    /// (Estimated; the prompt is zero unless the upstream told it).
    [[nodiscard]] virtual core::TokenUsage running() const = 0;
    [[nodiscard]] virtual bool finished() const = 0; ///< the upstream has said all
    [[nodiscard]] virtual bool failed() const = 0;   ///< an error inside the stream

    [[nodiscard]] virtual openai::AnswerFacts answerFacts() const = 0; ///< as far as seen

    /// A valid end for a stream that money cut, as if max_tokens were reached. Empty when the
    /// stream has ended.
    [[nodiscard]] virtual QByteArray lengthEnding(const core::TokenUsage &usage) const = 0;
    /// An error event that ends the stream, for a stop by a person.
    [[nodiscard]] virtual QByteArray stopEnding(QByteArrayView code,
                                                QByteArrayView message) const = 0;
};

} // namespace proxy
